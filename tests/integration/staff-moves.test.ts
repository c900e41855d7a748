import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { answerOwnRecord } from "@/app/d/[token]/own-record";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { loggablePath } from "@/lib/log";
import { giveStaffLink, revokeStaffLink } from "@/lib/staff/links";
import { listMoves } from "@/lib/staff/move-reads";
import { moveSchema, releaseSchema } from "@/lib/staff/move-schema";
import { askMove, decideMove, releaseStaff, withdrawMove } from "@/lib/staff/moves";
import { findStaff } from "@/lib/staff/reads";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeLicence, makePlacement, makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const nip = "198501012010012001";
let before: Actor;
let after: Actor;
let staffId: string;

beforeEach(async () => {
  before = await makeActor("PUSKESMAS_ADMIN");
  after = await makeActor("PUSKESMAS_HEAD");
  const placed = { organisationId: before.organisation.id, name: "Sulastri <Ela>", nip, phone: "6284000000123" };
  staffId = (await makeStaff(placed)).id;
});

const request = (changes: Record<string, unknown> = {}) =>
  moveSchema.parse({
    ...{ id: randomUUID(), organisationId: after.organisation.id, number: "19850101 201001 2 001" },
    ...{ startsOn: "2024-03-01", status: "PNS", ...changes },
  });

const yes = { answer: "ya", note: null } as const;

describe("a move between offices", () => {
  test("is asked for by the new office, confirmed by the old one, and takes the record along", async () => {
    await makeLicence({ staffId });
    const input = request();
    expect(await askMove(after, input)).toEqual({ ok: true });
    expect(await askMove(after, input)).toEqual({ ok: true });
    expect(await findStaff(after, staffId)).toBeNull();
    expect(await listMoves(before)).toMatchObject([{ id: input.id, mayDecide: true, mayWithdraw: false }]);
    expect(await listMoves(after)).toMatchObject([{ id: input.id, mayDecide: false, mayWithdraw: true }]);
    await expect(decideMove(after, input.id, yes)).rejects.toThrow(NotAllowed);

    expect(await decideMove(before, input.id, yes)).toEqual({ ok: true });
    expect(await findStaff(after, staffId)).toMatchObject({
      ...{ isWhole: true, phone: "6284000000123", licences: [{}], office: { id: after.organisation.id } },
      placements: [
        { startsOn: "2024-03-01", endsOn: null },
        { startsOn: "2020-01-01", endsOn: "2024-02-29", endReason: "MOVED" },
      ],
    });
    const former = await findStaff(before, staffId);
    expect(former).toMatchObject({ isWhole: false, placements: [{ organisation: { id: before.organisation.id } }] });
    expect(JSON.stringify(former)).not.toContain("6284000000123");
    expect(await listMoves(before)).toEqual([]);
    const told = await db.event.findMany({ where: { action: "staff.moved" }, select: { organisationId: true } });
    expect(told.map(({ organisationId }) => organisationId).sort()).toEqual(
      [before.organisation.id, after.organisation.id].sort(),
    );
  });

  test("is decided by the Dinkes above the old office, refused with a reason, or taken back", async () => {
    const input = request();
    await askMove(after, input);
    expect(await askMove(after, request())).toMatchObject({ ok: false, field: "number" });
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: before.organisation.parentId ?? "" });
    expect(await decideMove(dinkes, input.id, { answer: "tidak", note: null })).toMatchObject({ field: "note" });
    expect(await decideMove(dinkes, input.id, { answer: "tidak", note: "Masih dibutuhkan" })).toEqual({ ok: true });
    expect(await decideMove(before, input.id, yes)).toMatchObject({ ok: false });
    const again = request();
    expect(await askMove(after, again)).toEqual({ ok: true });
    await expect(withdrawMove(before, again.id)).rejects.toThrow(NotAllowed);
    expect(await withdrawMove(after, again.id)).toEqual({ ok: true });
    expect(await findStaff(before, staffId)).toMatchObject({ isWhole: true });
  });

  test("asked for by two offices at once is one, and confirmed twice at once is one", async () => {
    const other = await makeActor("PUSKESMAS_ADMIN");
    const both = [askMove(after, request()), askMove(other, request({ organisationId: other.organisation.id }))];
    expect((await allEnded(both)).map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { id } = await db.staffMove.findFirstOrThrow();
    const decided = await allEnded([decideMove(before, id, yes), decideMove(before, id, yes)]);
    expect(decided.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db.staffPlacement.count({ where: { staffId } })).toBe(2);
  });

  test("of an unknown number, into a day to come or before he began is refused in words", async () => {
    expect(await askMove(after, request({ number: "198501012010012009" }))).toMatchObject({ field: "number" });
    expect(await askMove(after, request({ startsOn: "2090-01-01" }))).toMatchObject({ field: "startsOn" });
    expect(await askMove(before, request({ organisationId: before.organisation.id }))).toMatchObject({ ok: false });
    const early = request({ startsOn: "2019-01-01" });
    await askMove(after, early);
    expect(await decideMove(before, early.id, yes)).toMatchObject({ ok: false, field: "startsOn" });
  });

  test("is made by the old office to a neighbour at once, never to an office elsewhere", async () => {
    const neighbour = await makePuskesmas({ parentId: before.organisation.parentId });
    const release = (toId: string) => releaseSchema.parse({ toId, startsOn: "2024-03-01", status: "PNS" });
    expect(await releaseStaff(before, staffId, release(after.organisation.id))).toMatchObject({ field: "toId" });
    expect(await releaseStaff(before, staffId, release(neighbour.id))).toEqual({ ok: true });
    expect(await db.staffMember.findUnique({ where: { id: staffId } })).toMatchObject({ organisationId: neighbour.id });
    await expect(releaseStaff(before, staffId, release(neighbour.id))).rejects.toThrow(NotAllowed);
  });
});

