import { randomUUID } from "node:crypto";
import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { type PreparedFile, preparedFile } from "@/lib/documents/prepare";
import { keepDocument, type PlacedFile, placeFile, readBytes } from "@/lib/documents/store";
import { by, recordEvent } from "@/lib/events/record";
import { checkAddress, newCheckCode, shownCheckCode } from "@/lib/papers/check-code";
import { contentHash } from "@/lib/papers/content-hash";
import { type PreparedPaper, preparePaper } from "@/lib/papers/prepare";
import { fileNameOf } from "@/lib/papers/render/file-name";
import { missingGlyphs } from "@/lib/papers/render/glyphs";
import { renderPdf } from "@/lib/papers/render/pdf";
import { type KeptPicture, picturesOf } from "@/lib/papers/render/pictures";
import { dayOf } from "@/lib/time";
import { transact } from "@/lib/transact";

export type IssuedFile = { id: string; code: string; name: string; bytes: Uint8Array<ArrayBuffer> };

export type Issued = Outcome<{ file: IssuedFile }> | { ok: false; reason: string; blocked: string[] };

/**
 * The PDF of a paper, made once for each content and kept.
 * @throws NotAllowed where there is no paper that the actor may see, RendererUnavailable
 */
export async function issuePaper(
  actor: Actor,
  slug: string,
  subjectId: string,
  options: Record<string, string>,
): Promise<Issued> {
  const prepared = await preparePaper(actor, slug, subjectId, options);
  if (!prepared) throw new NotAllowed(actor, `issue ${slug} of ${subjectId}`);
  const blocked = prepared.blocked.length > 0 ? prepared.blocked : missingGlyphs(prepared.paper);
  if (blocked.length > 0) return { ok: false, reason: "Surat ini belum dapat dibuat.", blocked };
  const pictures = await picturesOf(actor, prepared.paper);
  const { kind } = prepared.definition;
  const hash = contentHash({ kind, subjectId, paper: prepared.paper }, pictures.keys());
  const { organisationId } = prepared.opened;
  const before = await findIssued(organisationId, hash);
  if (before) return { ok: true, file: before };
  return makeIssued(actor, { prepared, pictures, hash });
}

async function findIssued(organisationId: string, hash: string): Promise<IssuedFile | null> {
  const issued = await db.issuedPaper.findUnique({
    where: { organisationId_contentHash: { organisationId, contentHash: hash } },
    select: { code: true, file: { select: { id: true, name: true, objectKey: true } } },
  });
  if (!issued?.file) return null;
  const { code, file } = issued;
  const bytes = await readBytes(file);
  return bytes && { id: file.id, code, name: file.name, bytes };
}

type Making = {
  prepared: PreparedPaper;
  pictures: ReadonlyMap<string, KeptPicture>;
  hash: string;
};

async function makeIssued(actor: Actor, making: Making): Promise<Outcome<{ file: IssuedFile }>> {
  const { prepared, pictures, hash } = making;
  const { paper, opened } = prepared;
  const code = newCheckCode();
  const day = dayOf(new Date(), actor.organisation.timeZone);
  const check = { code: shownCheckCode(code), address: checkAddress(code) };
  const pdf = preparedFile(
    fileNameOf(paper, "pdf"),
    "application/pdf",
    await renderPdf({ paper, pictures, day, check }),
  );
  const placed = await placeFile(pdf);
  if (!placed.ok) return placed;
  return keepIssued(actor, making, { code, pdf, placed: placed.file }, () => findIssued(opened.organisationId, hash));
}

type Made = { code: string; pdf: PreparedFile; placed: PlacedFile };

const lost = refuse("PDF ini sedang dibuat orang lain. Coba sekali lagi.");

function keepIssued(
  actor: Actor,
  { prepared, hash }: Making,
  { code, pdf, placed }: Made,
  findOther: () => Promise<IssuedFile | null>,
): Promise<Outcome<{ file: IssuedFile }>> {
  const { definition, subjectId, options, opened, paper } = prepared;
  const { organisationId, meetingId } = opened;
  const id = randomUUID();
  const documentId = randomUUID();
  return transact<Outcome<{ file: IssuedFile }>>(
    async (tx) => {
      // Bytes that were lost are made anew, under a new code.
      await tx.issuedPaper.deleteMany({ where: { organisationId, contentHash: hash, file: null } });
      await tx.issuedPaper.create({
        data: {
          id,
          code,
          kind: definition.kind,
          subjectId,
          organisationId,
          meetingId,
          escalationId: definition.subject === "escalation" ? subjectId : null,
          feedbackId: definition.subject === "feedback" ? subjectId : null,
          options: new URLSearchParams(options).toString(),
          contentHash: hash,
          number: numberOf(prepared),
          sha256: pdf.sha256,
          size: pdf.size,
          creator: actor.name,
        },
      });
      const document = { id: documentId, kind: "ISSUED_PAPER", uploader: actor.name } as const;
      await keepDocument(tx, { issuedPaperId: id }, document, placed);
      const data = { name: definition.name, title: paper.title, code: shownCheckCode(code) };
      await recordEvent(tx, by(actor), { action: "paper.issued", subjectId: id, organisationId, meetingId, data });
      return { ok: true, file: { id: documentId, code, name: pdf.name, bytes: pdf.bytes } };
    },
    {
      onDuplicate: async (): Promise<{ ok: true; file: IssuedFile } | Refusal> => {
        const other = await findOther();
        return other ? { ok: true, file: other } : lost;
      },
    },
  );
}

function numberOf({ paper }: PreparedPaper): string | null {
  const opening = paper.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "letterOpening");
  const row = opening?.type === "letterOpening" && opening.reference.find(({ label }) => label === "Nomor");
  return row ? row.text : null;
}
