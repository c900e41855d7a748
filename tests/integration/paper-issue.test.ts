// PDFs that leave the office: made once, kept, readable by those who may read what they are of, and checked by anybody.
import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { answerCheck } from "@/app/periksa/[[...kode]]/check";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { type IssuedFile, issuePaper } from "@/lib/papers/issue";
import type { Meeting } from "@/prisma/generated/client";
import { makeAttendance } from "@/tests/factories/attendance";
import { listSentences } from "@/tests/factories/events";
import { documentRow } from "@/tests/factories/evidence";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { signaturePictures } from "@/tests/factories/sample-papers";
import { makeActor } from "@/tests/factories/users";

let meeting: Meeting;
let staff: Actor;
let provinceId: string;

beforeEach(async () => {
  vi.stubEnv("APP_URL", "https://lokmin.contoh.go.id");
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  const host = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Sragi" });
  provinceId = province.id;
  meeting = await makeMeeting("IN_PROGRESS", { host });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
});

async function sign(name: string) {
  const invitation = await makeInvitation({ meetingId: meeting.id, holderName: name });
  const attendance = await makeAttendance({ meetingId: meeting.id, invitation, name });
  const [[, signature] = []] = await signaturePictures(1);
  if (!signature) throw new Error("no signature");
  const row = documentRow({ kind: "SIGNATURE", attendanceId: attendance.id, mimeType: "image/png" });
  await db.document.create({ data: { ...row, content: { create: { bytes: signature.bytes } } } });
}

async function issued(actor: Actor = staff, options: Record<string, string> = {}): Promise<IssuedFile> {
  const outcome = await issuePaper(actor, "daftar-hadir", meeting.id, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.file;
}

describe("a PDF", () => {
  test("is the same file as long as it says the same, and another once it says something else", async () => {
    await sign("Sulastri, S.Tr.Keb., SKM, MKM");
    const first = await issued();
    expect(await issued()).toEqual(first);
    expect(await issued(await makeActor("PUSKESMAS_READER", { organisationId: meeting.hostId }))).toEqual(first);
    await sign("Ba'u");
    const second = await issued();
    expect(second.code).not.toBe(first.code);
    expect(await issued(staff, { utm: "1" })).toEqual(second);
    const blank = await issued(staff, { utm: "1", ukuran: "A4", kosong: "1" });
    const rows = await db.issuedPaper.findMany({ orderBy: { createdAt: "asc" }, include: { file: true } });
    expect(rows.map(({ code, options }) => [code, options])).toEqual([
      [first.code, ""],
      [second.code, ""],
      [blank.code, "kosong=1&ukuran=A4"],
    ]);
    expect(rows[0]?.sha256).toBe(createHash("sha256").update(first.bytes).digest("hex"));
    expect((await listSentences()).filter(({ says }) => says.includes("membuat PDF"))).toHaveLength(3);
  });

  test("asked for twice at once is one file", async () => {
    await sign("Ba'u");
    const [one, other] = await Promise.allSettled([issued(), issued()]);
    expect(one.status === "fulfilled" && one.value.code).toBeTruthy();
    expect(other).toEqual(one);
    expect(await db.issuedPaper.count()).toBe(1);
    expect(await db.document.count({ where: { kind: "ISSUED_PAPER" } })).toBe(1);
  });

  test("is made anew where its bytes were lost", async () => {
    await sign("Ba'u");
    const first = await issued();
    await db.document.delete({ where: { id: first.id } });
    const second = await issued();
    expect(second.code).not.toBe(first.code);
    expect(await db.issuedPaper.count()).toBe(1);
  });

  test("shows a province no signature, and the one with signatures is not its to read", async () => {
    await sign("Ba'u");
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: provinceId });
    const [own, theirs] = [await issued(), await issued(reviewer)];
    expect(theirs.bytes.length).toBeLessThan(own.bytes.length);
    expect(await findDocument(reviewer, own.id)).toBeNull();
    expect(await findDocument(staff, own.id)).not.toBeNull();
  });

  test("of what the actor may not see is not made", async () => {
    await sign("Ba'u");
    const stranger = await makeActor("PUSKESMAS_HEAD", { organisationId: (await makePuskesmas()).id });
    await expect(issuePaper(stranger, "daftar-hadir", meeting.id, {})).rejects.toThrow(NotAllowed);
    await expect(issuePaper(staff, "daftar-hadir", randomUUID(), {})).rejects.toThrow(NotAllowed);
    await expect(issuePaper(staff, "tidak-ada", meeting.id, {})).rejects.toThrow(NotAllowed);
    expect(await db.issuedPaper.count()).toBe(0);
  });
});

