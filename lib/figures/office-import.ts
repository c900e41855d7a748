import { buffer } from "node:stream/consumers";
import { by, recordEvent } from "@/lib/events/record";
import { valuesDefinition } from "@/lib/figures/import";
import type { ColumnKey } from "@/lib/figures/import-columns";
import { valuesIn } from "@/lib/figures/import-file";
import type { ValuesDone } from "@/lib/figures/import-plan";
import { readValueCells, type ValuesDraft } from "@/lib/figures/import-rows";
import { type OfficePlan, ofPuskesmas, planOfficeValues } from "@/lib/figures/office-plan";
import { writeOfficeRows } from "@/lib/figures/office-rows";
import {
  officeColumns,
  officeCsv,
  officeImportColumns,
  officeTemplate,
  officeWorkbook,
} from "@/lib/figures/office-sheet";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";
import { canEnterForPuskesmas } from "@/lib/indicators/rules";
import { dayOf } from "@/lib/time";

const mostDiffering = 200;

const definition: ImportDefinition<ColumnKey, ValuesDraft, OfficePlan, ValuesDone> = {
  ...valuesDefinition,
  kind: "PUSKESMAS_VALUES",
  slug: "capaian-puskesmas",
  words: {
    ...valuesDefinition.words,
    title: "Impor capaian per puskesmas",
    lead: "Angka seluruh puskesmas dari Excel atau CSV, semua bulan setahun sekaligus",
    list: { href: "/capaian/puskesmas", label: "Capaian per puskesmas", see: "Lihat capaian per puskesmas" },
    first: {
      heading: "1. Isi templat",
      text: "Templatnya sudah berisi puskesmas, indikator, dan angka yang pernah dikirim instansi Anda. Angka puskesmas sendiri tidak tertimpa: bila berbeda, keduanya ditampilkan.",
      links: [
        { href: "/impor/capaian-puskesmas/templat?bentuk=xlsx", label: "Unduh templat Excel" },
        { href: "/impor/capaian-puskesmas/templat?bentuk=csv", label: "Unduh templat CSV" },
      ],
      columns: officeColumns,
    },
    upload: { ...valuesDefinition.words.upload, label: "Berkas capaian per puskesmas" },
  },
  mayImport: canEnterForPuskesmas,
  file: { ...valuesDefinition.file, columns: officeImportColumns },
  async read(table, onProgress) {
    const found = valuesIn(table);
    return found.ok
      ? { ok: true, draft: await readValueCells(found.file, onProgress, "Isi nama atau kode puskesmas") }
      : found;
  },
  plan: planOfficeValues,
  async write(tx, actor, { plan, fileName }, onProgress) {
    const rows = plan.rows.map(ofPuskesmas);
    const sourceId = actor.organisation.id;
    await writeOfficeRows(tx, { sourceId, enteredBy: actor.name, origin: "SHEET" }, rows);
    await onProgress(rows.length, rows.length);
    const ids = [...new Set(rows.map(({ indicatorId }) => indicatorId))].slice(0, 30);
    const indicators = await tx.indicator.findMany({ where: { id: { in: ids } }, select: { name: true } });
    await recordEvent(tx, by(actor), {
      action: "office-figures.imported",
      subjectId: sourceId,
      organisationId: sourceId,
      data: {
        ...{ file: fileName, added: plan.counts.baru, changed: plan.counts.ubah, differing: plan.differing.length },
        puskesmas: new Set(rows.map(({ puskesmasId }) => puskesmasId)).size,
        indicators: indicators.map(({ name }) => name),
        years: [...new Set(rows.map(({ year }) => String(year)))].sort().slice(0, 30),
      },
    });
  },
  preview(plan, draft, choices) {
    const preview = valuesDefinition.preview(plan, draft, choices);
    const [faults, ...lists] = preview.lists;
    return {
      ...preview,
      figures: [...preview.figures, { count: plan.differing.length, label: "berbeda dari sumber lain", tone: "soon" }],
      lists: [
        ...(faults ? [{ ...faults, unnamed: "tanpa puskesmas, indikator, dan bulan" }] : []),
        {
          id: "berbeda",
          title: "Berbeda dari yang diisi pihak lain",
          hint: "Tidak ada yang tertimpa: kedua angka disimpan, dan ditandai sampai salah satunya diperbaiki atau dihapus.",
          total: plan.differing.length,
          rows: plan.differing.slice(0, mostDiffering).map(({ row, label, words }) => ({ row, label, lines: [words] })),
        },
        ...lists,
      ],
    };
  },
  async template(actor, form) {
    const today = dayOf(new Date(), actor.organisation.timeZone);
    const year = Number(today.slice(0, 4)) - (today.slice(5, 7) === "01" ? 1 : 0);
    const template = await officeTemplate(actor, { year });
    return {
      name: `Templat capaian per puskesmas ${year}`,
      bytes: await buffer(form === "csv" ? officeCsv(template) : officeWorkbook(template)),
    };
  },
};

export const officeImport = defineImport(definition);
