type Line = { length: number; last: Promise<unknown> };

/**
 * One after the other for each key, so that one person takes no more than one turn of what all share.
 * @returns null where too many of the key are in line
 */
export function makeTurns(most: number) {
  const lines = new Map<string, Line>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T | null> => {
    const line = lines.get(key) ?? { length: 0, last: Promise.resolve() };
    if (line.length >= most) return null;
    lines.set(key, line);
    line.length += 1;
    const mine = line.last.then(work);
    line.last = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      line.length -= 1;
      if (line.length === 0) lines.delete(key);
    }
  };
}
