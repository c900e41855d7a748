import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { changeHolder, correctHolder, vacateSeat } from "@/lib/directory/holders";
import { findSeat, listOwnVillages, listSeats, seatsPerPage } from "@/lib/directory/reads";
import { holderSchema, newHolderSchema, newSeatSchema, seatSchema } from "@/lib/directory/schema";
import { addSeat, archiveSeat, editSeat, restoreSeat } from "@/lib/directory/writes";
import { inviteSeats } from "@/lib/invitations/writes";
import type { Role } from "@/prisma/generated/enums";
import { editSeatNow } from "@/tests/factories/edits";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat, seatRow } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const names = ["Sulastri, S.Tr.Keb., SKM, MKM", "Ba'u", "<script>alert(1)</script>", "N".repeat(60)];

function newSeat(changes: Record<string, unknown> = {}) {
  return newSeatSchema.parse({
    id: randomUUID(),
    holderId: randomUUID(),
    title: "Camat",
    institution: "Kecamatan Sragi",
    sector: "KECAMATAN",
    villageCode: "",
    protocolOrder: "",
    name: "Sulastri",
    prefix: "",
    ownPost: "",
    phone: "",
    email: "",
    since: "",
    ...changes,
  });
}

const seat = (changes: Record<string, unknown> = {}) =>
  seatSchema.parse({ title: "Camat", institution: "Kecamatan Sragi", sector: "KECAMATAN", ...changes });
const holder = (name: string, changes: Record<string, unknown> = {}) => holderSchema.parse({ name, ...changes });
const successor = (name: string, previousId: string | null, changes: Record<string, unknown> = {}) =>
  newHolderSchema.parse({ holderId: randomUUID(), previousId: previousId ?? "", name, ...changes });

describe("who may keep a directory", () => {
  const writes: Record<string, (actor: Actor, seatId: string, holderId: string) => Promise<unknown>> = {
    addSeat: (actor) => addSeat(actor, newSeat({ title: "Kapolsek" })),
    editSeat: (actor, id) => editSeatNow(actor, id, seat({ title: "Danramil" })),
    changeHolder: (actor, id, holderId) => changeHolder(actor, id, successor("Penerus", holderId)),
    correctHolder: (actor, id, holderId) => correctHolder(actor, id, holderId, holder("Diperbaiki")),
    vacateSeat: (actor, id, holderId) => vacateSeat(actor, id, holderId),
    archiveSeat: (actor, id) => archiveSeat(actor, id),
    restoreSeat: (actor, id) => restoreSeat(actor, id),
  };
  const allowed: Record<Role, boolean> = {
    PUSKESMAS_ADMIN: true,
    PUSKESMAS_HEAD: true,
    PUSKESMAS_STAFF: true,
    PUSKESMAS_READER: false,
    DINKES_ADMIN: false,
    DINKES_REVIEWER: false,
  };
  for (const [role, may] of Object.entries(allowed) as [Role, boolean][])
    for (const [name, write] of Object.entries(writes))
      test(`${role} ${may ? "may" : "may not"} ${name}`, async () => {
        const actor = await makeActor(role);
        const own = await makeSeat({ organisationId: actor.organisation.id });
        const outcome = write(actor, own.id, own.holder?.id ?? "");
        if (may) expect(await outcome).toMatchObject({ ok: true });
        else await expect(outcome).rejects.toThrow(NotAllowed);
      });

  test.each(Object.entries(writes).filter(([name]) => name !== "addSeat"))(
    "nobody may %s in another puskesmas's directory",
    async (_name, write) => {
      const actor = await makeActor("PUSKESMAS_ADMIN");
      const foreign = await makeSeat({ organisationId: (await makePuskesmas()).id });
      await expect(write(actor, foreign.id, foreign.holder?.id ?? "")).rejects.toThrow(NotAllowed);
      await expect(write(actor, "bukan-id", "bukan-id")).rejects.toThrow(NotAllowed);
      expect(await findSeat(actor, foreign.id)).toBeNull();
    },
  );

  test("a directory with its phones is seen by its own puskesmas alone", async () => {
    const actor = await makeActor("PUSKESMAS_READER");
    const own = await makeSeat({ organisationId: actor.organisation.id });
    await makeSeat({ organisationId: (await makePuskesmas()).id });
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: actor.organisation.parentId ?? "" });
    expect((await listSeats(actor)).seats.map((row) => row.id)).toEqual([own.id]);
    expect(await listSeats(dinkes)).toMatchObject({ seats: [], total: 0 });
    expect(await findSeat(dinkes, own.id)).toBeNull();
  });
});

