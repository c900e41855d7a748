import type { Readable } from "node:stream";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { formatPhone } from "@/lib/directory/rules";
import { writeCsv } from "@/lib/imports/csv";
import { streamTable, type Table, writeTable } from "@/lib/imports/table-workbook";
import { type ColumnKey, columns } from "@/lib/staff/import-columns";
import { type KnownStaff, officeNameOf, readRegister } from "@/lib/staff/import-standing";
import { employmentStatusNames, professionNames } from "@/lib/staff/professions";
import { canKeepOwnStaff } from "@/lib/staff/rules";
import { dayToDate } from "@/lib/time";
import type { LicenceKind } from "@/prisma/generated/client";

type Row = Record<ColumnKey, string>;

const days: ReadonlySet<ColumnKey> = new Set(["startsOn", "endsOn", "bornOn", "strUntil", "sipUntil"]);

/**
 * The whole register with phones and licences, as the importer reads it back; only for those who keep it.
 * @returns also whose people they are: their offices are told
 */
export async function exportStaff(actor: Actor): Promise<{ rows: Row[]; officeIds: (string | null)[] }> {
  if (!canKeepOwnStaff(actor)) throw new NotAllowed(actor, "export staff");
  const { staff, offices } = await readRegister(db, actor);
  return {
    rows: staff.map((member) => rowOf(member, officeNameOf(member, offices))),
    officeIds: staff.map(({ organisationId, lastOrganisationId }) => organisationId ?? lastOrganisationId),
  };
}

export function staffWorkbook(rows: readonly Row[]): Readable {
  return streamTable(tableOf(rows), [helpSheet]);
}

type Template = { name: string; bytes: Buffer; officeIds: (string | null)[] };

export async function staffTemplate(actor: Actor, form: "xlsx" | "csv"): Promise<Template> {
  const { rows, officeIds } = await exportStaff(actor);
  const name = "Templat pegawai";
  const cells = rows.map((row) => columns.map(({ key }) => row[key]));
  if (form === "csv") return { name, officeIds, bytes: writeCsv([columns.map(({ header }) => header), ...cells]) };
  return { name, officeIds, bytes: await writeTable(tableOf(rows), [helpSheet]) };
}

function rowOf(member: KnownStaff, office: string): Row {
  const term = member.placements.find(({ endReason }) => endReason === null) ?? member.placements[0];
  const [str, sip] = [last(member, "STR"), last(member, "SIP")];
  return {
    ...{ code: member.id, name: member.name, nip: member.nip ?? "", profession: professionNames[member.profession] },
    ...{ status: term ? employmentStatusNames[term.status] : "", position: term?.position ?? "", office },
    ...{ startsOn: term?.startsOn ?? "", endsOn: term?.endsOn ?? "" },
    ...{ phone: member.phone ? formatPhone(member.phone) : "", email: member.email ?? "", bornOn: member.bornOn ?? "" },
    ...{ str: str?.number ?? "", strUntil: str?.expiresOn ?? "" },
    ...{ sip: sip?.number ?? "", sipUntil: sip?.expiresOn ?? "" },
  };
}

function last({ licences }: KnownStaff, kind: LicenceKind) {
  const until = (day: string | null) => day ?? "9999-12-31";
  return licences
    .filter((licence) => licence.kind === kind)
    .sort((one, other) => until(other.expiresOn).localeCompare(until(one.expiresOn)))[0];
}

function tableOf(rows: readonly Row[]): Table {
  return {
    sheet: "Pegawai",
    columns: columns.map(({ header, width }) => ({ header, width })),
    rows: rows.map((row) => columns.map(({ key }) => (days.has(key) && row[key] ? dayToDate(row[key]) : row[key]))),
  };
}

const helpSheet = {
  sheet: "Petunjuk",
  rows: [
    [
      { text: "Kolom", look: "bold" as const },
      { text: "Isinya", look: "bold" as const },
    ],
    ...columns.map(({ header, help }) => [header, { text: help, look: "wrapped" as const }]),
    [],
    [{ text: "Profesi", look: "bold" as const }],
    ...Object.values(professionNames).map((name) => [name]),
    [],
    [{ text: "Status", look: "bold" as const }],
    ...Object.values(employmentStatusNames).map((name) => [name]),
  ],
  columns: [{ width: 30 }, { width: 90 }],
};
