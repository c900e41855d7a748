const provinces: Readonly<Record<string, string>> = {
  ...{ "11": "Aceh", "12": "Sumut", "13": "Sumbar", "14": "Riau", "15": "Jambi", "16": "Sumsel", "17": "Bengkulu" },
  ...{ "18": "Lampung", "19": "Babel", "21": "Kepri", "31": "Jakarta", "32": "Jabar", "33": "Jateng", "34": "DIY" },
  ...{ "35": "Jatim", "36": "Banten", "51": "Bali", "52": "NTB", "53": "NTT", "61": "Kalbar", "62": "Kalteng" },
  ...{ "63": "Kalsel", "64": "Kaltim", "65": "Kaltara", "71": "Sulut", "72": "Sulteng", "73": "Sulsel" },
  ...{ "74": "Sultra", "75": "Gorontalo", "76": "Sulbar", "81": "Maluku", "82": "Malut", "91": "Papua" },
  ...{ "92": "Pabar", "93": "Pasel", "94": "Pateng", "95": "Papeg", "96": "PBD" },
};

const kind =
  /^((UPTD?|BLUD)\.?\s+)*(Dinas Kesehatan\s+)?(Puskesmas|Kabupaten|Kab\.|Kota|Provinsi)?\s*(Rawat Inap|Ranap)?\s*/i;

/** The name without what every tile beside it is called too. */
export function shortName({ name, areaCode }: { name: string; areaCode: string }): string {
  return provinces[areaCode] ?? (name.replace(kind, "").trim() || name);
}

/** Up to two lines of a tile; what is longer ends in dots. */
export function linesOfName(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  if (lines.length > 2) shown[1] = `${(shown[1] ?? "").slice(0, width - 1)}…`;
  return shown;
}
