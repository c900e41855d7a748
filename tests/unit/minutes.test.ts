import { expect, test } from "vitest";
import {
  type Draft,
  draftOn,
  followRow,
  newDraft,
  operationsOf,
  settle,
  showLines,
} from "@/app/(staf)/kegiatan/[id]/notulen/editor/drafts";
import { lineState, wholeState } from "@/app/(staf)/kegiatan/[id]/notulen/editor/words";
import {
  bothLines,
  isBlank,
  type LineFields,
  mergeLines,
  missingSections,
  type NoteRow,
  placeBetween,
  sectionList,
  tidied,
} from "@/lib/minutes/lines";

const fields = (text: string, more: Partial<LineFields> = {}): LineFields => ({
  text,
  asker: null,
  institution: null,
  answer: null,
  villageCode: null,
  ...more,
});

const row = (id: string, text: string, more: Partial<NoteRow> = {}): NoteRow => ({
  ...fields(text),
  id,
  section: "OBSTACLES",
  position: 1,
  version: 0,
  revision: 1,
  isDeleted: false,
  author: "Wahyuni",
  editor: "Wahyuni",
  editedAt: "2026-11-22T01:00:00.000Z",
  itemId: null,
  itemNumber: null,
  ...more,
});

const byId = <T extends { id: string }>(...all: T[]) => new Map(all.map((one) => [one.id, one]));
const textsOf = (rows: NoteRow[], drafts: Draft[]) =>
  showLines(byId(...rows), byId(...drafts)).OBSTACLES.map(({ row: known, draft }) => (draft ?? known)?.id);

test("changes of different fields come together, of the same field they clash", () => {
  const base = fields("Kapan?", { asker: "Umar" });
  const theirs = fields("Kapan puskesmas keliling?", { asker: "Umar" });
  expect(mergeLines(base, fields("Kapan?", { asker: "Umar", answer: "Selasa" }), theirs)).toEqual({
    merged: fields("Kapan puskesmas keliling?", { asker: "Umar", answer: "Selasa" }),
    clashes: [],
  });
  expect(mergeLines(base, fields("Kapan ke dusun?", { asker: "Umar" }), theirs).clashes).toEqual(["text"]);
  expect(mergeLines(base, theirs, theirs)).toEqual({ merged: theirs, clashes: [] });
});

test("both versions in one line keep every word once", () => {
  expect(bothLines(fields("Dua", { asker: "B" }), fields("Satu", { asker: "A" }))).toMatchObject({
    text: "Satu\nDua",
    asker: "A / B",
  });
  expect(bothLines(fields("Sama", { answer: "Ya" }), fields("Sama")).text).toBe("Sama");
  expect(bothLines(fields("Sama"), fields("Sama", { answer: "Ya" })).answer).toBe("Ya");
});

test("between two lines there is room until there is none", () => {
  expect(placeBetween(undefined, undefined)).toBe(1);
  expect(placeBetween(undefined, 3)).toBe(2);
  expect(placeBetween(3, undefined)).toBe(4);
  expect(placeBetween(1, 2)).toBe(1.5);
  expect(placeBetween(1, 1)).toBeNull();
  expect(placeBetween(1, 1 + Number.EPSILON)).toBeNull();
});

test("what the evidence still lacks is named", () => {
  const rows = [row("a", "x", { section: "PROBLEMS" }), row("b", "y", { isDeleted: true })];
  expect(sectionList(missingSections(rows))).toBe("Hambatan dan Rekomendasi");
  expect(missingSections([...rows, row("c", "z"), row("d", "z", { section: "RECOMMENDATIONS" })])).toEqual([]);
});

test("words are kept as the server keeps them", () => {
  expect(tidied(fields(" a\r\nb\u0007 ", { asker: "  ", answer: "ya " }))).toEqual(fields("a\nb", { answer: "ya" }));
  expect(isBlank(fields(" \n"))).toBe(true);
  expect(isBlank(fields("", { answer: "ya" }))).toBe(false);
});

