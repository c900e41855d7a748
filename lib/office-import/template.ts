import type { Actor } from "@/lib/actor";
import { inLocalWords } from "@/lib/area-words/local";
import { db } from "@/lib/db";
import { writeCsv } from "@/lib/imports/csv";
import type { SheetCell } from "@/lib/imports/sheet-xml";
import { writeTable } from "@/lib/imports/table-workbook";
import { type District, readDistricts } from "@/lib/office-import/areas";
import { type ColumnKey, columns } from "@/lib/office-import/columns";
import { openDistricts } from "@/lib/office-import/proposed";
import { type KnownOffice, readOffices } from "@/lib/office-import/standing";
import { organisationKindNames } from "@/lib/organisations/rules";

type Row = Partial<Record<ColumnKey, string>>;

/** What the office has, and a row for each kecamatan without a puskesmas, whose name is to be filled in. */
export async function officeTemplate(actor: Actor, form: "xlsx" | "csv"): Promise<{ name: string; bytes: Buffer }> {
  const say = (text: string) => inLocalWords(actor.organisation.areaWords, text);
  const [districts, known] = [await readDistricts(db, actor.organisation.areaCode), await readOffices(db, actor)];
  const isRegency = actor.organisation.kind === "DISTRICT_DINKES";
  const rows = [
    ...known.map((office) => rowOfOffice(office, districts)),
    ...(isRegency ? openRows(districts, known) : []),
  ];
  const cells = rows.map((row) => columns.map(({ key }) => row[key] ?? ""));
  const headed = columns.map((column) => ({ ...column, header: say(column.header) }));
  const name = "Templat puskesmas dan rumah sakit";
  if (form === "csv") return { name, bytes: writeCsv([headed.map(({ header }) => header), ...cells]) };
  const bytes = await writeTable({ sheet: "Instansi", columns: headed, rows: cells }, [helpSheet(districts, say)]);
  return { name, bytes };
}

function rowOfOffice(
  { name, kind, registrationCode, areaCode, address, villages }: KnownOffice,
  districts: readonly District[],
): Row {
  const own = districts.find(({ code }) => code === areaCode);
  return {
    ...{ name, kind: organisationKindNames[kind], code: registrationCode ?? "", district: own?.code ?? "" },
    area: villages.join("; "),
    address: address ?? "",
  };
}

function openRows(districts: readonly District[], known: readonly KnownOffice[]): Row[] {
  return openDistricts(districts, known).map(({ name }) => ({ kind: "Puskesmas", district: name, area: "semua" }));
}

function helpSheet(districts: readonly District[], say: (text: string) => string) {
  const bold = (text: string): SheetCell => ({ text, look: "bold" });
  const wrapped = (text: string): SheetCell => ({ text, look: "wrapped" });
  const rows: SheetCell[][] = [
    [bold("Kolom"), bold("Isinya")],
    ...columns.map(({ header, help }): SheetCell[] => [say(header), wrapped(say(help))]),
    [],
    [bold("Kode"), bold(say("Kecamatan dan desa di wilayah kantor Anda"))],
    ...districts.flatMap((district): SheetCell[][] => [
      [district.code, `${say("Kecamatan")} ${district.name}`],
      ...district.villages.map(({ code, name }): SheetCell[] => [code, name]),
    ]),
  ];
  return { sheet: "Petunjuk", rows, columns: [{ width: 30 }, { width: 90 }] };
}
