/** What is wrong with one placeholder of a text, and where: a few words around it. */
export type PlaceholderFault = {
  problem: "unknown" | "unclosed" | "unopened";
  name: string;
  around: string;
  meant?: string;
};

const braced = /\{([^{}]*)\}/g;

export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(braced)].map((match) => match[1] ?? "");
}

/** Every placeholder that is not known, and every brace without its partner, in the order of the text. */
export function placeholderFaults(text: string, known: readonly string[]): PlaceholderFault[] {
  const found: (PlaceholderFault & { at: number })[] = [];
  for (const match of text.matchAll(braced)) {
    const name = match[1] ?? "";
    if (known.includes(name)) continue;
    const meant = nearestName(name, known);
    const around = aroundOf(text, match.index, match[0].length);
    found.push({ at: match.index, problem: "unknown", name, around, ...(meant && { meant }) });
  }
  const rest = text.replace(braced, (whole) => " ".repeat(whole.length));
  for (const { 0: brace, index } of rest.matchAll(/[{}]/g))
    found.push({
      at: index,
      problem: brace === "{" ? "unclosed" : "unopened",
      name: brace === "{" ? (text.slice(index + 1).match(/^[\w:-]+/)?.[0] ?? "") : "",
      around: aroundOf(text, index, 1),
    });
  return found.sort((one, other) => one.at - other.at).map(({ at, ...fault }) => fault);
}

export function faultWords({ problem, name, around, meant }: PlaceholderFault): string {
  const place = `pada “${around}”`;
  if (problem === "unopened") return `Ada } tanpa { di depannya, ${place}. Tulis isian seperti {nama}, atau hapus }.`;
  if (problem === "unclosed")
    return `Isian {${name} belum ditutup, ${place}. Tulis } di belakang namanya, atau hapus {.`;
  const hint = meant ? `Maksud Anda {${meant}}?` : "Pilih isian dari daftar yang dikenal.";
  return `{${name}} tidak dikenal, ${place}. ${hint}`;
}

/** The text with its placeholders filled; one without a value stays, so that nothing leaves the office unseen. */
export function fillWording(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(braced, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : whole));
}

const shown = 28;

export function aroundOf(text: string, at: number, length: number): string {
  const from = Math.max(0, at - shown);
  const to = Math.min(text.length, at + length + shown);
  const words = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${words}${to < text.length ? "…" : ""}`;
}

/** The known name that was most likely meant: a third of its letters may differ. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const typed = plain(name);
  const ranked = known
    .map((one) => ({ one, distance: distanceBetween(typed, plain(one)) }))
    .sort((left, right) => left.distance - right.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(plain(best.one).length / 3)) ? best.one : undefined;
}

const plain = (name: string) =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [index, counter] of [...other].entries())
      next.push(
        Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === counter ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