let lastAddress = 0;
const ask = (path: string, method = "GET") =>
  answerOwnRecord({ method, path, headers: {}, address: `203.0.113.${++lastAddress}`, body: "" });

async function linkNow(actor: Actor): Promise<string> {
  const found = await findStaff(actor, staffId);
  if (!found?.isWhole || !found.link) throw new Error("no link");
  return new URL(found.link, "http://lokmin.test").pathname;
}

describe("a person's own link", () => {
  test("shows his whole record in a few kilobytes without script, also after a move", async () => {
    const dinkes = await makeKabupaten();
    const former = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Lama" });
    const ended = { endsOn: new Date("2019-12-31"), endReason: "MOVED" as const };
    await makePlacement({ staffId, organisationId: former.id, startsOn: new Date("2015-01-01"), ...ended });
    await makeLicence({ staffId, number: "STR-77" });
    expect(await giveStaffLink(before, staffId)).toEqual({ ok: true });
    const path = await linkNow(before);
    const page = await ask(path);
    expect(page).toMatchObject({ status: 200, headers: { "Cache-Control": "no-store" } });
    const html = String(page.body);
    for (const words of ["Sulastri &lt;Ela&gt;", nip, "Puskesmas Lama", "STR-77", "Berlaku seumur hidup"])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<script|<title>[^<]*Sulastri/);
    expect(Buffer.byteLength(html)).toBeLessThan(8 * 1024);

    const input = request();
    await askMove(after, input);
    await decideMove(before, input.id, yes);
    expect(String((await ask(path)).body)).toContain(after.organisation.name);
  });

  test("ends when it is replaced or revoked, and tells a stranger nothing", async () => {
    await giveStaffLink(before, staffId);
    const first = await linkNow(before);
    await giveStaffLink(before, staffId);
    const second = await linkNow(before);
    expect((await ask(first)).status).toBe(404);
    expect((await ask(second)).status).toBe(200);
    expect((await ask(`${second}/lain`)).status).toBe(404);
    expect((await ask(second, "PUT")).status).toBe(405);
    await revokeStaffLink(before, staffId);
    const gone = await ask(second);
    expect(gone.status).toBe(404);
    expect(String(gone.body)).not.toContain("Sulastri");
    expect(loggablePath(second)).toBe("/d/[token]");
  });
});
