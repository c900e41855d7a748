import { describe, expect, test } from "vitest";
import { wayOf } from "@/lib/approvals/steps";
import { defaultRules } from "@/lib/evidence/defaults";
import { type Facts, judge, missingOf, missingWords } from "@/lib/evidence/judge";
import { appliesTo, isEvidenceDue, mergeRules, type OwnRule } from "@/lib/evidence/rules";
import type { MeetingKind, OrganisationKind, ReviewDecision } from "@/prisma/generated/enums";

const nothing: Facts = {
  id: "m",
  hostId: "h",
  kind: "QUARTERLY_LOKMIN",
  typeKey: null,
  invited: 0,
  handedOut: 0,
  present: 0,
  scans: 0,
  photos: 0,
  notes: 0,
  permasalahan: 0,
  hambatan: 0,
  rekomendasi: 0,
  keputusan: 0,
  tanyaJawab: 0,
  problems: 0,
  items: 0,
  reviewed: 0,
  unreviewed: 0,
  attended: 0,
  assessed: 0,
  isSummed: false,
  opinions: 0,
  ticks: {},
};

const complete: Facts = {
  ...nothing,
  invited: 31,
  handedOut: 30,
  present: 24,
  photos: 2,
  notes: 9,
  permasalahan: 2,
  hambatan: 1,
  rekomendasi: 3,
  items: 4,
};

const checklist = (facts: Facts, own: OwnRule[] = []) =>
  mergeRules(defaultRules, own)
    .filter((rule) => appliesTo(rule, facts))
    .map((rule) => judge(rule, facts));

const missingKeys = (facts: Facts, own?: OwnRule[]) => missingOf(checklist(facts, own)).map(({ key }) => key);

const ownRule = (changes: Partial<OwnRule> & { key: string }): OwnRule => ({
  ep: "1.6.2 a",
  text: "Bukti",
  kinds: ["QUARTERLY_LOKMIN"],
  isRequired: true,
  check: null,
  position: 500,
  isHidden: false,
  ...changes,
});

describe("the default list", () => {
  test("a kalakarya is asked for its own evidence only", () => {
    const asked = checklist({ ...nothing, kind: "KALAKARYA", unreviewed: 1 });
    expect(asked.every(({ ep }) => ep.startsWith("1.3."))).toBe(true);
    expect(missingOf(asked).map(({ key }) => key)).toEqual(["daftar-hadir-kalakarya", "foto-kalakarya"]);
  });

  test("the evaluation after 90 days is there when everybody who came was assessed and it is summed up", () => {
    const rowOf = (facts: Partial<Facts>, key: string) =>
      checklist({ ...nothing, kind: "KALAKARYA", ...facts }).find((row) => row.key === key);
    const evaluated = { attended: 12, assessed: 12, isSummed: true };
    expect(rowOf(evaluated, "evaluasi-penerapan")).toMatchObject({ ep: "1.3.3 c", isMet: true });
    expect(rowOf(evaluated, "penerapan-peserta")).toMatchObject({ ep: "1.3.4", isMet: true });
    expect(rowOf({ ...evaluated, isSummed: false }, "evaluasi-penerapan")).toMatchObject({
      isMet: false,
      says: "12 dari 12 peserta dinilai, ringkasan belum ditulis",
      room: { path: "/evaluasi", name: "Evaluasi" },
    });
    expect(rowOf({ ...evaluated, assessed: 8 }, "penerapan-peserta")).toMatchObject({ isMet: false });
    const tick = { note: "Map 3", tickedBy: "Maya", tickedAt: "2026-02-20" };
    expect(rowOf({ ticks: { "evaluasi-penerapan": tick } }, "evaluasi-penerapan")).toMatchObject({
      isMet: true,
      says: "Map 3",
    });
    expect(rowOf({ opinions: 9 }, "evaluasi-pelatihan")).toMatchObject({ isMet: true, says: "diisi 9 peserta" });
  });

  test("has every key once, and every Lokmin is asked for a roll, minutes and carried-over rows", () => {
    const keys = defaultRules.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const kinds: MeetingKind[] = ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN", "PRE_LOKMIN", "STUNTING_MINILOK"];
    for (const kind of kinds) {
      const missing = missingKeys({ ...nothing, kind, unreviewed: 1 });
      expect(missing, kind).toEqual(expect.arrayContaining(["daftar-hadir", "notulen", "janji-lalu"]));
    }
  });

  test("asks the first triwulanan for the signed agreement, no other", () => {
    expect(missingKeys(complete)).toEqual([]);
    expect(missingKeys({ ...complete, typeKey: "triwulanan-rutin" })).toEqual([]);
    const first = { ...complete, typeKey: "triwulanan-pertama" };
    expect(missingKeys(first)).toEqual(["kesepakatan"]);
    const ticks = { kesepakatan: { note: "Map merah", tickedBy: "Wahyuni", tickedAt: "2026-02-20" } };
    expect(missingKeys({ ...first, ticks })).toEqual([]);
  });

  test.each([
    ["undangan", { invited: 0 }],
    ["daftar-hadir", { present: 0 }],
    ["notulen", { notes: 0 }],
    ["foto", { photos: 0 }],
    ["permasalahan", { permasalahan: 0 }],
    ["hambatan", { hambatan: 0 }],
    ["rekomendasi", { rekomendasi: 0 }],
    ["janji-lalu", { unreviewed: 2 }],
    ["rtl", { items: 0 }],
  ] as const)("misses %s where %j", (key, lack) => {
    expect(missingKeys({ ...complete, ...lack })).toEqual([key]);
  });

  test("takes a scanned roll for the roll, and the problem list for problems in the minutes", () => {
    expect(missingKeys({ ...complete, present: 0, scans: 1, permasalahan: 0, problems: 3 })).toEqual([]);
  });

  test("names what is missing in words", () => {
    const missing = missingOf(checklist({ ...complete, photos: 0, unreviewed: 2 }));
    expect(missingWords(missing)).toBe(
      "Foto kegiatan, paling sedikit satu (belum ada foto); Status tindak lanjut setiap RTL lalu (2 RTL lalu belum diberi status)",
    );
  });
});

