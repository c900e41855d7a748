import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Prisma, SignedCopy } from "@/prisma/generated/client";

/** The signed original of a daftar hadir; its file is the caller's matter. */
export function makeSignedCopy(
  overrides: Partial<Prisma.SignedCopyUncheckedCreateInput> & { organisationId: string },
): Promise<SignedCopy> {
  return db.signedCopy.create({
    data: {
      id: randomUUID(),
      paperKind: "attendance-list",
      subjectId: overrides.meetingId ?? overrides.organisationId,
      revision: 1,
      uploader: "Petugas",
      ...overrides,
    },
  });
}

/**
 * The PDF with one more signature behind its last byte, as programs of electronic signing add it. What is signed with is
 * nobody's key: only its place in the file is that of a signature.
 */
export function withSignature(pdf: Buffer, { type = "/Type/Sig/SubFilter/ETSI.CAdES.detached" } = {}): Buffer {
  const contents = `<${"30".repeat(200)}>`;
  const wide = (value: number) => String(value).padStart(10, "0");
  const head = `\n90 0 obj<<${type}/Filter/Adobe.PPKLite/ByteRange[0 ${wide(0)} ${wide(0)} ${wide(0)}]/Contents `;
  const tail = ">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
  const before = pdf.length + head.length;
  const after = before + contents.length;
  const ranges = `[0 ${wide(before)} ${wide(after)} ${wide(tail.length)}]`;
  const added = head.replace(/\[0 .*\]/, ranges) + contents + tail;
  return Buffer.concat([pdf, Buffer.from(added, "latin1")]);
}