describe("a seat", () => {
  test("stands once per jabatan, instansi and desa; the refusal names the other", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const villages = await listOwnVillages(actor);
    const kades = { title: "Kepala Desa", institution: "Pemerintah Desa", sector: "DESA" };
    const first = await addSeat(actor, newSeat({ ...kades, villageCode: villages[0]?.code, name: "Ba'u" }));
    expect(first).toMatchObject({ ok: true });
    const same = newSeat({ ...kades, title: "kepala desa", villageCode: villages[0]?.code });
    const refused = await addSeat(actor, same);
    expect(refused).toMatchObject({ ok: false, field: "title" });
    expect(refused).toHaveProperty("reason", expect.stringContaining("Ba'u"));
    expect(refused).toHaveProperty("reason", expect.stringContaining(String(villages[0]?.name)));
    const other = newSeat({ ...kades, villageCode: villages[1]?.code });
    expect(await addSeat(actor, other)).toMatchObject({ ok: true });
    expect(
      await editSeatNow(actor, other.id, seatSchema.parse({ ...kades, villageCode: villages[0]?.code })),
    ).toMatchObject({ ok: false, field: "title" });
  });

  test("the same in another puskesmas stands in nobody's way", async () => {
    expect(await addSeat(await makeActor("PUSKESMAS_STAFF"), newSeat())).toMatchObject({ ok: true });
    expect(await addSeat(await makeActor("PUSKESMAS_STAFF"), newSeat())).toMatchObject({ ok: true });
  });

  test("ten of one at once: one stands", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const outcomes = await allEnded(Array.from({ length: 10 }, () => addSeat(actor, newSeat())));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.seat.count()).toBe(1);
    expect(await db.seatHolder.count()).toBe(1);
  });

  test("the same form sent twice makes one", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const input = newSeat();
    const outcomes = await allEnded([addSeat(actor, input), addSeat(actor, input)]);
    expect(outcomes).toEqual([
      { ok: true, id: input.id },
      { ok: true, id: input.id },
    ]);
    expect([await db.seat.count(), await db.event.count()]).toEqual([1, 1]);
  });

  test("an archived one frees its place, and comes back only while the place is free", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const first = newSeat();
    await addSeat(actor, first);
    expect(await archiveSeat(actor, first.id)).toEqual({ ok: true });
    const second = newSeat({ name: "Pengganti" });
    expect(await addSeat(actor, second)).toMatchObject({ ok: true });
    const refused = await restoreSeat(actor, first.id);
    expect(refused).toHaveProperty("reason", expect.stringContaining("Pengganti"));
    await archiveSeat(actor, second.id);
    expect(await restoreSeat(actor, first.id)).toEqual({ ok: true });
    expect(await changeHolder(actor, second.id, successor("Siapa pun", second.holderId))).toMatchObject({ ok: false });
  });

  test("belongs to a desa of the working area only", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    expect(await addSeat(actor, newSeat({ villageCode: "35.08.12.2001" }))).toMatchObject({
      ok: false,
      field: "villageCode",
    });
  });

  test("may be vacant, and then be filled", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const input = newSeat({ name: "" });
    await addSeat(actor, input);
    expect((await findSeat(actor, input.id))?.holder).toBeNull();
    expect(await changeHolder(actor, input.id, successor("Sulastri", null))).toEqual({ ok: true });
    expect((await findSeat(actor, input.id))?.holder?.name).toBe("Sulastri");
  });

  test.each(names)("takes the name %s as it is", async (name) => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const input = newSeat({ name, title: name, institution: name });
    await addSeat(actor, input);
    expect(await findSeat(actor, input.id)).toMatchObject({ title: name, institution: name, holder: { name } });
    expect((await listSeats(actor, { q: name })).seats).toHaveLength(1);
  });
});

