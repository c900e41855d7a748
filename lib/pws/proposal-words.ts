import { inLocalWords } from "@/lib/area-words/local";
import { wordsOfVillages } from "@/lib/area-words/words";
import type { Moment } from "@/lib/figures/months";
import type { PwsColumn, Village } from "@/lib/pws/pws";
import { figureWords, gapWords, isBehind, listWords, toDateWords, villagesOff } from "@/lib/pws/readings";
import { shortened } from "@/lib/shortened";

const longestEvidence = 500;
const mostNames = 12;

export function statementOf(column: PwsColumn, villages: readonly Village[], codes: readonly string[]) {
  const { indicator, achievements } = column;
  const isOff = villages.some(({ code }, place) => {
    const own = achievements[place];
    return codes.includes(code) && own && isBehind(own);
  });
  const what = isOff ? (indicator.lowerIsBetter ? whats.above : whats.below) : whats.slipping;
  return sentenceOf(indicator.name, what, villages, codes);
}

const whats = { above: "di atas batas", below: "di bawah target", slipping: "memburuk dari bulan lalu" };

function sentenceOf(indicator: string, what: string, villages: readonly Village[], codes: readonly string[]): string {
  const names = villages.filter(({ code }) => codes.includes(code)).map(({ name }) => name);
  if (names.length === 0) return `${indicator} ${what}`;
  const say = sayOf(villages);
  const where =
    names.length === 1 ? `${say("Desa")} ${names[0]}` : `${names.length} ${say("desa")}: ${namesWords(names, say)}`;
  return shortened(`${indicator} ${what} di ${where}`, longestEvidence);
}

type Said = { statement: string; evidence: string | null; codes: readonly string[] };

/** The words of a problem that gets more desa, with the figures as they stand now. */
export function saidAnew(
  { statement, evidence, codes: before }: Said,
  column: PwsColumn & Moment & { villages: readonly Village[] },
  codes: readonly string[],
) {
  const { indicator, villages, year, month } = column;
  const isOwnStatement = Object.values(whats).some(
    (what) => statement === sentenceOf(indicator.name, what, villages, before),
  );
  const figures = evidenceOf(column, villages, codes, { year, month });
  const isOwnEvidence = !evidence || (evidence.startsWith(`${indicator.name} `) && evidence.includes(": puskesmas "));
  const both = isOwnEvidence ? figures : `${evidence} ${figures}`;
  return {
    statement: isOwnStatement ? statementOf(column, villages, codes) : statement,
    evidence: both.length <= longestEvidence ? both : evidence,
  };
}

function sayOf(villages: readonly Village[]): (text: string) => string {
  const words = wordsOfVillages(villages.map(({ code }) => code));
  return (text) => inLocalWords(words, text);
}

function namesWords(names: readonly string[], say: (text: string) => string): string {
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(", ")}, dan ${more} ${say("desa lain")}` : listWords(names);
}

export function evidenceOf(column: PwsColumn, villages: readonly Village[], codes: readonly string[], moment: Moment) {
  const { indicator, total, achievements } = column;
  const target = achievements[0]?.target ?? null;
  const head = [
    `puskesmas ${figureWords(indicator, total.figure)}`,
    ...(target === null
      ? []
      : [
          `target ${figureWords(indicator, target)}${indicator.form === "COUNT" ? ` ${sayOf(villages)("tiap desa")}` : ""}`,
        ]),
  ];
  const desa = villagesOff(villages, column, () => true)
    .filter(({ code }) => codes.includes(code))
    .map(({ name, figure, gap }) => {
      const difference = gap === null ? "" : ` (${gapWords(gap)})`;
      return `${name} ${figureWords(indicator, figure)}${difference}`;
    });
  const told = `${indicator.name} ${toDateWords(indicator, moment)}: ${head.join(", ")}`;
  return fitted(told, desa, sayOf(villages)("desa lain"));
}

function fitted(head: string, parts: readonly string[], others: string): string {
  for (let shown = parts.length; shown > 0; shown--) {
    const rest = parts.length - shown;
    const text = `${head}. ${parts.slice(0, shown).join(", ")}${rest > 0 ? `, dan ${rest} ${others}` : ""}.`;
    if (text.length <= longestEvidence) return text;
  }
  return shortened(`${head}.`, longestEvidence);
}