test("new and moved lines stand behind their line, and go out in the order of the page", () => {
  const rows = [row("a", "A", { position: 1 }), row("b", "B", { position: 2 }), row("c", "C", { position: 3 })];
  const second = { ...newDraft("z", "OBSTACLES", "y", 2), fields: fields("Z") };
  const first = { ...newDraft("y", "OBSTACLES", "a", 1), fields: fields("Y") };
  const empty = newDraft("leer", "OBSTACLES", "a", 4);
  const moved = { ...draftOn(row("c", "C"), 3), after: null };
  expect(textsOf(rows, [second, first])).toEqual(["a", "y", "z", "b", "c"]);
  expect(textsOf(rows, [moved])).toEqual(["c", "a", "b"]);
  const operations = operationsOf(byId(...rows), byId(second, first, empty, moved)).map(({ operation }) => operation);
  expect(operations.map((sent) => [sent.id, sent.kind === "write" && sent.place?.after])).toEqual([
    ["c", null],
    ["y", "a"],
    ["z", "y"],
  ]);
  expect(textsOf(rows, [{ ...draftOn(row("a", "A"), 5), isDeleted: true }])).toEqual(["b", "c"]);
});

const sentAs = (draft: Draft): Draft => ({ ...draft, attempts: [draft.fields] });

test("an answer ends the wording it answers, not the one written meanwhile", () => {
  const draft: Draft = { ...draftOn(row("a", "Jalan"), 1), fields: fields("Jalan rusak ") };
  const sent = sentAs(draft);
  const note = row("a", "Jalan rusak", { version: 1, revision: 2 });
  const done = { id: "a", state: "done" as const, note };
  expect(settle(sent, sent, done, false)).toBeNull();
  // The space at the end stays under the cursor.
  expect(settle(sent, sent, done, true)).toMatchObject({ state: "settled", base: 1, fields: { text: "Jalan rusak " } });
  const newer = { ...sent, stamp: 1, fields: fields("Jalan rusak di Margasari") };
  expect(settle(newer, sent, done, true)).toMatchObject({
    state: "waiting",
    base: 1,
    was: { text: "Jalan rusak" },
    fields: { text: "Jalan rusak di Margasari" },
    attempts: [],
  });
});

test("one's own words whose answer was lost are no clash; somebody else's are", () => {
  const draft: Draft = {
    ...draftOn(row("a", "Jalan"), 1),
    fields: fields("Jalan rusak, hujan"),
    attempts: [fields("Jalan rusak ")],
  };
  const own = row("a", "Jalan rusak", { version: 1, revision: 2 });
  expect(settle(draft, draft, { id: "a", state: "conflict", note: own }, true)).toMatchObject({
    state: "waiting",
    base: 1,
  });
  expect(followRow(draft, own)).toMatchObject({ base: 1, fields: { text: "Jalan rusak, hujan" } });
  const theirs = row("a", "Jembatan rusak", { version: 1, revision: 2, editor: "Retno" });
  expect(settle(draft, draft, { id: "a", state: "conflict", note: theirs }, true)).toMatchObject({
    state: "clash",
    theirs: { text: "Jembatan rusak" },
    fields: { text: "Jalan rusak, hujan" },
  });
  // What clashes waits for the answer to be sent, and what does not comes together here.
  expect(followRow(draft, theirs)).toBe(draft);
  const answered = row("a", "Jalan", { version: 1, revision: 2, answer: "Ya" });
  expect(followRow(draft, answered)).toMatchObject({ base: 1, fields: { text: "Jalan rusak, hujan", answer: "Ya" } });
});

test("how it stands is said in words", () => {
  const waiting: Draft = { ...draftOn(row("a", "A"), 1), fields: fields("B") };
  const clash: Draft = { ...waiting, id: "b", state: "clash" };
  const empty = newDraft("c", "OBSTACLES", null, 2);
  const whole = (link: Parameters<typeof wholeState>[1], ...drafts: Draft[]) => wholeState(byId(...drafts), link).words;
  expect(whole("connected")).toBe("Tersimpan");
  expect(whole("connected", empty)).toBe("Tersimpan");
  expect(whole("connected", waiting)).toBe("Menyimpan…");
  expect(whole("offline", waiting, empty)).toBe("Belum terkirim (1)");
  expect(whole("offline", waiting, clash)).toBe("Berbeda: pilih (1)");
  expect(lineState(null, "offline").words).toBe("Tersimpan");
  expect(lineState(waiting, "offline").words).toBe("Belum terkirim");
  expect(lineState({ ...waiting, fields: fields("") }, "connected").words).toBe("Kosong: isi, atau hapus barisnya");
  expect(lineState({ ...waiting, state: "refused", reason: "Isi tulisan baris" }, "connected").words).toBe(
    "Belum tersimpan. Isi tulisan baris",
  );
});
