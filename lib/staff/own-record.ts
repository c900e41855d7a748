import { db } from "@/lib/db";
import { daysOf } from "@/lib/staff/placements";
import {
  certificateSelect,
  certificatesOf,
  heldTraining,
  placementSelect,
  trainingOf,
  trainingSelect,
} from "@/lib/staff/record";
import { dateToDay } from "@/lib/time";

const office = { select: { name: true, timeZone: true } } as const;

/** A person's own record behind the hash of his link's token; null for a wrong or revoked one. */
export async function findOwnRecord(tokenHash: string) {
  const row = await db.staffMember.findUnique({
    where: { tokenHash },
    select: {
      ...{ id: true, name: true, nip: true, profession: true, professionNote: true },
      ...{ phone: true, email: true, bornOn: true },
      organisation: office,
      lastOrganisation: office,
      placements: { orderBy: { startsOn: "desc" }, select: placementSelect },
      licences: {
        orderBy: [{ kind: "asc" }, { number: "asc" }],
        select: { kind: true, number: true, expiresOn: true },
      },
      trainings: {
        where: { training: { meeting: heldTraining } },
        orderBy: { training: { meeting: { startsAt: "desc" } } },
        select: trainingSelect,
      },
      requests: {
        orderBy: { askedAt: "desc" },
        take: 5,
        select: { kind: true, text: true, askedAt: true, answeredAt: true, answer: true },
      },
      ...certificateSelect,
    },
  });
  const keeper = row?.organisation ?? row?.lastOrganisation;
  if (!row || !keeper) return null;
  const { bornOn, placements, licences, trainings, certificates, outsideCertificates, ...facts } = row;
  return {
    ...facts,
    ...{ keeper: keeper.name, timeZone: keeper.timeZone, bornOn: bornOn && dateToDay(bornOn) },
    placements: placements.map(daysOf),
    licences: licences.map((licence) => ({ ...licence, expiresOn: licence.expiresOn && dateToDay(licence.expiresOn) })),
    trainings: trainings.map(trainingOf),
    certificates: certificatesOf({ certificates, outsideCertificates }),
  };
}

export type OwnRecord = NonNullable<Awaited<ReturnType<typeof findOwnRecord>>>;