describe("what keeps a paper in the office", () => {
  const blocked = async () => {
    const outcome = await issuePaper(staff, "daftar-hadir", meeting.id, {});
    return outcome.ok || !("blocked" in outcome) ? [] : outcome.blocked;
  };

  test("nobody was there", async () => {
    expect(await blocked()).toEqual([expect.stringContaining("Belum ada yang tercatat hadir")]);
  });

  test("a name that nobody filled in, and a letter that the font lacks", async () => {
    await sign("[Nama Perwakilan]");
    expect(await blocked()).toEqual([expect.stringMatching(/baris 1, Nama: “\[Nama Perwakilan\]” belum diisi/)]);
    await db.attendance.updateMany({ data: { name: "Siti 🌸" } });
    expect(await blocked()).toEqual([expect.stringMatching(/Huruf “🌸” pada Daftar hadir, baris 1, Nama/)]);
    expect(await db.issuedPaper.count()).toBe(0);
  });
});

describe("the page that anybody checks a code on", () => {
  const open = (path: string, address = "192.0.2.1") =>
    answerCheck({ method: "GET", path, headers: {}, address, body: "" });

  test("says what the file is and is not, and names nobody", async () => {
    await sign("Sulastri, S.Tr.Keb., SKM, MKM");
    const { code, bytes } = await issued();
    const { status, body, headers } = await open(`/periksa/${code}`);
    expect(status).toBe(200);
    expect(body).toContain("Puskesmas Sragi");
    expect(body).toContain("Daftar hadir");
    expect(body).toContain(createHash("sha256").update(bytes).digest("hex"));
    expect(body).toContain("bukan tanda tangan elektronik tersertifikasi");
    for (const hidden of ["Sulastri", staff.name, meeting.title, "0840", "<script"]) expect(body).not.toContain(hidden);
    expect(body.length).toBeLessThan(8 * 1024);
    expect(headers["Content-Security-Policy"]).not.toContain("script-src");
    expect(headers["X-Robots-Tag"]).toContain("noindex");
    const typed = `${code.slice(0, 4)} - ${code.slice(4)}`.toLowerCase();
    expect((await open(`/periksa?kode=${encodeURIComponent(typed)}`)).body).toBe(body);
  });

  test("says where a newer file of the same paper was made", async () => {
    await sign("Ba'u");
    const { code } = await issued();
    expect((await open(`/periksa/${code}`)).body).not.toContain("berkas baru");
    await sign("Sulastri");
    await issued();
    expect((await open(`/periksa/${code}`)).body).toContain("membuat berkas baru dari surat yang sama");
  });

  test("knows no other code, and slows down those who guess", async () => {
    for (const path of ["/periksa/22222222", "/periksa/O0I1", "/periksa/%E0%A4%A", "/periksa/<script>"]) {
      const { status, body } = await open(path, "192.0.2.7");
      expect([path, status]).toEqual([path, 404]);
      expect(body).not.toContain("<script>");
    }
    for (let tries = 0; tries < 100; tries += 1) await open("/periksa/22222222", "192.0.2.8");
    expect((await open("/periksa/22222222", "192.0.2.8")).status).toBe(429);
    await sign("Ba'u");
    const { code } = await issued();
    expect((await open(`/periksa/${code}`, "192.0.2.9")).status).toBe(200);
  });
});
