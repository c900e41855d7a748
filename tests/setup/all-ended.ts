/** Runs a race to its end before anything is said of it: what goes on after a test would lock the next one's clean-up. */
export async function allEnded<T extends readonly unknown[] | []>(runs: T) {
  await Promise.allSettled(runs);
  return Promise.all(runs);
}
