import type { Readable } from "node:stream";
import type { Actor } from "@/lib/actor";
import type { SheetCell } from "@/lib/imports/sheet-xml";
import { streamTable } from "@/lib/imports/table-workbook";
import { keyWords } from "@/lib/question-bank/rules";
import { professionNames } from "@/lib/staff/professions";
import { scoreWords, testKinds, testNames } from "@/lib/training-tests/names";
import { type FoundTest, findTestResults, type TestCell, type TestPerson } from "@/lib/training-tests/results";

const columns = [
  { header: "Nama", width: 32 },
  { header: "Profesi", width: 22 },
  { header: "Instansi", width: 34 },
  { header: "Pre-test", width: 11 },
  { header: "Post-test", width: 11 },
  { header: "Kenaikan", width: 11 },
  { header: "Keterangan", width: 44 },
] as const;

const stateWords: Partial<Record<TestCell["state"], string>> = {
  running: "sedang dikerjakan",
  "not handed in": "tidak dikumpulkan",
  none: "belum ada",
};

/** Scores per participant, and a sheet of the questions' figures; null where there is no training the actor sees. */
export async function testWorkbook(actor: Actor, meetingId: string, now: Date): Promise<Readable | null> {
  const results = await findTestResults(actor, meetingId, now);
  if (!results) return null;
  const sheets = testKinds.flatMap((kind) => {
    const test = results[kind];
    return test && test.questions.length > 0 ? [questionSheet(testNames[kind], test)] : [];
  });
  return streamTable({ sheet: "Nilai", columns, rows: results.people.map(rowOf) }, sheets);
}

function rowOf({ name, profession, institution, PRE, POST, gain }: TestPerson) {
  const notes = [
    ...testKinds.flatMap((kind) => {
      const { state, unmarked } = kind === "PRE" ? PRE : POST;
      const words = stateWords[state];
      return [
        ...(words ? [`${testNames[kind]} ${words}`] : []),
        ...(unmarked > 0 ? [`${testNames[kind]}: ${unmarked} isian belum dinilai`] : []),
      ];
    }),
    ...(gain !== null && gain < 0 ? ["nilai turun"] : []),
  ];
  return [name, professionNames[profession], institution, PRE.score, POST.score, gain, notes.join(" · ")];
}

function questionSheet(name: string, { questions, figures }: FoundTest) {
  const bold = (text: string): SheetCell => ({ text, look: "bold" });
  const rows: SheetCell[][] = [
    ["No.", "Soal", "Kunci", "Benar", "Peserta", "Tingkat kesukaran", "Daya beda"].map(bold),
    ...questions.map((question, index): SheetCell[] => {
      const { right = 0, people = 0, difficulty = null, discrimination = null } = figures.get(question.id) ?? {};
      const told = [scoreWords(difficulty), scoreWords(discrimination)];
      return [String(index + 1), question.text, keyWords(question), String(right), String(people), ...told];
    }),
  ];
  return {
    sheet: `Soal ${name}`,
    rows,
    columns: [{ width: 6 }, { width: 60 }, { width: 34 }, { width: 8 }, { width: 9 }, { width: 18 }, { width: 12 }],
  };
}
