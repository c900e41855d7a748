// How far a long work is: one line that is written anew on a screen, every quarter in a file.

/** @param {string} what @returns {(done: number, total: number) => void} */
export function percentOf(what) {
  const isScreen = process.stdout.isTTY === true;
  let told = -1;
  return (done, total) => {
    const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 100;
    const shown = isScreen ? percent : percent - (percent % 25);
    if (shown <= told || (!isScreen && shown === 0)) return;
    told = shown;
    if (isScreen) process.stdout.write(`\r  ${what}: ${percent} %${percent === 100 ? "\n" : ""}`);
    else console.log(`  ${what}: ${shown} %`);
  };
}
