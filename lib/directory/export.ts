import { type Actor, NotAllowed } from "@/lib/actor";
import { sayIn } from "@/lib/area-words/local";
import type { AreaWords } from "@/lib/area-words/words";
import { db } from "@/lib/db";
import { type ColumnKey, columns, exampleMark, vacant } from "@/lib/directory/import-columns";
import { listOwnVillages } from "@/lib/directory/reads";
import { canWriteDirectory, formatPhone, prefixNames, sectorNames, sectors } from "@/lib/directory/rules";

export type ExportRow = Record<ColumnKey, string>;

const mostRows = 20_000;

/** The directory with its phones, or the chosen seats of it, as the importer reads it back; only for those who keep it. */
export async function exportDirectory(actor: Actor, chosen: readonly string[] = []): Promise<ExportRow[]> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, "export the directory");
  const seats = await db.seat.findMany({
    where: {
      organisationId: actor.organisation.id,
      archivedAt: null,
      ...(chosen.length > 0 ? { id: { in: [...chosen] } } : {}),
    },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { id: "asc" }],
    take: mostRows,
    include: { holders: { where: { until: null } } },
  });
  return seats.map(({ holders: [holder], ...seat }) => ({
    title: seat.title,
    institution: seat.institution,
    sector: sectorNames[seat.sector],
    villageCode: seat.villageCode ?? "",
    name: holder?.name ?? vacant,
    prefix: holder?.prefix ? prefixNames[holder.prefix] : "",
    ownPost: holder?.ownPost ?? "",
    phone: holder?.phone ? formatPhone(holder.phone) : "",
    email: holder?.email ?? "",
    protocolOrder: String(seat.protocolOrder),
  }));
}

export type Template = {
  example: ExportRow;
  help: { header: string; help: string }[];
  villages: { code: string; place: string }[];
  words: AreaWords;
};

export async function importTemplate(actor: Actor): Promise<Template> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, "import a directory");
  const villages = await listOwnVillages(actor);
  const [first] = villages;
  const words = actor.organisation.areaWords;
  const say = sayIn(words);
  return {
    example: {
      title: `${exampleMark} ${say("Kepala Desa")} (baris ini tidak diimpor)`,
      institution: `${say("Pemerintah Desa")} ${first?.name ?? "Sukamaju"}`,
      sector: sectorNames.DESA,
      villageCode: first?.code ?? "18.01.15.2001",
      name: "Nama lengkap dengan gelar, S.Sos., M.Si.",
      prefix: prefixNames.PJ,
      ownPost: say("Sekretaris Kecamatan"),
      phone: "0840-0000-0001",
      email: "nama@contoh.id",
      protocolOrder: "50",
    },
    words,
    help: columnHelp,
    villages: villages.map(({ code, name, district }) => ({ code, place: `${name}, ${say("Kecamatan")} ${district}` })),
  };
}

export const columnHelp = columns.map(({ key, header }) => ({ key, header, help: helpOf(key) }));

function helpOf(key: ColumnKey): string {
  const words: Record<ColumnKey, string> = {
    title: "Wajib. Nama jabatan tanpa Plt./Plh./Pj., misalnya Camat atau Kepala Desa.",
    institution: "Wajib. Misalnya Kecamatan Sragi atau Pemerintah Desa Margasari.",
    sector: `Salah satu dari: ${sectors.map((sector) => sectorNames[sector]).join("; ")}. Kosong: ${sectorNames.DESA} bila kode desa diisi, selain itu ${sectorNames.OTHER}.`,
    villageCode:
      "Kode Kemendagri, misalnya 18.01.15.2001, hanya untuk jabatan yang terikat satu desa di wilayah kerja.",
    name: `Wajib. Nama dengan gelar; tulis ${vacant} bila tidak ada pejabatnya.`,
    prefix: "Plt., Plh., atau Pj. bila pejabat hanya bertindak; kosong bila definitif.",
    ownPost: "Jabatan sendiri dari Plt./Plh./Pj.; kosong bila definitif.",
    phone: "Nomor HP, misalnya 0840-0000-0123. Satu nomor untuk satu orang.",
    email: "Boleh kosong.",
    protocolOrder: "Angka 1 sampai 999, kecil lebih dahulu: Camat 10, Kepala Desa 50. Kosong: menurut sektor.",
  };
  return words[key];
}
