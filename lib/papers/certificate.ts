import type { Actor } from "@/lib/actor";
import { findCertificate, type KeptCertificate } from "@/lib/certificates/reads";
import { certificateFacts } from "@/lib/papers/certificate-facts";
import type { PaperDefinition } from "@/lib/papers/definition";
import {
  type CertificateFacts,
  certificateSection,
  certificateValues,
  certificateWording,
} from "@/lib/papers/parts/certificate";

type Facts = { kept: KeptCertificate; certificate: CertificateFacts };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const kept = await findCertificate(actor, id);
  return kept && { kept, certificate: certificateFacts(kept) };
}

export const certificate: PaperDefinition<Facts> = {
  kind: "certificate",
  slug: "sertifikat",
  name: "Sertifikat",
  subject: "certificate",
  formats: ["pdf"],
  isLetter: false,
  wording: certificateWording,
  read,
  organisationId: ({ kept }) => kept.organisationId,
  meetingId: ({ kept }) => kept.meetingId,
  compose: ({ certificate: facts }, settings) => ({
    title: `Sertifikat ${facts.name}`,
    organisation: facts.organisation,
    size: settings.size,
    sections: [certificateSection(facts, settings)],
    notes: [],
  }),
  fields: ({ certificate: facts }) => ({
    values: { ...certificateValues(facts), nama: facts.name, nomor: facts.number },
    lists: { materi: facts.topics },
  }),
  missing: ({ kept }) => (kept.withdrawReason ? [`Sertifikat ini sudah ditarik: ${kept.withdrawReason}`] : []),
};
