import type { Actor } from "@/lib/actor";
import { type KeptCertificate, listInForce } from "@/lib/certificates/reads";
import { findMeeting } from "@/lib/meetings/reads";
import { certificateFacts } from "@/lib/papers/certificate-facts";
import type { PaperDefinition } from "@/lib/papers/definition";
import type { Block } from "@/lib/papers/model";
import { certificateSection, certificateWording } from "@/lib/papers/parts/certificate";

type Facts = { title: string; organisation: { id: string; name: string }; certificates: KeptCertificate[] };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await findMeeting(actor, id);
  if (!meeting) return null;
  const { title, host } = meeting;
  return {
    title,
    organisation: { id: meeting.hostId, name: host.name },
    certificates: await listInForce(actor, id),
  };
}

const noneYet: Block[] = [
  { type: "title", lines: ["SERTIFIKAT"] },
  { type: "paragraph", text: "Belum ada sertifikat yang terbit." },
];

export const certificatesOfMeeting: PaperDefinition<Facts> = {
  kind: "certificates",
  slug: "sertifikat-semua",
  name: "Sertifikat semua peserta",
  subject: "meeting",
  meetingKinds: ["KALAKARYA"],
  formats: ["pdf"],
  isLetter: false,
  wording: certificateWording,
  read,
  organisationId: ({ organisation }) => organisation.id,
  compose: ({ title, organisation, certificates }, settings) => ({
    title: `Sertifikat ${title}`,
    organisation: organisation.name,
    size: settings.size,
    sections:
      certificates.length > 0
        ? certificates.map((kept) => certificateSection(certificateFacts(kept), settings))
        : [{ orientation: "landscape", letterhead: settings.letterhead, blocks: noneYet }],
    notes: [],
  }),
  fields: ({ certificates }) => ({
    values: {},
    lists: { sertifikat: certificates.map(({ name, number }) => ({ nama: name, nomor: number })) },
  }),
  missing: ({ certificates }) =>
    certificates.length > 0 ? [] : ["Belum ada sertifikat yang terbit: terbitkan di bagian Sertifikat."],
};
