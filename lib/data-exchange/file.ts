import { z } from "zod";
import { type Refusal, refuse } from "@/lib/actor";
import { countWords } from "@/lib/imports/count-words";
import type { Column } from "@/lib/imports/header";
import type { Table } from "@/lib/imports/table";

export type DataValueKey =
  | "dataElement"
  | "period"
  | "orgUnit"
  | "categoryOptionCombo"
  | "attributeOptionCombo"
  | "value"
  | "deleted"
  | "storedBy"
  | "lastUpdated"
  | "comment"
  | "followup";

/** The columns of a DHIS2's CSV, also as older versions call them. */
export const dataValueColumns: readonly (Column<DataValueKey> & { csv: string; help: string })[] = [
  column("dataElement", "dataelement", true, ["data element"], "Wajib. Kode (UID) elemen data."),
  column("period", "period", true, [], "Wajib. Bulan seperti 202601."),
  column("orgUnit", "orgunit", true, ["org unit", "organisation unit"], "Wajib. Kode (UID) unit organisasi."),
  column("categoryOptionCombo", "catoptcombo", false, ["category option combo"], "Kombinasi kategori."),
  column("attributeOptionCombo", "attroptcombo", false, ["attribute option combo"], "Kombinasi atribut."),
  column("value", "value", false, [], "Angka dengan titik desimal."),
  column("storedBy", "storedby", false, ["strby", "stored by"], "Tidak dibaca."),
  column("lastUpdated", "lastupdated", false, ["lstupd", "timestamp", "last updated"], "Tidak dibaca."),
  column("comment", "comment", false, ["cmt"], "Tidak dibaca."),
  column("followup", "followup", false, ["flwup", "follow up"], "Tidak dibaca."),
  column("deleted", "deleted", false, [], "true: angka ini dihapus."),
];

function column(key: DataValueKey, csv: string, obligatory: boolean, also: readonly string[], help: string) {
  return { key, header: key, csv, obligatory, also: [csv, ...also], help };
}

const word = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value ?? "").toString())
  // Neither can be kept.
  .refine((text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text));

const shared = { period: word, orgUnit: word, attributeOptionCombo: word };
const dataValue = z.object({ ...shared, dataElement: word, categoryOptionCombo: word, value: word, deleted: word });
const dataValueSet = z.object({ ...shared, dataValues: z.array(z.unknown()) });

/** A data value set as JSON, as the table that its CSV would be; null for bytes that are no JSON. */
export function openDataValueSet(bytes: Buffer): { ok: true; table: Table<DataValueKey> } | Refusal | null {
  const start = bytes
    .toString("utf8", 0, 200)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (!start.startsWith("{")) return null;
  const read = dataValueSet.safeParse(parsed(bytes.toString("utf8").replace(/^\ufeff/, "")));
  if (!read.success) return noDataValueSet;
  const { dataValues: sent, ...whole } = read.data;
  const tooMany = refuseTooMany(sent.length);
  if (tooMany) return tooMany;
  const dataValues = readEach(sent);
  if (!dataValues) return noDataValueSet;
  return {
    ok: true,
    table: {
      header: { line: 0, end: 0, places: new Map(), headings: new Map(), unused: [] },
      rows: dataValues.map((one, index) => ({
        row: index + 1,
        cells: {
          ...one,
          period: one.period || whole.period,
          orgUnit: one.orgUnit || whole.orgUnit,
          attributeOptionCombo: one.attributeOptionCombo || whole.attributeOptionCombo,
        },
        errors: {},
      })),
      notes: [],
    },
  };
}

const noDataValueSet = refuse(
  "Berkas JSON ini bukan data value set DHIS2: di dalamnya harus ada daftar dataValues dengan dataElement, period, orgUnit, dan value.",
  "file",
);

/** Ends at the first that is none: a list of all faults of a large file would fill the memory. */
function readEach(sent: readonly unknown[]): z.output<typeof dataValue>[] | null {
  const read: z.output<typeof dataValue>[] = [];
  for (const one of sent) {
    const value = dataValue.safeParse(one);
    if (!value.success) return null;
    read.push(value.data);
  }
  return read;
}

const mostValues = 60_000;

export function refuseTooMany(count: number): Refusal | null {
  if (count <= mostValues) return null;
  return refuse(
    `Berkas ini berisi ${countWords(count)} angka; paling banyak ${countWords(mostValues)}. Bagi per bulan atau per triwulan.`,
    "file",
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export type DataValue = {
  dataElement: string;
  period: string;
  orgUnit: string;
  categoryOptionCombo?: string;
  value: string;
  storedBy: string;
  lastUpdated: string;
  comment: string;
  followup: boolean;
  deleted: boolean;
};

export function dataValuesJson(dataValues: readonly DataValue[]): string {
  return JSON.stringify({ dataValues });
}

/** With commas and a heading, as a DHIS2 reads it. */
export function dataValuesCsv(dataValues: readonly DataValue[]): string {
  const quoted = (cell: unknown) => `"${String(cell ?? "").replaceAll('"', '""')}"`;
  const words = (one: DataValue): Record<DataValueKey, unknown> => ({
    ...{ categoryOptionCombo: "", attributeOptionCombo: "" },
    ...one,
  });
  const lines = [
    dataValueColumns.map(({ csv }) => quoted(csv)),
    ...dataValues.map((one) => dataValueColumns.map(({ key }) => quoted(words(one)[key]))),
  ];
  return lines.map((cells) => `${cells.join(",")}\n`).join("");
}
