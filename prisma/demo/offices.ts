import type { Role, Sector } from "@/prisma/generated/enums";
import { type OrganisationRow, organisationRow } from "@/tests/factories/organisations";
import { personRow } from "@/tests/factories/persons";
import { type HolderRow, holderRow, type SeatRow, seatRow } from "@/tests/factories/seats";
import { type UserRow, userRow } from "@/tests/factories/users";
import type { Rows } from "./demo-rows";

/** Since when the demo's offices keep their records: before the oldest of its meetings. */
export const beginning = new Date("2021-01-04T02:00:00Z");

export type Village = { code: string; name: string };
export type Staff = { user: UserRow; office: OrganisationRow };
export type DemoSeat = { seat: SeatRow; holders: HolderRow[] };

export function addOffice(
  rows: Rows,
  office: Pick<OrganisationRow, "kind" | "name" | "areaCode"> & Partial<OrganisationRow>,
): OrganisationRow {
  const row = organisationRow({ createdAt: beginning, address: "Jalan Kesehatan Nomor 1", ...office });
  rows.organisations.push(row);
  return row;
}

export function addPuskesmas(
  rows: Rows,
  dinkes: OrganisationRow,
  puskesmas: { name: string; areaCode: string; address?: string },
  villages: readonly Village[],
): OrganisationRow {
  const { id: parentId, timeZone } = dinkes;
  const row = addOffice(rows, { kind: "PUSKESMAS", parentId, timeZone, ...puskesmas });
  rows.workingAreas.push(...villages.map((village) => ({ puskesmasId: row.id, villageCode: village.code })));
  return row;
}

/** A user whose address ends in a domain reserved for examples. All share the demo's password. */
export function addStaff(
  rows: Rows,
  office: OrganisationRow,
  role: Role,
  { email, name, position }: { email: string; name: string; position: string },
  passwordHash: string,
): Staff {
  const person = recordOf(rows, office, { name, title: position, institution: office.name });
  const user = userRow(role, {
    personId: person.id,
    email: `${email}.example`,
    name,
    position,
    organisationId: office.id,
    passwordHash,
    createdAt: beginning,
  });
  rows.users.push(user);
  return { user, office };
}

/** An account and the seat of the same person are one record. */
function recordOf(rows: Rows, office: OrganisationRow, words: { name: string; title: string; institution: string }) {
  const known = rows.persons.find(
    (person) =>
      person.organisationId === office.id &&
      person.name === words.name &&
      person.title === words.title &&
      person.institution === words.institution,
  );
  if (known) return known;
  const person = personRow({ organisationId: office.id, ...words, createdAt: beginning });
  rows.persons.push(person);
  return person;
}

type Holder = string | (Partial<HolderRow> & { name: string });

/** @param holders the present one last; none leaves the seat vacant */
export function addSeat(
  rows: Rows,
  office: OrganisationRow,
  sector: Sector,
  [title, institution]: readonly [string, string],
  holders: Holder | Holder[],
  more: { villageCode?: string; protocolOrder?: number } = {},
): DemoSeat {
  const seat = seatRow({ organisationId: office.id, title, institution, sector, createdAt: beginning, ...more });
  const held = [holders].flat().map((holder) => {
    const values = typeof holder === "string" ? { name: holder } : holder;
    const person = recordOf(rows, office, { name: values.name, title, institution });
    return holderRow(seat.id, { since: beginning, ...values, personId: person.id });
  });
  rows.seats.push(seat);
  rows.holders.push(...held);
  return { seat, holders: held };
}

/** The seat with the holder it had at an instant. */
export function seatAt({ seat, holders }: DemoSeat, instant: Date) {
  const holder = holders.find(
    ({ since, until }) => (!since || new Date(since) <= instant) && (!until || new Date(until) > instant),
  );
  return { ...seat, holder: holder ?? null };
}
