// The page of an owner's link, as the server answers it.

import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerOwner } from "@/app/t/[token]/owner";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { answerPlainly } from "@/lib/http/plain-http";
import type { Meeting, Organisation } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { documentRow } from "../factories/evidence";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas, villagesOf } from "../factories/organisations";
import { makeOwnerLink } from "../factories/owner-links";
import { makePerson } from "../factories/persons";
import { makeSeat } from "../factories/seats";
import { makeActor } from "../factories/users";

let photo: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const drawn = sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#aca" } });
  const placed = drawn.withExif({ IFD3: { GPSLatitude: "5/1 39/1 0/1", GPSLatitudeRef: "S" } });
  photo = new Uint8Array(await placed.jpeg().toBuffer());
});

let puskesmas: Organisation;
let meeting: Meeting;
let seat: Awaited<ReturnType<typeof makeSeat>>;
let token: string;

beforeEach(async () => {
  puskesmas = await makePuskesmas();
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  seat = await makeSeat({ organisationId: puskesmas.id, title: "Kepala Desa", institution: "Desa <Margasari>" });
  const owner = {
    seatId: seat.id,
    name: "Sutrisno",
    title: "Kepala Desa",
    institution: "Desa <Margasari>",
  };
  token = (await makeOwnerLink({ organisationId: puskesmas.id, ...owner })).token;
});

const makeRow = (changes: Record<string, unknown> = {}) =>
  makeActionItem({ meetingId: meeting.id, responsibleSeatId: seat.id, ...changes });

let lastAddress = 0;
const nextAddress = () => `203.0.113.${++lastAddress}`;

function ask(path: string, { method = "GET", address = nextAddress() } = {}) {
  return answerOwner({ method, path, headers: {}, address, body: "" });
}

async function send(fields: [string, string | File][], headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const request = new Request(`http://lokmin.test/t/${token}`, {
    method: "POST",
    headers: { "x-client-address": nextAddress(), ...headers },
    body,
  });
  const response = await answerPlainly(request, answerOwner);
  return { status: response.status, body: await response.text(), location: response.headers.get("location") };
}

const report = (itemId: string, changes: Record<string, string> = {}): [string, string | File][] =>
  Object.entries({ rtl: itemId, id: randomUUID(), status: "IN_PROGRESS", percent: "40", note: "", ...changes });

