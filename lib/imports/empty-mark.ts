export function isEmptyMark(text: string): boolean {
  return /^([-–—‒―]{1,3}|n\/a)$/i.test(text);
}
