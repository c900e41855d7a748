import type { Actor } from "@/lib/actor";
import { draftOf, type ExchangeDraft, exchangeDraftSchema } from "@/lib/data-exchange/draft";
import { type DataValueKey, dataValueColumns, openDataValueSet } from "@/lib/data-exchange/file";
import { readMapping } from "@/lib/data-exchange/mapping";
import { type ExchangePlan, orgUnitsOf, periodsOf, planExchange } from "@/lib/data-exchange/plan";
import { type ExchangeDone, exchangeDoneSchema, exchangePreview, exchangeResult } from "@/lib/data-exchange/preview";
import { keepUsedMapping } from "@/lib/data-exchange/used-mapping";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { lockFigures } from "@/lib/figures/lock";
import { deleteOfficeRows, writeOfficeRows } from "@/lib/figures/office-rows";
import { deleteValues, writeValues } from "@/lib/figures/value-rows";
import type { Choices } from "@/lib/imports/choices";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";
import { canEnterForPuskesmas } from "@/lib/indicators/rules";
import { organisationsWithinSql } from "@/lib/within-sql";

const sheetLimits = { unpacked: 64 * 1024 * 1024, row: 70_000, column: 60 };

const definition: ImportDefinition<DataValueKey, ExchangeDraft, ExchangePlan, ExchangeDone> = {
  kind: "DATA_VALUES",
  slug: "dhis2",
  words: {
    title: "Impor dari DHIS2",
    lead: "Data value set dari DHIS2, sebagai JSON atau CSV",
    list: { href: "/capaian/dhis2", label: "DHIS2", see: "Lihat pemetaan" },
    first: {
      heading: "1. Ambil berkas dari DHIS2",
      text: "Ekspor data value set bulanan sebagai JSON atau CSV. Elemen data dan unit organisasi yang belum dikenal dipetakan di langkah berikutnya, dan pemetaannya disimpan.",
      links: [],
      columns: dataValueColumns,
    },
    upload: {
      label: "Berkas JSON atau CSV",
      work: "Memeriksa angka",
      most: "8 MB dan 60.000 angka",
      also: { name: "JSON atau CSV", accept: ".json,.csv,.txt" },
    },
    preview: { title: "Periksa sebelum mengimpor", work: "Menyimpan angka", discard: "Batalkan, jangan impor apa pun" },
  },
  mayImport: canEnterForPuskesmas,
  file: {
    columns: dataValueColumns,
    limits: sheetLimits,
    bytes: 8 * 1024 * 1024,
    tooManyBytes: "Berkas ini lebih dari 8 MB. Ekspor per bulan atau per triwulan.",
    tooBig: "Berkas ini terlalu besar. Ekspor per bulan atau per triwulan.",
    wordNumber: String,
    open: openDataValueSet,
  },
  read: async (table) => draftOf(table),
  draftSchema: exchangeDraftSchema,
  doneSchema: exchangeDoneSchema,
  lock: lockOffices,
  plan: planExchange,
  size: ({ rows, deleted }) => rows.length + deleted.length,
  async write(tx, actor, { plan, fileName }, onProgress) {
    await writeRows(tx, actor, plan);
    await keepUsedMapping(tx, actor, plan);
    await onProgress(plan.rows.length, plan.rows.length);
    await recordEvent(tx, by(actor), {
      action: "data-values.imported",
      subjectId: actor.organisation.id,
      organisationId: actor.organisation.id,
      data: {
        ...{ file: fileName, added: plan.counts.baru, changed: plan.counts.ubah, deleted: plan.counts.hapus },
        periods: periodsOf([...plan.rows, ...plan.deleted]),
      },
    });
  },
  done: ({ counts, refused, unmapped }) => ({
    ...counts,
    leftOut: refused.length,
    unmapped: unmapped.elements.length + unmapped.units.length,
  }),
  preview: exchangePreview,
  result: exchangeResult,
  changed:
    "Angka atau pemetaannya berubah sejak pratinjau ini dibuka, belum ada yang diimpor. Periksa pratinjau yang baru, lalu impor lagi.",
  nothing: "Tidak ada angka baru atau berubah yang siap diimpor",
};

export const exchangeImport = defineImport(definition);

/** Who writes figures of a desa holds its puskesmas before looking, as the puskesmas itself does. */
async function lockOffices(tx: Db, actor: Actor, draft: ExchangeDraft, choices: Choices): Promise<void> {
  await lockFigures(tx, actor);
  const orgUnits = orgUnitsOf(draft);
  const { unitOf } = await readMapping(tx, actor, choices, orgUnits);
  const ids = [...new Set(orgUnits.flatMap((code) => unitOf(code)?.unit.puskesmasId ?? []))];
  await tx.$queryRaw`
    SELECT 1 FROM "Organisation" o WHERE o.id = ANY(${ids}::uuid[]) AND ${organisationsWithinSql(actor, "o")}
    ORDER BY o.id FOR NO KEY UPDATE`;
}

async function writeRows(tx: Db, actor: Actor, { rows, deleted }: ExchangePlan): Promise<void> {
  const own = actor.organisation.id;
  const wholes = rows.filter(({ villageCode }) => villageCode === null);
  await writeOfficeRows(tx, { sourceId: own, enteredBy: actor.name, origin: "DHIS2" }, wholes);
  await deleteOfficeRows(
    tx,
    own,
    deleted.filter(({ villageCode }) => villageCode === null),
  );
  for (const puskesmasId of new Set([...rows, ...deleted].map((one) => one.puskesmasId))) {
    const source = puskesmasId === own ? null : own;
    await writeValues(
      tx,
      puskesmasId,
      rows.flatMap((row) => ofVillage(row, puskesmasId)),
      source,
    );
    await deleteValues(
      tx,
      puskesmasId,
      deleted.flatMap((row) => ofVillage(row, puskesmasId)),
    );
  }
}

function ofVillage<R extends { puskesmasId: string; villageCode: string | null }>(row: R, puskesmasId: string) {
  const { villageCode } = row;
  return villageCode !== null && row.puskesmasId === puskesmasId ? [{ ...row, villageCode }] : [];
}
