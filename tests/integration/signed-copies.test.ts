// Signed originals beside the paper they are of: kept byte for byte, for those who may read the paper.
import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { readBytes } from "@/lib/documents/store";
import { findSignedCopy, listSignedCopies } from "@/lib/signed-copies/reads";
import { keepSignedCopy, removeSignedCopy } from "@/lib/signed-copies/writes";
import { listSentences } from "@/tests/factories/events";
import { approvalRow } from "@/tests/factories/evidence";
import { phonePhoto, smallPdf } from "@/tests/factories/files";
import { makeIssuedPaper } from "@/tests/factories/issued-papers";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { withSignature } from "@/tests/factories/signed-copies";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function office() {
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  const host = await makePuskesmas({ parentId: dinkes.id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("CLOSED", { host });
  const place = { slug: "daftar-hadir", subjectId: meeting.id };
  return { province, dinkes, host, staff, meeting, place };
}

const copy = (bytes: Buffer, name = "daftar hadir ttd.pdf") => ({ id: randomUUID(), name, bytes });
const withAuthor = Buffer.concat([smallPdf, Buffer.from("5 0 obj<</Author(Siti Contoh)>>endobj\n%%EOF\n")]);

test("a signed PDF is kept byte for byte, told by its signature and by the PDF of ours it begins with", async () => {
  const { host, staff, meeting, place } = await office();
  await db.approval.create({ data: approvalRow({ meetingId: meeting.id }) });
  const ours = { size: withAuthor.length, sha256: createHash("sha256").update(withAuthor).digest("hex") };
  await makeIssuedPaper({ organisationId: host.id, meetingId: meeting.id, code: "7KQM4XWT", ...ours });
  const signed = withSignature(withAuthor);
  const first = copy(signed);
  expect(await keepSignedCopy(staff, place, first)).toEqual({ ok: true, id: first.id });
  await keepSignedCopy(staff, place, first);
  await keepSignedCopy(staff, place, copy(await phonePhoto(80, 60), "foto.jpg"));
  const listed = await listSignedCopies(staff, place);
  expect(listed?.copies).toMatchObject([
    { revision: 2, signatures: 0, issuedCode: null, document: { mimeType: "image/jpeg" } },
    { revision: 1, signatures: 1, isLast: true, issuedCode: "7KQM-4XWT", document: { size: signed.length } },
  ]);
  const file = await findSignedCopy(staff, place, first.id);
  expect(file && Buffer.from((await readBytes(file)) ?? []).equals(signed)).toBe(true);
  expect((await listSentences({ subjectType: "signed-copy" })).map(({ says }) => says)).toEqual([
    "menyimpan salinan bertanda tangan: Daftar hadir, revisi 1",
    "menyimpan salinan bertanda tangan: Daftar hadir, revisi 2",
  ]);
});

test("one byte changed in what we made, and it is ours no more", async () => {
  const { host, staff, meeting, place } = await office();
  const ours = { size: withAuthor.length, sha256: createHash("sha256").update(withAuthor).digest("hex") };
  await makeIssuedPaper({ organisationId: host.id, meetingId: meeting.id, ...ours });
  const changed = Buffer.from(withAuthor);
  changed[changed.indexOf("Siti")] = 0x4e;
  await keepSignedCopy(staff, place, copy(withSignature(changed)));
  expect((await listSignedCopies(staff, place))?.copies).toMatchObject([{ signatures: 1, issuedCode: null }]);
});

test("what runs something is refused, signed or not, and nothing is kept", async () => {
  const { staff, place } = await office();
  const script = Buffer.concat([smallPdf, Buffer.from("6 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n")]);
  expect(await keepSignedCopy(staff, place, copy(withSignature(script)))).toMatchObject({
    ok: false,
    field: "file",
    reason: expect.stringContaining("skrip"),
  });
  expect(await db.signedCopy.count()).toBe(0);
});

test("copies brought at once are as many revisions, and one taken away leaves its line", async () => {
  const { staff, place } = await office();
  const copies = [copy(withSignature(smallPdf)), copy(smallPdf), copy(withAuthor)];
  const outcomes = await allEnded(copies.map((one) => keepSignedCopy(staff, place, one)));
  for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true });
  const [newest] = (await listSignedCopies(staff, place))?.copies ?? [];
  expect(newest?.revision).toBe(3);
  await removeSignedCopy(staff, place, newest?.id ?? "");
  const left = (await listSignedCopies(staff, place))?.copies ?? [];
  expect(left.map(({ revision, document, removedBy }) => [revision, document !== null, removedBy])).toEqual([
    [3, false, staff.name],
    [2, true, null],
    [1, true, null],
  ]);
  expect(await findSignedCopy(staff, place, newest?.id ?? "")).toBeNull();
  await keepSignedCopy(staff, place, copy(smallPdf));
  expect((await listSignedCopies(staff, place))?.copies[0]?.revision).toBe(4);
});

test("who reads the paper reads its copies; a province sees no signatures, and a neighbour nothing", async () => {
  const { province, dinkes, host, staff, place } = await office();
  const neighbour = await makePuskesmas({ parentId: dinkes.id });
  const kept = copy(withSignature(smallPdf));
  await keepSignedCopy(staff, place, kept);
  const documents = await db.document.findMany({ where: { signedCopyId: kept.id } });
  const reads = async (role: Parameters<typeof makeActor>[0], organisationId: string) => {
    const actor = await makeActor(role, { organisationId });
    const listed = await listSignedCopies(actor, place);
    const file = await findSignedCopy(actor, place, kept.id);
    const [document] = documents;
    expect((await findDocument(actor, document?.id ?? "")) !== null).toBe(file !== null);
    await expect(keepSignedCopy(actor, place, copy(smallPdf))).rejects.toThrow(NotAllowed);
    return [listed?.copies.length ?? 0, listed?.canWrite ?? false, file !== null];
  };
  expect(await reads("PUSKESMAS_READER", host.id)).toEqual([1, false, true]);
  expect(await reads("DINKES_REVIEWER", dinkes.id)).toEqual([1, false, true]);
  expect(await reads("DINKES_REVIEWER", province.id)).toEqual([0, false, false]);
  expect(await reads("PUSKESMAS_ADMIN", neighbour.id)).toEqual([0, false, false]);
});

test("a file of somebody who may only read is not looked at", async () => {
  const { host, place } = await office();
  const reader = await makeActor("PUSKESMAS_READER", { organisationId: host.id });
  await expect(keepSignedCopy(reader, place, copy(Buffer.from("no PDF at all")))).rejects.toThrow(NotAllowed);
});
