const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text of people inside an SVG: never markup; what XML forbids is left out. */
export function svgText(text: string): string {
  return [...text]
    .filter((sign) => sign >= " " && sign !== "\ufffe" && sign !== "\uffff")
    .map((sign) => named[sign] ?? sign)
    .join("");
}

export function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((part) => pieces(part, length))) {
    if (line && line.length + 1 + word.length > length) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

function pieces(word: string, length: number): string[] {
  const signs = [...word];
  return Array.from({ length: Math.ceil(signs.length / length) }, (_, at) =>
    signs.slice(at * length, (at + 1) * length).join(""),
  );
}

type Place = { x: number; y: number; size: number; anchor?: "start" | "middle" | "end"; bold?: true };

export function svgLine(text: string, { x, y, size, anchor = "start", bold }: Place): string {
  const weight = bold ? ' font-weight="bold"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}"${weight}>${svgText(text)}</text>`;
}

export function svgImage(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Arimo, Arial, Helvetica, sans-serif" fill="#000">${parts.join("")}</svg>`;
}
