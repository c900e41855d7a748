export function countWords(count: number): string {
  return count.toLocaleString("id-ID");
}