describe("the holder", () => {
  test("changes: the old one's term ends where the new one begins", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id, holder: old } = await makeSeat({
      organisationId: actor.organisation.id,
      holder: { name: "Lama", since: new Date("2024-01-02T03:00:00Z") },
    });
    expect(await changeHolder(actor, id, successor("Baru", old?.id ?? null, { since: "2026-03-01" }))).toEqual({
      ok: true,
    });
    const found = await findSeat(actor, id);
    // Midnight in WIB.
    const since = new Date("2026-02-28T17:00:00Z");
    expect(found?.holder).toMatchObject({ name: "Baru", since, until: null });
    expect(found?.former).toMatchObject([{ name: "Lama", until: since }]);
  });

  test("cannot begin before the former one, nor tomorrow", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id, holder: old } = await makeSeat({
      organisationId: actor.organisation.id,
      holder: { since: new Date("2026-03-01T00:00:00Z") },
    });
    for (const since of ["2026-02-01", "2099-01-01"])
      expect(await changeHolder(actor, id, successor("Baru", old?.id ?? null, { since }))).toMatchObject({
        ok: false,
        field: "since",
      });
  });

  test("two new ones at once: one is in, the other is told who", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id, holder: old } = await makeSeat({ organisationId: actor.organisation.id });
    const outcomes = await allEnded(
      ["Pertama", "Kedua"].map((name) => changeHolder(actor, id, successor(name, old?.id ?? null))),
    );
    const winner = (await findSeat(actor, id))?.holder?.name;
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toHaveProperty("reason", expect.stringContaining(String(winner)));
    expect(await db.seatHolder.count({ where: { seatId: id, until: null } })).toBe(1);
  });

  test("is corrected without a new term; the record never says the number", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id, holder: old } = await makeSeat({ organisationId: actor.organisation.id, holder: { name: "Sulatri" } });
    const phone = "6284000009999";
    expect(
      await correctHolder(actor, id, old?.id ?? "", holder("Sulastri", { phone: "0840-0000-9999", prefix: "PLT" })),
    ).toEqual({ ok: true });
    expect(await findSeat(actor, id)).toMatchObject({
      former: [],
      holder: { id: old?.id, name: "Sulastri", phone, prefix: "PLT", since: old?.since },
    });
    const records = JSON.stringify(await db.event.findMany({ omit: { id: true } }));
    expect((await listSentences()).flatMap(({ lines }) => lines)).toContain("nomor: nomor HP diganti");
    expect(records).not.toMatch(/840000|8400000/);
  });

  test("of a form shown before a change is not corrected", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id, holder: old } = await makeSeat({ organisationId: actor.organisation.id });
    await changeHolder(actor, id, successor("Baru", old?.id ?? null));
    for (const outcome of [
      await correctHolder(actor, id, old?.id ?? "", holder("Salah orang")),
      await vacateSeat(actor, id, old?.id ?? ""),
    ])
      expect(outcome).toHaveProperty("reason", expect.stringContaining("Baru"));
  });

  test("of an invitation stays who it was", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id, holder: old } = await makeSeat({ organisationId: actor.organisation.id, holder: { name: "Lama" } });
    const meeting = await makeMeeting("DRAFT", { host: actor.organisation });
    await inviteSeats(actor, meeting.id, [id]);
    await changeHolder(actor, id, successor("Baru", old?.id ?? null));
    await editSeatNow(actor, id, seat({ title: "Jabatan lain" }));
    expect(await db.invitation.findMany()).toMatchObject([
      { holderName: "Lama", title: expect.not.stringMatching("lain") },
    ]);
  });
});

test("five kader of one posyandu are five, each said to be one more", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const kader = { title: "Kader", institution: "Posyandu Melati", sector: "DESA" };
  expect(await addSeat(actor, newSeat({ ...kader, name: "Sumiati" }))).toMatchObject({ ok: true });
  expect(await addSeat(actor, newSeat({ ...kader, name: "Rohaya" }))).toMatchObject({
    ok: false,
    reason: expect.stringContaining("Orang tambahan"),
  });
  for (const name of ["Rohaya", "Partinem", "Siti Aminah", "Painem"])
    expect(await addSeat(actor, newSeat({ ...kader, name, isAnother: "ya" }))).toMatchObject({ ok: true });
  const seats = await db.seat.findMany({ orderBy: { ordinal: "asc" }, include: { holders: true } });
  expect(seats.map(({ ordinal, holders }) => `${ordinal} ${holders[0]?.name}`)).toEqual([
    "1 Sumiati",
    "2 Rohaya",
    "3 Partinem",
    "4 Siti Aminah",
    "5 Painem",
  ]);
});

test.each([
  ["left as it came with the sector", 100, "100", 10],
  ["one of its own", 17, "17", 17],
  ["typed with it", 100, "12", 12],
])("a corrected sector corrects the order: %s", async (_, before, typed, after) => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const { id } = await makeSeat({
    organisationId: actor.organisation.id,
    title: "Camat",
    sector: "OTHER",
    protocolOrder: before,
  });
  expect(await editSeatNow(actor, id, seat({ protocolOrder: typed }))).toEqual({ ok: true });
  expect(await db.seat.findUnique({ where: { id } })).toMatchObject({ sector: "KECAMATAN", protocolOrder: after });
});

