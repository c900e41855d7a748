import type { Db } from "@/lib/db";
import { formatNumber, numberKey } from "@/lib/letters/pattern";

export type CertificateNumber = { number: string; numberKey: string; year: number };

type Wanted = { organisationId: string; pattern: string; day: string; count: number };

const mostRounds = 20;

/**
 * The next numbers of an office's certificates: a counter of their own, so that a hundred of them do not fill the
 * register of letters. Its row is held until the transaction ends; numbers that are taken already are passed over.
 */
export async function takeNumbers(tx: Db, wanted: Wanted): Promise<CertificateNumber[]> {
  const { organisationId, pattern, day, count } = wanted;
  const year = Number(day.slice(0, 4));
  const given: CertificateNumber[] = [];
  for (let round = 0; round < mostRounds && given.length < count; round += 1) {
    const missing = count - given.length;
    const last = await reserve(tx, organisationId, year, missing);
    const numbers = Array.from({ length: missing }, (_, index) =>
      formatNumber(pattern, last - missing + index + 1, day),
    );
    const taken = await tx.certificate.findMany({
      where: { organisationId, year, numberKey: { in: numbers.map(numberKey) } },
      select: { numberKey: true },
    });
    const keys = new Set([...taken, ...given].map((row) => row.numberKey));
    for (const number of numbers)
      if (!keys.has(numberKey(number))) given.push({ number, numberKey: numberKey(number), year });
  }
  if (given.length < count) throw new Error("The counter of certificates gave too few numbers");
  return given;
}

async function reserve(tx: Db, organisationId: string, year: number, count: number): Promise<number> {
  const issuer = `sertifikat:${organisationId}`;
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "LetterCounter" AS c (issuer, year, last) VALUES (${issuer}, ${year}, ${count})
    ON CONFLICT (issuer, year) DO UPDATE SET last = c.last + ${count}
    RETURNING last`;
  if (!counter) throw new Error("The counter gave no number");
  return counter.last;
}
