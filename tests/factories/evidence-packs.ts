import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { EvidencePart } from "@/prisma/generated/client";

/** A merged PDF of a meeting in a pack of its own; its file is the caller's matter. */
export function makeEvidencePart(place: { organisationId: string; meetingId: string }): Promise<EvidencePart> {
  const { organisationId, meetingId } = place;
  return db.evidencePart.create({
    data: {
      ...{ id: randomUUID(), position: 1, ep: "2.8.2 b", path: "2.8.2 b/1.pdf", title: "Berkas lengkap" },
      kind: "MERGED",
      meeting: { connect: { id: meetingId } },
      pack: { create: { id: randomUUID(), organisationId, year: 2026, requester: "Petugas" } },
    },
  });
}