describe("a puskesmas's own rows", () => {
  test("go before the defaults: changed, hidden, added", () => {
    const lacking = { ...complete, photos: 0 };
    expect(missingKeys(lacking, [ownRule({ key: "foto", check: "foto", isRequired: false })])).toEqual([]);
    expect(missingKeys(lacking, [ownRule({ key: "foto", check: "foto", isHidden: true })])).toEqual([]);
    expect(missingKeys(complete, [ownRule({ key: "daftar-menu" })])).toEqual(["daftar-menu"]);
    expect(missingKeys(complete, [ownRule({ key: "daftar-menu", kinds: ["KALAKARYA"] })])).toEqual([]);
  });

  test("with a check nobody knows any more are ticked by hand", () => {
    const [row] = checklist(complete, [ownRule({ key: "lama", check: "sudah-dihapus", position: 1 })]);
    expect(row).toMatchObject({ key: "lama", room: null, isMet: false });
  });

  test("never leave out carried-over rows", () => {
    const own = ownRule({ key: "janji-lalu", kinds: [], isHidden: true, isRequired: false });
    expect(missingKeys({ ...complete, unreviewed: 1 }, [own])).toEqual(["janji-lalu"]);
  });

  test("say where a rule comes from", () => {
    const foto = defaultRules.find(({ key }) => key === "foto");
    if (!foto) throw new Error("no rule for photos");
    const same: OwnRule = { ...foto, isHidden: false };
    const origins = (own: OwnRule[]) => mergeRules(defaultRules, own).find(({ key }) => key === own[0]?.key)?.origin;
    expect(origins([same])).toBe("default");
    expect(origins([{ ...same, text: "Dua foto" }])).toBe("changed");
    expect(origins([ownRule({ key: "menu" })])).toBe("own");
  });
});