describe("what the form says", () => {
  test.each([
    ["0840-0000-1234", "6284000001234"],
    ["+62 840 0000 1234", "6284000001234"],
    ["6208400001234", "628400001234"],
    ["\u202a+62 840\u20110000\u20111234\u202c", "6284000001234"],
    ["(0727) 330123", "62727330123"],
    ["", null],
  ])("phone %s", (typed, kept) => {
    expect(holder("Sulastri", { phone: typed }).phone).toBe(kept);
  });

  test.each(["0812", "08xx-1234-5678", "12345678901234567890"])(
    "phone %s is refused with the way to write it",
    (phone) => {
      expect(holderSchema.safeParse({ name: "Sulastri", phone }).error?.issues).toMatchObject([
        { path: ["phone"], message: `Nomor HP ${phone} belum benar: tulis seperti 0840-0000-0123` },
      ]);
    },
  );

  test("a vacant seat has no phone; an own post wants a prefix", () => {
    const paths = (input: object) => newSeatSchema.safeParse(input).error?.issues.map((issue) => issue.path[0]);
    const base = { ...newSeat(), protocolOrder: "", since: "" };
    expect(paths({ ...base, name: "", phone: "084000001234" })).toEqual(["name"]);
    expect(paths({ ...base, ownPost: "Kepala Bidang" })).toEqual(["prefix"]);
  });
});

describe("the list", () => {
  test("is in protocol order, by pages, and finds what is typed as it is typed", async () => {
    const actor = await makeActor("PUSKESMAS_READER");
    const organisationId = actor.organisation.id;
    const villages = await listOwnVillages(actor);
    await db.seat.createMany({
      data: Array.from({ length: 200 }, (_, index) =>
        seatRow({ organisationId, title: `Kepala Desa ${index}`, protocolOrder: 50 }),
      ),
    });
    await makeSeat({ organisationId, title: "Camat", sector: "KECAMATAN", holder: { name: "100% Ba'u_\\" } });
    await makeSeat({ organisationId, title: "Bidan", sector: "HEALTH", villageCode: villages[9]?.code ?? "" });
    const first = await listSeats(actor);
    expect(first.seats[0]?.title).toBe("Camat");
    expect(first).toMatchObject({ total: 202, hasMore: true });
    expect(first.seats).toHaveLength(seatsPerPage);
    const last = await listSeats(actor, { page: 5 });
    expect(last.seats.map((row) => row.title)).toContain("Bidan");
    expect(last.hasMore).toBe(false);
    const found = async (q: string) => (await listSeats(actor, { q })).seats.map((row) => row.title);
    for (const q of ["100%", "ba'u", "u_\\", "camat ba'u", "CAMAT"]) expect(await found(q)).toEqual(["Camat"]);
    expect(await found("bidan margasari")).toEqual(["Bidan"]);
    for (const q of ["%", "_", "\\"]) expect(await found(q)).toEqual(["Camat"]);
    const code = villages[9]?.code ?? "";
    for (const q of [code, code.replaceAll(".", ""), `bidan ${code}`]) expect(await found(q)).toEqual(["Bidan"]);
    expect((await listSeats(actor, { sector: "HEALTH" })).total).toBe(1);
  });

  test("finds a seat as people read it: kinds of blanks and apostrophes, what cannot be seen", async () => {
    const actor = await makeActor("PUSKESMAS_READER");
    const seat = {
      organisationId: actor.organisation.id,
      title: "Kepala\u00a0Desa",
      institution: "Desa Marga\u200bsari",
    };
    await makeSeat({ ...seat, holder: { name: "Siti  Ba’u" } });
    const written = ["kepala desa margasari", "siti ba'u", "SITI\u00a0BA`U", "marga\u200bsari", "Siti Ba‘u"];
    for (const q of written) expect((await listSeats(actor, { q })).total, q).toBe(1);
    expect((await listSeats(actor, { q: "siti bau" })).total).toBe(0);
  });
});

test("of two who edit a seat at once the second is told, and what the first wrote stays", async () => {
  const actor = await makeActor("PUSKESMAS_ADMIN");
  const { id, version } = await makeSeat({ organisationId: actor.organisation.id });
  const edit = (title: string) => editSeat(actor, id, { ...seat({ title }), version });
  expect(await edit("Camat")).toEqual({ ok: true });
  expect(await edit("Lurah")).toMatchObject({ ok: false, reason: expect.stringContaining("diubah orang lain") });
  expect(await db.seat.findUnique({ where: { id } })).toMatchObject({ title: "Camat", version: 1 });
});
