const mostLines = 200;

const marker =
  /^(?:[•◦▪▫‣·●○■□–—*\-✓✔➢➤❖\uf0a7\uf0b7\uf0d8\uf076\uf0fc]|o(?=\t)|\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-z]|[ivxlc]{1,6})[.)])[\s\u00a0]+/i;

export function pastedLines(text: string): string[] {
  return text
    .slice(0, 400_000)
    .replace(/[\v\f\u2028]/g, " ")
    .split(/\r\n?|\n|\u2029/)
    .slice(0, 5 * mostLines)
    .map((line) => line.trim().replace(marker, "").trim())
    .filter(Boolean)
    .slice(0, mostLines);
}