describe("reading", () => {
  test("rows in words, no script, nothing kept, and nothing changes", async () => {
    const item = await makeRow({ activity: "Sweeping <imunisasi>" });
    await makeRow();
    const { status, body, headers } = await ask(`/t/${token}`);
    expect(status).toBe(200);
    expect(body).toContain("Sweeping &lt;imunisasi&gt;");
    expect(body).toContain("Desa &lt;Margasari&gt;");
    expect(body).toContain(`?rtl=${item.id}`);
    expect(body).not.toMatch(/<script|<form/);
    expect(body).toContain("<title>Tindak lanjut Lokmin</title>");
    expect(headers).toMatchObject({
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex, nofollow",
      "Cache-Control": "no-store",
    });
    expect(await db.event.count()).toBe(0);
  });

  test("the only row brings its form at once, a chosen one among many too", async () => {
    const item = await makeRow();
    expect((await ask(`/t/${token}`)).body).toContain("Kirim laporan");
    await makeRow();
    expect((await ask(`/t/${token}`)).body).not.toContain("Kirim laporan");
    expect((await ask(`/t/${token}?rtl=${item.id}`)).body).toContain("Kirim laporan");
    expect((await ask(`/t/${token}?rtl=%00`)).status).toBe(200);
  });

  test("twenty rows with all there is to tell stay under 14 KB", async () => {
    const villages = await villagesOf("18.01.15");
    for (let number = 0; number < 20; number++) {
      const item = await makeRow({
        activity: `Kunjungan rumah dan penyuluhan bayi yang belum lengkap imunisasinya, putaran ${number}`,
        indicator: "Cakupan imunisasi dasar lengkap",
        baseline: 77.5,
        target: 95,
        unit: "persen",
        villageCodes: villages.slice(0, 3).map(({ code }) => code),
      });
      if (number < 5) await makeProgressReport({ itemId: item.id, note: "Kader sudah berkeliling" });
    }
    const { body } = await ask(`/t/${token}`);
    expect(body.match(/<li>/g)).toHaveLength(20);
    expect(Buffer.byteLength(body)).toBeLessThan(14_000);
  });

  test("a wrong, mangled and revoked link say the same, and many wrong ones are slowed", async () => {
    await makeRow();
    const revoked = await makeOwnerLink({
      organisationId: puskesmas.id,
      personId: (await makePerson({ organisationId: puskesmas.id })).id,
      revokedAt: new Date(),
    });
    const wrong = `/t/${"A".repeat(22)}`;
    const bodies = await allEnded(
      [wrong, "/t/x", "/t", `/t/${revoked.token}`, `/t/${token}/x`].map((path) => ask(path)),
    );
    expect(new Set(bodies.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(bodies[0]?.status).toBe(404);
    const address = nextAddress();
    for (let count = 0; count < 20; count++) await ask(wrong, { address });
    expect((await ask(wrong, { address })).status).toBe(429);
    // A right link is no guess.
    expect((await ask(`/t/${token}`, { address })).status).toBe(200);
  });
});

describe("reporting", () => {
  test("with photos: kept small, without a place, seen by staff and by no other puskesmas", async () => {
    const item = await makeRow();
    const fields = report(item.id, { note: "Dua dusun selesai" });
    const id = fields.find(([name]) => name === "id")?.[1];
    fields.push(["photo", new File([photo], "sweeping.jpg")], ["photo", new File([photo], "kader.png")]);
    expect(await send(fields)).toMatchObject({ status: 303, location: `/t/${token}?terkirim` });
    expect((await send(fields)).status).toBe(303);
    const documents = await db.document.findMany({ include: { content: true } });
    expect(documents.map(({ kind, mimeType, reportId }) => [kind, mimeType, reportId])).toEqual([
      ["PROGRESS_PHOTO", "image/jpeg", id],
      ["PROGRESS_PHOTO", "image/jpeg", id],
    ]);
    expect((await sharp(documents[0]?.content?.bytes).metadata()).exif).toBeUndefined();
    expect(await db.progressReport.count()).toBe(1);
    const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
    const stranger = await makeActor("PUSKESMAS_STAFF");
    expect(await findDocument(staff, documents[0]?.id ?? "")).not.toBeNull();
    expect(await findDocument(stranger, documents[0]?.id ?? "")).toBeNull();
    const { body } = await ask(`/t/${token}?terkirim`);
    expect(body).toContain("Terima kasih, laporan Anda sudah kami terima");
    expect(body).toContain("40 %: Dua dusun selesai (2 berkas)");
    expect(body).toContain("Menunggu pemeriksaan puskesmas");
  });

  test("works without a file field at all", async () => {
    const item = await makeRow();
    const body = new URLSearchParams({ rtl: item.id, id: randomUUID(), status: "DONE" }).toString();
    const reply = await answerOwner({ method: "POST", path: `/t/${token}`, headers: {}, address: nextAddress(), body });
    expect(reply.status).toBe(303);
    expect(await db.actionItem.findFirst()).toMatchObject({ status: "DONE", percent: 100 });
  });

  test.each<[string, Record<string, string>, File | null, string]>([
    ["a percent that is none", { percent: "abc" }, null, "Kemajuan harus angka bulat 0 sampai 100"],
    ["a hindrance without words", { status: "KENDALA", note: "" }, null, "Isi catatan: apa kendalanya"],
    ["a hundred percent that goes on", { percent: "100" }, null, "Masih ada yang berjalan walau 100 %"],
    ["a file that is no photo", {}, new File(["MZ\u0090"], "foto.jpg"), "bukan foto"],
    ["an empty file", {}, new File([], "foto.jpg"), "kosong"],
    ["a photo that is too big", {}, new File([new Uint8Array(12.5 * 1024 * 1024)], "foto.jpg"), "lebih dari 12 MB"],
    ["photos that are too big", {}, new File([new Uint8Array(26 * 1024 * 1024)], "foto.jpg"), "lebih dari 25 MB"],
  ])("%s is refused with its reason; what was typed stays, nothing is saved", async (_, changes, file, reason) => {
    const item = await makeRow();
    await makeRow();
    const fields = report(item.id, { note: "Kata <saya>", ...changes });
    if (file) fields.push(["photo", file]);
    const reply = await send(fields);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(reason);
    if (changes.note !== "") expect(reply.body).toContain("Kata &lt;saya&gt;");
    expect(reply.body).toContain(`name="id" value="${fields.find(([name]) => name === "id")?.[1]}"`);
    expect(await db.progressReport.count()).toBe(0);
    expect(await db.document.count()).toBe(0);
  });

  test("a link fills no database: ten reports a day on a row, twenty files in all", async () => {
    const [item, other] = [await makeRow(), await makeRow()];
    const link = await db.ownerLink.findFirstOrThrow();
    const told = { itemId: item.id, ownerLinkId: link.id };
    const dayBefore = new Date(Date.now() - 86_500_000);
    const earlier = await makeProgressReport({ ...told, createdAt: dayBefore });
    const files = (reportId: string, count: number) =>
      db.document.createMany({
        data: Array.from({ length: count }, () => documentRow({ kind: "PROGRESS_PHOTO", reportId })),
      });
    await files(earlier.id, 19);
    await files((await makeProgressReport({ itemId: item.id, createdAt: dayBefore })).id, 9);
    const photos: [string, File][] = ["satu.jpg", "dua.jpg"].map((name) => ["photo", new File([photo], name)]);
    const full = await send([...report(item.id), ...photos]);
    expect(full.status).toBe(422);
    expect(full.body).toContain("sudah ada 19 dari paling banyak 20 foto");
    expect((await send([...report(item.id), ...photos.slice(0, 1)])).status).toBe(303);
    for (let count = 1; count < 10; count++) await makeProgressReport(told);
    const often = await send(report(item.id));
    expect(often.status).toBe(422);
    expect(often.body).toContain("sudah melapor 10 kali tentang RTL ini");
    expect(await db.progressReport.count({ where: told })).toBe(11);
    expect((await send([...report(other.id), ...photos])).status).toBe(303);
  });

  test("from another page, on another's row and too often it is refused", async () => {
    const item = await makeRow();
    const foreign = await makeActionItem({ meetingId: meeting.id, activity: "Rahasia desa lain" });
    expect((await send(report(item.id), { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const reply = await send(report(foreign.id));
    expect(reply.status).toBe(409);
    expect(reply.body).not.toContain("Rahasia desa lain");
    for (let count = 0; count < 20; count++) await send(report(item.id));
    expect((await send(report(item.id))).status).toBe(429);
  });

  test("what the puskesmas said to a report is told with its reason", async () => {
    const item = await makeRow();
    const fields = report(item.id);
    await send(fields);
    const reportId = String(fields.find(([name]) => name === "id")?.[1]);
    await db.reportCheck.create({
      data: { reportId, isAccepted: false, note: "Sebutkan dusunnya", checker: "Petugas Rahasia" },
    });
    const { body } = await ask(`/t/${token}`);
    expect(body).toContain("Dikembalikan</span>: Sebutkan dusunnya");
    expect(body).not.toContain("Petugas Rahasia");
    await db.reportCheck.update({ where: { reportId }, data: { isAccepted: true } });
    expect((await ask(`/t/${token}`)).body).toContain("Diterima puskesmas");
  });
});
