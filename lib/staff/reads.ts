import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { holdsEachWord } from "@/lib/read-words";
import { reopenToken } from "@/lib/secrets";
import { daysOf } from "@/lib/staff/placements";
import {
  certificateSelect,
  certificatesOf,
  heldTraining,
  placementSelect,
  trainingOf,
  trainingSelect,
} from "@/lib/staff/record";
import { canKeepStaff, keptWithin, staffLinkOf, workedWithin } from "@/lib/staff/rules";
import { dateToDay } from "@/lib/time";
import type { EmploymentStatus, Prisma, Profession } from "@/prisma/generated/client";

export const staffPerPage = 50;

export type StaffFilter = {
  q?: string | undefined;
  profession?: Profession | undefined;
  status?: EmploymentStatus | undefined;
  organisationId?: string | undefined;
  isFormer?: boolean | undefined;
  page?: number | undefined;
};

function ofFilter(actor: Actor, { profession, status, organisationId, isFormer }: StaffFilter) {
  const within = organisationsWithin(actor);
  const office = organisationId && isId(organisationId) ? [{ organisationId }] : [];
  const atOffice = office.length > 0 ? { AND: [within, { id: organisationId }] } : within;
  const where: Prisma.StaffMemberWhereInput[] = isFormer
    ? [{ placements: { some: { organisation: atOffice } } }, { NOT: { organisation: atOffice } }]
    : [{ organisation: within }, ...office];
  if (profession) where.push({ profession });
  if (status)
    where.push({ placements: { some: { organisation: atOffice, status, ...(!isFormer && { endReason: null }) } } });
  return where;
}

export async function listStaff(actor: Actor, filter: StaffFilter = {}) {
  const page = Math.max(1, filter.page ?? 1);
  const ids = await findIds(filter);
  const where = { AND: [...ofFilter(actor, filter), ...(ids ? [{ id: { in: ids } }] : [])] };
  const [total, rows] = await Promise.all([
    db.staffMember.count({ where }),
    db.staffMember.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * staffPerPage,
      take: staffPerPage,
      select: {
        ...{ id: true, name: true, profession: true, professionNote: true },
        organisation: { select: { id: true, name: true } },
        placements: {
          where: { organisation: organisationsWithin(actor) },
          orderBy: { startsOn: "desc" },
          take: 1,
          select: {
            status: true,
            position: true,
            startsOn: true,
            endsOn: true,
            endReason: true,
            organisation: { select: { name: true } },
          },
        },
      },
    }),
  ]);
  const staff = rows.map(({ placements: [term], organisation, ...row }) => ({
    ...row,
    officeId: organisation?.id ?? null,
    office: (filter.isFormer ? term?.organisation : organisation)?.name ?? null,
    term: term ? daysOf(term) : null,
  }));
  return { staff, total, page, hasMore: page * staffPerPage < total };
}

export type ListedStaff = Awaited<ReturnType<typeof listStaff>>["staff"][number];

/** A former office does not find somebody by what it no longer reads. */
async function findIds({ q = "", isFormer }: StaffFilter): Promise<string[] | null> {
  if (!q.trim()) return null;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "StaffMember" s LEFT JOIN "Organisation" o ON o.id = s."organisationId"
    WHERE ${holdsEachWord(isFormer ? ["s.name"] : ["s.name", "s.nip", "o.name"], q)}`;
  return rows.map(({ id }) => id);
}

const office = { select: { id: true, name: true, parentId: true } } as const;

/** One record: whole for the office that keeps it and the Dinkes above it; of a former one only what was there. */
export async function findStaff(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return (await findKept(actor, id)) ?? findFormer(actor, id);
}

async function findKept(actor: Actor, id: string) {
  const row = await db.staffMember.findFirst({
    where: { AND: [{ id }, keptWithin(actor)] },
    include: {
      organisation: office,
      lastOrganisation: office,
      placements: { orderBy: { startsOn: "desc" }, select: placementSelect },
      licences: { orderBy: [{ kind: "asc" }, { expiresOn: "desc" }, { number: "asc" }] },
      trainings: { where: { training: { meeting: heldTraining } }, select: trainingSelect },
      ...certificateSelect,
    },
  });
  if (!row) return null;
  const {
    certificates,
    outsideCertificates,
    organisation,
    lastOrganisation,
    placements,
    licences,
    trainings,
    bornOn,
    tokenHash,
    tokenSealed,
    ...facts
  } = row;
  const keeper = organisation ?? lastOrganisation;
  const mayKeep = keeper !== null && canKeepStaff(actor, keeper);
  const token = mayKeep && tokenSealed ? reopenToken(tokenSealed) : null;
  return {
    ...facts,
    isWhole: true as const,
    bornOn: bornOn && dateToDay(bornOn),
    office: organisation,
    mayKeep,
    keeper,
    link: token && staffLinkOf(token),
    certificates: certificatesOf({ certificates, outsideCertificates }),
    placements: placements.map((term) => ({ ...daysOf(term), mayEdit: canKeepStaff(actor, term.organisation) })),
    licences: licences.map(({ expiresOn, ...licence }) => ({
      ...licence,
      expiresOn: expiresOn && dateToDay(expiresOn),
    })),
    trainings: trainings.map(trainingOf),
  };
}

async function findFormer(actor: Actor, id: string) {
  const within = organisationsWithin(actor);
  const row = await db.staffMember.findFirst({
    where: { AND: [{ id }, workedWithin(actor)] },
    select: {
      ...{ id: true, name: true, profession: true, professionNote: true },
      placements: { where: { organisation: within }, orderBy: { startsOn: "desc" }, select: placementSelect },
      trainings: { where: { organisation: within, training: { meeting: heldTraining } }, select: trainingSelect },
    },
  });
  if (!row) return null;
  const { placements, trainings, ...facts } = row;
  return {
    ...facts,
    isWhole: false as const,
    placements: placements.map((term) => ({ ...daysOf(term), mayEdit: false })),
    trainings: trainings.map(trainingOf),
  };
}

export type WholeStaff = NonNullable<Awaited<ReturnType<typeof findKept>>>;
export type FormerStaff = NonNullable<Awaited<ReturnType<typeof findFormer>>>;
export type FoundStaff = WholeStaff | FormerStaff;
