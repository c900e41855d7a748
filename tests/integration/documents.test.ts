import { createHash, randomUUID } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import type { DocumentOwner } from "@/lib/documents/owner";
import { idOfFile, thumbnailOf } from "@/lib/documents/photos";
import { findDocument, listDocuments, listLetters } from "@/lib/documents/reads";
import {
  cleanFileName,
  documentKindNames,
  documentsPerOwner,
  keptPhotoSize,
  type UploadedKind,
} from "@/lib/documents/rules";
import { readBytes } from "@/lib/documents/store";
import { parseForm, readBody, readUpload } from "@/lib/documents/upload";
import { removeDocument, storeDocument, type Uploader } from "@/lib/documents/writes";
import { hashToken } from "@/lib/secrets";
import type { DocumentKind, MeetingStatus, Role } from "@/prisma/generated/client";
import { makeActionItem, makeProgressReport } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { makeOutsideCertificate } from "@/tests/factories/certificates";
import { makeEscalation } from "@/tests/factories/escalations";
import { documentRow } from "@/tests/factories/evidence";
import { makeEvidencePart } from "@/tests/factories/evidence-packs";
import { heic, noisyPhoto, phonePhoto, program, smallPdf } from "@/tests/factories/files";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeIssuedPaper } from "@/tests/factories/issued-papers";
import { untilSomebodyWaits } from "@/tests/factories/locks";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeQuestion } from "@/tests/factories/questions";
import { makeSignedCopy } from "@/tests/factories/signed-copies";
import { makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const file = (bytes: Buffer, changes: { id?: string; kind?: UploadedKind; name?: string } = {}) => ({
  id: randomUUID(),
  kind: "ATTENDANCE_SCAN" as UploadedKind,
  name: "daftar hadir.jpg",
  bytes,
  ...changes,
});

async function office(status: MeetingStatus = "IN_PROGRESS") {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const meeting = await makeMeeting(status, { host: actor.organisation });
  return { actor, meeting, staff: { actor, meetingId: meeting.id } satisfies Uploader };
}

async function kept(actor: Actor, id: string) {
  const document = await findDocument(actor, id);
  if (!document) throw new Error(`No file ${id}`);
  const bytes = await readBytes(document);
  if (!bytes) throw new Error(`No bytes of ${id}`);
  return { ...document, bytes };
}

describe("a photo", () => {
  test("of 12 MB becomes 300 KB or less", async () => {
    const { actor, staff } = await office();
    const bytes = await noisyPhoto(11.5);
    expect(bytes.length).toBeGreaterThan(10 * 1024 * 1024);
    const sent = file(bytes);
    expect(await storeDocument(staff, sent)).toEqual({ ok: true, id: sent.id });
    const { bytes: small, mimeType, sha256 } = await kept(actor, sent.id);
    expect(small.length).toBeLessThanOrEqual(keptPhotoSize);
    expect(mimeType).toBe("image/jpeg");
    expect(sha256).toBe(createHash("sha256").update(small).digest("hex"));
    expect((await sharp(small).metadata()).width).toBeGreaterThanOrEqual(800);
  });

  test("is turned upright and forgets place, device and time", async () => {
    const { actor, staff } = await office();
    const bytes = await phonePhoto(1600, 1200);
    const before = await sharp(bytes).metadata();
    expect(before.orientation).toBe(6);
    expect(before.exif?.length).toBeGreaterThan(0);
    const sent = file(bytes);
    await storeDocument(staff, sent);
    const { bytes: small } = await kept(actor, sent.id);
    const after = await sharp(small).metadata();
    expect(after).toMatchObject({ width: 1200, height: 1600 });
    for (const key of ["exif", "xmp", "iptc", "icc", "orientation"] as const) expect(after[key]).toBeUndefined();
    expect(Buffer.from(small).includes("Exif")).toBe(false);
    const pixel = async (top: number) =>
      [...(await sharp(small).extract({ left: 600, top, width: 1, height: 1 }).raw().toBuffer())].map((value) =>
        Math.round(value / 255),
      );
    expect([await pixel(100), await pixel(1500)]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  test("with a clear ground gets a white one", async () => {
    const { actor, staff } = await office();
    const clear = await sharp({
      create: { width: 40, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const scan = file(clear);
    await storeDocument(staff, scan);
    const [first] = await sharp((await kept(actor, scan.id)).bytes)
      .raw()
      .toBuffer();
    expect(first).toBe(255);
  });
});

describe("what is refused, and why", () => {
  const bomb = () =>
    sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 1 })
      .toBuffer();
  const cases: [string, () => Buffer | Promise<Buffer>, RegExp][] = [
    ["nothing at all", () => Buffer.alloc(0), /kosong \(0 byte\)/],
    ["a program named .jpg", () => program, /bukan foto .* atau PDF/],
    ["a web page", () => Buffer.from("<html><script>alert(1)</script>"), /bukan foto/],
    ["a drawing that runs scripts", () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), /bukan foto/],
    ["an iPhone's HEIC that is cut off", () => heic, /HEIC.*Paling Kompatibel/],
    ["more than 12 MB", () => Buffer.concat([smallPdf, Buffer.alloc(12 * 1024 * 1024)]), /lebih dari 12 MB/],
    [
      "a PDF above 5 MB",
      () => Buffer.concat([smallPdf, Buffer.alloc(5 * 1024 * 1024)]),
      /PDF ini .* paling besar 5 MB/,
    ],
    ["a picture that unfolds to 81 megapixels", bomb, /64 megapiksel/],
    ["half a photo", async () => (await noisyPhoto(1)).subarray(0, 300_000), /rusak atau tidak utuh/],
  ];
  test.each(cases)("%s", async (_name, make, reason) => {
    const { actor, meeting, staff } = await office();
    expect(await storeDocument(staff, file(await make()))).toMatchObject({
      ok: false,
      field: "file",
      reason: expect.stringMatching(reason),
    });
    expect(await listDocuments(actor, meeting.id, "ATTENDANCE_SCAN")).toEqual([]);
  });

  test("a PDF as a photo of the meeting, with where it belongs", async () => {
    const { staff } = await office();
    expect(await storeDocument(staff, file(smallPdf, { kind: "MEETING_PHOTO" }))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/PDF, bukan foto.*Kehadiran/),
    });
  });
});

describe("a file", () => {
  test("of a PDF is kept byte by byte, under a name of what it is", async () => {
    const { actor, staff } = await office();
    const sent = file(smallPdf, { name: "..\\..\\etc/daftar hadir.exe" });
    await storeDocument(staff, sent);
    const document = await kept(actor, sent.id);
    expect(Buffer.from(document.bytes).equals(smallPdf)).toBe(true);
    expect(document).toMatchObject({ name: "daftar hadir.pdf", mimeType: "application/pdf" });
  });

  test("of the same name as another: both survive", async () => {
    const { actor, meeting, staff } = await office();
    await storeDocument(staff, file(smallPdf, { name: "scan.pdf" }));
    await storeDocument(staff, file(smallPdf, { name: "scan.pdf" }));
    expect(await listDocuments(actor, meeting.id, "ATTENDANCE_SCAN")).toMatchObject([
      { name: "scan.pdf" },
      { name: "scan.pdf" },
    ]);
  });

  test("sent twice by one form is one file and one event", async () => {
    const { meeting, staff } = await office();
    const sent = file(smallPdf);
    const outcomes = await allEnded([storeDocument(staff, sent), storeDocument(staff, sent)]);
    expect(outcomes).toEqual([
      { ok: true, id: sent.id },
      { ok: true, id: sent.id },
    ]);
    expect([await db.document.count(), await db.event.count({ where: { meetingId: meeting.id } })]).toEqual([1, 1]);
  });

  test("too many at once: exactly as many as there is room for", async () => {
    const { meeting, staff } = await office();
    const most = documentsPerOwner.ATTENDANCE_SCAN;
    const outcomes = await allEnded(Array.from({ length: most + 5 }, () => storeDocument(staff, file(smallPdf))));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(most);
    expect(await db.document.count({ where: { meetingId: meeting.id } })).toBe(most);
  });

  test("is taken away with its bytes; again changes nothing", async () => {
    const { actor, meeting, staff } = await office();
    const sent = file(smallPdf);
    await storeDocument(staff, sent);
    for (let times = 0; times < 2; times++)
      expect(await removeDocument(actor, meeting.id, "ATTENDANCE_SCAN", sent.id)).toEqual({ ok: true });
    expect([await db.document.count(), await db.documentContent.count()]).toEqual([0, 0]);
    expect(await db.event.findMany({ orderBy: { id: "asc" }, select: { action: true } })).toEqual([
      { action: "document.stored" },
      { action: "document.removed" },
    ]);
  });

  test("of another meeting is not reached through one's own", async () => {
    const [mine, theirs] = [await office(), await office()];
    const sent = file(smallPdf);
    await storeDocument(theirs.staff, sent);
    expect(await removeDocument(mine.actor, mine.meeting.id, "ATTENDANCE_SCAN", sent.id)).toEqual({ ok: true });
    expect(await db.document.count()).toBe(1);
    expect(await storeDocument(mine.staff, file(smallPdf, { id: sent.id }))).toMatchObject({ ok: false });
  });
});

test.each(["MEETING_PHOTO", "ATTENDANCE_SCAN"] as const)(
  "what a page does not show is not taken away through it: of %s",
  async (shown) => {
    const it = await everyOwner();
    for (const { id } of it.rows)
      expect(await removeDocument(it.actor, it.meeting.id, shown, id)).toEqual({ ok: true });
    const left = await db.document.findMany({ select: { kind: true } });
    const kinds = it.rows.map(({ kind }) => kind);
    expect(left.map(({ kind }) => kind).sort()).toEqual(kinds.filter((kind) => kind !== shown).sort());
  },
);

test("a file belongs to exactly one thing: the database refuses none and two", async () => {
  const { meeting } = await office();
  const invitation = await makeInvitation({ meetingId: meeting.id });
  for (const owners of [{}, { meetingId: meeting.id, invitationId: invitation.id }])
    await expect(db.document.create({ data: documentRow({ kind: "MEETING_PHOTO", ...owners }) })).rejects.toThrow(
      /Document_one_owner/,
    );
});

test("a file goes with what it belongs to", async () => {
  const { meeting, rows } = await everyOwner();
  await db.meeting.delete({ where: { id: meeting.id } });
  const kept = await db.document.findMany({ orderBy: { kind: "asc" }, select: { kind: true } });
  const ofNoMeeting = ["LOGO_LEFT", "LOGO_RIGHT", "WORD_FORM", "OUTSIDE_CERTIFICATE", "QUESTION_PICTURE"];
  expect(kept.map(({ kind }) => kind)).toEqual(ofNoMeeting);
  await db.letterhead.deleteMany();
  await db.wordForm.deleteMany();
  await db.staffMember.deleteMany();
  await db.bankQuestion.deleteMany();
  expect(rows.length).toBe(Object.keys(documentKindNames).length);
  expect(await db.document.count()).toBe(0);
});

test("a letter that comes while its invitation is withdrawn waits for it, and is refused", async () => {
  const { meeting, staff } = await office();
  const invitation = await makeInvitation({ meetingId: meeting.id });
  const letter = file(smallPdf, { kind: "DELEGATION_LETTER" });
  const sent = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${meeting.id}::uuid FOR NO KEY UPDATE`;
    const sending = storeDocument({ ...staff, invitationId: invitation.id }, letter);
    await untilSomebodyWaits();
    await tx.invitation.delete({ where: { id: invitation.id } });
    return { sending };
  });
  expect(await sent.sending).toMatchObject({ ok: false, reason: expect.stringContaining("dibatalkan") });
  expect(await db.document.count()).toBe(0);
});

describe("through a personal link", () => {
  test.each([
    ["SCHEDULED", "DELEGATION_LETTER", true],
    ["IN_PROGRESS", "DELEGATION_LETTER", true],
    ["CLOSED", "DELEGATION_LETTER", false],
    ["CANCELLED", "DELEGATION_LETTER", false],
    ["IN_PROGRESS", "ATTENDANCE_SCAN", false],
  ] as const)("%s, %s: %s", async (status, kind, ok) => {
    const { actor, meeting } = await office(status);
    const { token, ...invitation } = await makeInvitation({ meetingId: meeting.id });
    const sent = file(smallPdf, { kind });
    expect(await storeDocument({ tokenHash: hashToken(token) }, sent)).toMatchObject({ ok });
    if (ok)
      expect(await listLetters(actor, meeting.id)).toMatchObject([
        { invitationId: invitation.id, uploader: `${invitation.title}, ${invitation.institution}` },
      ]);
  });

  test("an unknown link stores nothing", async () => {
    await expect(
      storeDocument({ tokenHash: "nobody" }, file(smallPdf, { kind: "DELEGATION_LETTER" })),
    ).rejects.toThrow();
  });
});

describe("several photos of one form", () => {
  test("sent twice are as many as there are; the same photo in another form is another", async () => {
    const { actor, meeting, staff } = await office("CLOSED");
    const photos = [await phonePhoto(60, 40), await phonePhoto(80, 40)];
    const forms = [randomUUID(), randomUUID()];
    const sendAll = (formId: string) =>
      allEnded(
        photos.map((bytes) =>
          storeDocument(staff, {
            ...file(bytes, { kind: "MEETING_PHOTO", id: idOfFile(formId, bytes) }),
            caption: "Apel",
          }),
        ),
      );
    for (const form of [...forms, ...forms])
      for (const outcome of await sendAll(form)) expect(outcome).toMatchObject({ ok: true });
    const listed = await listDocuments(actor, meeting.id, "MEETING_PHOTO");
    expect(listed.map(({ caption }) => caption)).toEqual(["Apel", "Apel", "Apel", "Apel"]);
    const { bytes } = await kept(actor, listed[0]?.id ?? "");
    const small = await sharp(await thumbnailOf(bytes)).metadata();
    expect([small.format, (small.width ?? 0) <= 480]).toEqual(["jpeg", true]);
  });
});

describe("who sees and keeps files", () => {
  const places = ["host", "partner", "neighbour", "kabupaten", "provinsi", "other"] as const;
  const all = Object.keys(documentKindNames) as DocumentKind[];
  const ofOthers = all.filter((kind) => kind !== "WORD_FORM" && kind !== "QUESTION_PICTURE");
  const ofHostAlone: DocumentKind[] = ["EVIDENCE_PART", "OUTSIDE_CERTIFICATE"];
  const seen: Record<string, { role: Role; where: (typeof places)[number]; sees: DocumentKind[]; writes: boolean }> = {
    "admin of the host": { role: "PUSKESMAS_ADMIN", where: "host", sees: all, writes: true },
    "reader of the host": { role: "PUSKESMAS_READER", where: "host", sees: all, writes: false },
    "staff of a co-organiser": {
      role: "PUSKESMAS_STAFF",
      where: "partner",
      // What the host collected of its year, and the records of its staff, are the host's.
      sees: ofOthers.filter((kind) => !ofHostAlone.includes(kind)),
      writes: true,
    },
    "staff of a neighbour": { role: "PUSKESMAS_STAFF", where: "neighbour", sees: [], writes: false },
    "reviewer of their Dinkes": { role: "DINKES_REVIEWER", where: "kabupaten", sees: ofOthers, writes: false },
    "reviewer of the province": {
      role: "DINKES_REVIEWER",
      where: "provinsi",
      // A scanned list shows signatures.
      sees: [
        "MEETING_PHOTO",
        "TRAINING_MATERIAL",
        "PROGRESS_PHOTO",
        "ESCALATION_LETTER",
        "LOGO_LEFT",
        "LOGO_RIGHT",
        "OUTSIDE_CERTIFICATE",
      ],
      writes: false,
    },
    "reviewer of another Dinkes": { role: "DINKES_REVIEWER", where: "other", sees: [], writes: false },
  };
  test.each(Object.entries(seen))("%s", async (_name, { role, where, sees, writes }) => {
    const { meeting, rows, organisations } = await everyOwner();
    const actor = await makeActor(role, { organisationId: organisations[where].id });
    for (const { id, kind } of rows) expect((await findDocument(actor, id)) !== null, kind).toBe(sees.includes(kind));
    for (const kind of ["ATTENDANCE_SCAN", "MEETING_PHOTO"] as const)
      expect((await listDocuments(actor, meeting.id, kind)).length, kind).toBe(sees.includes(kind) ? 1 : 0);
    expect((await listLetters(actor, meeting.id)).length).toBe(sees.includes("DELEGATION_LETTER") ? 1 : 0);
    expect(await findDocument(actor, "bukan-id")).toBeNull();
    const scan = rows.find(({ kind }) => kind === "ATTENDANCE_SCAN")?.id ?? "";
    const store = () => storeDocument({ actor, meetingId: meeting.id }, file(smallPdf));
    const remove = () => removeDocument(actor, meeting.id, "ATTENDANCE_SCAN", scan);
    for (const write of [store, remove])
      if (writes) expect(await write()).toMatchObject({ ok: true });
      else await expect(write()).rejects.toThrow(NotAllowed);
  });

  test("what an organisation keeps as its own, its own people alone", async () => {
    const { organisations } = await everyOwner();
    const logo = documentRow({ kind: "MEETING_PHOTO", organisationId: organisations.host.id });
    await db.document.create({ data: { ...logo, content: { create: { bytes: Buffer.from("x") } } } });
    for (const where of places) {
      const role =
        where === "host" || where === "partner" || where === "neighbour" ? "PUSKESMAS_READER" : "DINKES_ADMIN";
      const actor = await makeActor(role, { organisationId: organisations[where].id });
      expect((await findDocument(actor, logo.id)) !== null, where).toBe(where === "host");
    }
  });
});

/** A running joint meeting with one file of every kind, each with its own owner. */
async function everyOwner() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const other = await makeKabupaten({ parentId: provinsi.id });
  const [host, partner, neighbour] = [
    await makePuskesmas({ parentId: kabupaten.id }),
    await makePuskesmas({ parentId: kabupaten.id }),
    await makePuskesmas({ parentId: kabupaten.id }),
  ];
  const organisations = { host, partner, neighbour, kabupaten, provinsi, other };
  const meeting = await makeMeeting("IN_PROGRESS", { host, organisers: [partner] });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const { id: meetingId } = meeting;
  const invitation = await makeInvitation({ meetingId });
  const attendance = await makeAttendance({ meetingId, invitation });
  const item = await makeActionItem({ meetingId });
  const report = await makeProgressReport({ itemId: item.id });
  const escalation = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  const answerId = randomUUID();
  await db.escalationAnswer.create({
    data: { id: answerId, escalationId: escalation.id, outcome: "RECEIVED", text: "Diterima", answerer: "Dinkes" },
  });
  const ofHost = { id: randomUUID(), organisationId: host.id };
  const letterhead = await db.letterhead.create({ data: { ...ofHost, name: "Kop puskesmas" } });
  const wordForm = await db.wordForm.create({ data: { ...ofHost, paperKind: "minutes", uploader: "Petugas" } });
  const { id: staffId } = await makeStaff({ organisationId: host.id });
  const owners: Record<DocumentKind, DocumentOwner> = {
    OUTSIDE_CERTIFICATE: { outsideCertificateId: (await makeOutsideCertificate({ staffId })).id },
    ATTENDANCE_SCAN: { meetingId },
    MEETING_PHOTO: { meetingId },
    TRAINING_MATERIAL: { meetingId },
    DELEGATION_LETTER: { invitationId: invitation.id },
    SIGNATURE: { attendanceId: attendance.id },
    PROGRESS_PHOTO: { reportId: report.id },
    ESCALATION_LETTER: { answerId },
    LOGO_LEFT: { letterheadId: letterhead.id },
    LOGO_RIGHT: { letterheadId: letterhead.id },
    WORD_FORM: { wordFormId: wordForm.id },
    SIGNED_COPY: { signedCopyId: (await makeSignedCopy({ meetingId, organisationId: host.id })).id },
    EVIDENCE_PART: { evidencePartId: (await makeEvidencePart({ organisationId: host.id, meetingId })).id },
    QUESTION_PICTURE: { bankQuestionId: (await makeQuestion({ organisationId: host.id })).id },
    ISSUED_PAPER: { issuedPaperId: (await makeIssuedPaper({ organisationId: host.id, meetingId })).id },
  };
  const kinds = Object.keys(owners) as DocumentKind[];
  const rows = kinds.map((kind) => documentRow({ kind, ...owners[kind] }));
  await db.document.createMany({ data: rows });
  await db.documentContent.createMany({
    data: rows.map(({ id }) => ({ documentId: id, bytes: Buffer.from("x") })),
  });
  return { actor, meeting, organisations, rows };
}

describe("a form's file", () => {
  const limits = { limit: 10, tooBig: "terlalu besar" };
  async function sent(file: File | string | null): Promise<FormData> {
    const form = new FormData();
    if (file !== null) form.set("file", file);
    const request = new Request("http://lokmin.test", { method: "POST", body: form });
    const body = await readBody(request.body, 10_000);
    return (body && (await parseForm(request.headers.get("content-type") ?? "", body))) ?? new FormData();
  }

  test("is read from the bytes of a request, name and all", async () => {
    const form = await sent(new File(["isi"], "surat kuasa Ba'u.pdf"));
    expect(await readUpload(form, limits)).toEqual({
      ok: true,
      upload: { name: "surat kuasa Ba'u.pdf", bytes: Buffer.from("isi") },
    });
  });

  test.each([
    ["none chosen", new File([], ""), /Pilih berkas/],
    ["no such field", null, /Pilih berkas/],
    ["text instead", "isi", /Pilih berkas/],
    ["empty", new File([], "kosong.pdf"), /kosong/],
    ["too big", new File(["12345678901"], "besar.pdf"), /terlalu besar/],
  ] as const)("%s is refused", async (_name, given, reason) => {
    expect(await readUpload(await sent(given), limits)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });

  test("a body beyond the limit and a body that is no form are null", async () => {
    expect(await readBody(new Response("12345").body, 4)).toBeNull();
    expect(await parseForm("multipart/form-data; boundary=x", Buffer.from("rusak"))).toBeNull();
  });
});

test.each([
  ["C:\\Users\\Ibu\\daftar.PDF", "daftar.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["\u202efdp.exe", "fdp.pdf"],
  ["<script>alert(1)</script>.pdf", "script_.pdf"],
  ["Ba'u, S.Tr.Keb..jpeg", "Ba'u, S.Tr.Keb.pdf"],
  ["...", "berkas.pdf"],
  ["n".repeat(300), `${"n".repeat(120)}.pdf`],
])("the name %s becomes %s", (name, clean) => {
  expect(cleanFileName(name, "pdf")).toBe(clean);
});
