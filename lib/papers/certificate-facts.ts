import type { KeptCertificate } from "@/lib/certificates/reads";
import { decimalWords } from "@/lib/certificates/rules";
import { topicsSchema } from "@/lib/certificates/schema";
import type { CertificateFacts } from "@/lib/papers/parts/certificate";
import { nipWords } from "@/lib/papers/parts/signatories";
import { dateToDay, formatDayLong } from "@/lib/time";

export function certificateFacts(kept: KeptCertificate): CertificateFacts {
  const { code, number, name, title, institution, training, held, room } = kept;
  return {
    ...{ code, number, name, title, institution, training, held, room },
    organisation: kept.organisation.name,
    placeAndDay: `${kept.place}, ${formatDayLong(dateToDay(kept.day))}`,
    lessons: decimalWords(kept.lessons),
    topics: topicsSchema.parse(kept.topics).map((row) => ({ ...row, lessons: decimalWords(row.lessons) })),
    skp: skpWords(kept),
    validUntil: kept.expiresOn && formatDayLong(dateToDay(kept.expiresOn)),
    signatory: {
      seat: kept.signatorySeat,
      name: kept.signatoryName,
      below: [kept.signatoryRank, kept.signatoryNumber && nipWords(kept.signatoryNumber)].flatMap((line) => line || []),
    },
  };
}

function skpWords({ skpValue, skpNumber, skpIssuer }: KeptCertificate): string | null {
  if (skpValue === null || !skpNumber) return null;
  return `Satuan Kredit Profesi (SKP): ${decimalWords(skpValue)}, nomor ${skpNumber}${skpIssuer ? ` dari ${skpIssuer}` : ""}`;
}
