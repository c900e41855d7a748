import { monthNames } from "@/lib/time";

export type WrittenMonth = { month: number; year: number | null };

const spellings: readonly (readonly string[])[] = [
  ["jan", "january"],
  ["feb", "februari", "pebruari", "peb", "febuari", "pebuari", "february"],
  ["mar", "mrt", "march"],
  ["apr"],
  ["may"],
  ["jun", "june"],
  ["jul", "july"],
  ["agu", "ags", "agt", "agst", "aug", "august"],
  ["sep", "sept"],
  ["okt", "oct", "october"],
  ["nov", "nop", "nopember"],
  ["des", "dec", "december"],
];

const months = new Map(
  monthNames.flatMap((name, index) =>
    [name.toLowerCase(), ...(spellings[index] ?? [])].map((word): [string, number] => [word, index + 1]),
  ),
);

export function readMonth(text: string): WrittenMonth | null {
  if (text.length > 30) return null;
  if (/^0?[1-9]$|^1[0-2]$/.test(text)) return { month: Number(text), year: null };
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(text) ?? [];
  if (year && month) return { month: Number(month), year: Number(year) };
  return readMonthName(text);
}

export function readMonthName(text: string): WrittenMonth | null {
  const [, word = "", year] =
    /^(?:bulan )?([a-z]+)\.?(?:[\s\-/']*(\d{4}|\d{2}))?$/.exec(text.toLowerCase().trim()) ?? [];
  const month = months.get(word);
  if (month === undefined) return null;
  return { month, year: year === undefined ? null : Number(year.length === 2 ? `20${year}` : year) };
}

export function isAlmostMonth(heading: string): boolean {
  const word = /^(?:bulan )?([a-z]{3,12})\.?(?:[\s\-/']*\d{2,4})?$/.exec(heading.toLowerCase().trim())?.[1];
  if (word === undefined || months.has(word)) return false;
  return monthNames.some(
    (name) =>
      // "Target" is two letters away from "Maret".
      name.toLowerCase().startsWith(word.charAt(0)) &&
      distance(word, name.toLowerCase()) <= 2 &&
      word.length >= name.length - 2 &&
      name.length > 4,
  );
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