describe("a meeting's way", () => {
  const answers = {
    hostName: "Puskesmas Uji",
    organisers: 1,
    invited: 31,
    hadir: 0,
    diwakili: 0,
    tidakHadir: 0,
    handedOut: 31,
  };
  const counts = { ...answers, present: 24, actionItems: 4, isApproved: false, isReported: false };
  const meeting = {
    kind: "QUARTERLY_LOKMIN" as MeetingKind,
    status: "CLOSED" as const,
    timeZone: "Asia/Makassar",
    host: { kind: "PUSKESMAS" as OrganisationKind },
    agenda: [{}],
    approvals: [] as { approvedAt: Date }[],
  };
  const approvedAt = new Date("2026-06-29T17:00:00Z");
  const sent = (submittedAt: Date, decision: ReviewDecision | null = null) => ({ submittedAt, decision });
  const says = (way: Partial<Parameters<typeof wayOf>[0]>) =>
    wayOf({ meeting, counts, checklist: checklist(complete), submissions: [], ...way }).map(
      ({ name, isDone, says: words }) => `${name}${isDone ? " ✓" : ""}: ${words}`,
    );

  test("leads from preparing to the report", () => {
    expect(says({})).toEqual([
      "Siapkan ✓: terjadwal",
      "Undang ✓: 31 dari 31 dikirim",
      "Laksanakan ✓: 24 hadir",
      "Catat ✓: lengkap, 4 RTL",
      "Sahkan: menunggu kepala puskesmas",
      "Laporkan: belum dilaporkan ke Dinkes",
    ]);
  });

  test("inviting nobody is no step done, also when the meeting is over; the next step goes on", () => {
    const [, invite] = wayOf({
      meeting,
      counts: { ...counts, invited: 27, handedOut: 0 },
      checklist: checklist(complete),
      submissions: [],
    });
    expect(invite).toMatchObject({ isDone: false, isMissed: true, says: "0 dari 27 dikirim" });
  });

  test("says what each step lacks", () => {
    const lacking = checklist({ ...complete, photos: 0, hambatan: 0 });
    expect(says({ checklist: lacking }).slice(3)).toEqual([
      "Catat: belum ada foto, dan 1 bukti lain",
      "Sahkan: 2 bukti belum ada",
      "Laporkan: belum dilaporkan ke Dinkes",
    ]);
    expect(says({ meeting: { ...meeting, status: "SCHEDULED" }, checklist: lacking }).slice(3, 5)).toEqual([
      "Catat: setelah kegiatan dimulai",
      "Sahkan: belum ditutup",
    ]);
  });

  test("tells the days in the meeting's zone, and that a report is older than the approval", () => {
    const approved = { ...meeting, approvals: [{ approvedAt }] };
    expect(says({ meeting: approved, submissions: [sent(approvedAt)] }).slice(4)).toEqual([
      "Sahkan ✓: 30 Jun 2026",
      "Laporkan ✓: 30 Jun 2026, menunggu ditinjau",
    ]);
    const before = [sent(new Date(approvedAt.getTime() - 1))];
    expect(says({ meeting: approved, submissions: before }).at(-1)).toBe("Laporkan: belum dilaporkan ke Dinkes");
    expect(says({ submissions: before }).at(-1)).toBe("Laporkan: dibuka kembali sejak dilaporkan");
  });

  test("tells what the Dinkes decided about the last report", () => {
    const approved = { ...meeting, approvals: [{ approvedAt }] };
    const last = (...submissions: ReturnType<typeof sent>[]) => says({ meeting: approved, submissions }).at(-1);
    expect(last(sent(approvedAt, "RETURNED"))).toBe("Laporkan: dikembalikan Dinkes");
    expect(last(sent(approvedAt, "RETURNED"), sent(approvedAt))).toBe("Laporkan ✓: 30 Jun 2026, menunggu ditinjau");
    expect(last(sent(approvedAt, "ACCEPTED_WITH_NOTES"))).toBe("Laporkan ✓: sudah ditinjau Dinkes");
    expect(says({ submissions: [sent(approvedAt, "RETURNED")] }).at(-1)).toBe("Laporkan: dikembalikan Dinkes");
  });

  test("of a pra-lokmin and of a Dinkes's own training ends with the approval", () => {
    expect(says({ meeting: { ...meeting, kind: "PRE_LOKMIN" } })).toHaveLength(5);
    const ofDinkes = { ...meeting, kind: "KALAKARYA" as const, host: { kind: "PROVINCIAL_DINKES" as const } };
    expect(says({ meeting: ofDinkes }).slice(4)).toEqual(["Sahkan: menunggu admin Dinkes"]);
  });
});

test("a rule is ticked only by its own tick, whatever its key is called", () => {
  const own: OwnRule = {
    key: "constructor",
    ep: "1",
    text: "Daftar menu",
    kinds: ["KALAKARYA"],
    isRequired: true,
    check: null,
    position: 99,
    isHidden: false,
  };
  const rule = mergeRules([], [own])[0];
  expect(rule && judge(rule, nothing)).toMatchObject({ isMet: false });
});

test("what a meeting cannot have yet is not a lack yet", () => {
  const [invitations, minutes] = [{ check: "undangan" as const }, { check: "notulen" as const }];
  for (const status of ["DRAFT", "SCHEDULED", "POSTPONED"] as const)
    expect([isEvidenceDue(invitations, status), isEvidenceDue(minutes, status)]).toEqual([false, false]);
  expect([isEvidenceDue(invitations, "IN_PROGRESS"), isEvidenceDue(minutes, "IN_PROGRESS")]).toEqual([true, false]);
  expect(isEvidenceDue(minutes, "CLOSED")).toBe(true);
  expect(isEvidenceDue({ check: null }, "IN_PROGRESS")).toBe(false);
});
