import sharp from "sharp";
import type { Cell, Paper, Section, Signatory } from "@/lib/papers/model";
import type { KeptPicture } from "@/lib/papers/render/pictures";

/** Names as they come: degrees with commas, an apostrophe, markup, sixty letters. DOMAIN 10.8. */
export const hardNames = [
  "Sulastri, S.Tr.Keb., SKM, MKM",
  "Ba'u",
  "<script>alert(1)</script>",
  "Raden Ayu Siti Nurhaliza Kusumawardhani Prawirodirdjo binti A",
  "*Tebal* #panic() $x$ @nama `kode` \\n -- ~",
  '=HYPERLINK("http://contoh.invalid")',
  "DrSitiNurhalizaKusumawardhaniPrawirodirdjoBintiAbdurrahmanWahid",
];

const head: Section["letterhead"] = {
  lines: ["PEMERINTAH KABUPATEN LAMPUNG SELATAN", "DINAS KESEHATAN", "UPTD PUSKESMAS RAWAT INAP SRAGI"],
  contact: ["Jalan Raya Sragi Nomor 1, Kecamatan Sragi 35597", "Pos-el: puskesmas@sragi.example"],
  left: null,
  right: null,
};

const camat: Signatory = {
  above: ["Mengetahui,", "Camat Sragi,"],
  name: "Drs. H. Sudirman, M.M.",
  below: ["Pembina Tingkat I", "NIP 19700101 199503 1 001"],
};

const kepala: Signatory = {
  above: ["Kepala Puskesmas,"],
  name: "dr. Retno Palupi Ningrum",
  below: ["NIP 19800101 200901 2 001"],
};

export const signatureId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A list of people with a signature each, on two of whose columns is one head. */
export function listPaper(people: number, overrides: Partial<Paper> = {}): Paper {
  const rows = Array.from({ length: people }, (_, index): Cell[] => [
    { text: String(index + 1), value: index + 1 },
    hardNames[index % hardNames.length] ?? "",
    `Kepala Desa Kuala Sekampung ${index + 1} (diwakili Siti Aminah, Sekretaris Desa)`,
    `Desa Kuala Sekampung ${index + 1}`,
    "08.45",
    { text: `${index + 1}.`, picture: { documentId: signatureId(index), alt: `Tanda tangan ${index + 1}` } },
    "",
  ]);
  return {
    title: "Daftar Hadir Lokakarya Mini Lintas Sektor Triwulan II 2026",
    organisation: "Puskesmas Rawat Inap Sragi",
    size: "A4",
    notes: ["Tanda tangan pada daftar ini digambar di layar: tanda tangan elektronik tidak tersertifikasi."],
    sections: [
      {
        orientation: "portrait",
        letterhead: head,
        blocks: [
          { type: "title", lines: ["DAFTAR HADIR"] },
          {
            type: "facts",
            rows: [
              { label: "Nama kegiatan", text: "Lokakarya Mini Lintas Sektor Triwulan II" },
              { label: "Hari/tanggal", text: "Rabu, 24 Juni 2026" },
              { label: "Tempat", text: "Aula Kecamatan Sragi" },
            ],
          },
          {
            type: "table",
            caption: "Daftar hadir",
            columns: [
              { head: "No", width: 5, align: "center", type: "number" },
              { head: "Nama", width: 22 },
              { head: "Jabatan", width: 22, group: "Mewakili" },
              { head: "Instansi", width: 17, group: "Mewakili" },
              { head: "Jam", width: 8, align: "center" },
              { head: "Tanda tangan", width: 18, type: "signature" },
              { head: "Ket", width: 8 },
            ],
            rows,
            rowHeight: 11,
          },
          { type: "signatures", columns: 2, placeAndDay: "Sragi, 24 Juni 2026", parties: [camat, kepala] },
        ],
      },
    ],
    ...overrides,
  };
}

/** A letter with its attached list, after the layout of DOMAIN 2.2. */
export function letterPaper(addressees: number): Paper {
  return {
    title: "Undangan Lokakarya Mini Lintas Sektor Triwulan II",
    organisation: "Puskesmas Rawat Inap Sragi",
    size: "F4",
    notes: [],
    sections: [
      {
        orientation: "portrait",
        letterhead: head,
        blocks: [
          {
            type: "letterOpening",
            placeAndDay: "Sragi, 17 Juni 2026",
            reference: [
              { label: "Nomor", text: "445.4/06/Admen/2026" },
              { label: "Sifat", text: "Penting" },
              { label: "Lampiran", text: "1 (satu) lembar" },
              { label: "Hal", text: "Undangan Lokakarya Mini Lintas Sektor Triwulan II" },
            ],
            addressees: ["Yth. Bapak/Ibu", "(daftar terlampir)", "di -", "      Tempat"],
          },
          {
            type: "paragraph",
            align: "justify",
            indent: true,
            text: "Dalam rangka meningkatkan kerja sama lintas sektor dalam pembangunan kesehatan di wilayah Kecamatan Sragi, kami mengundang Bapak/Ibu untuk hadir pada:",
          },
          {
            type: "facts",
            indent: true,
            rows: [
              { label: "Hari/tanggal", text: "Rabu, 24 Juni 2026" },
              { label: "Waktu", text: "09.00 WIB s.d. selesai" },
              { label: "Tempat", text: "Aula Kecamatan Sragi" },
              { label: "Acara", text: "Lokakarya Mini Lintas Sektor Triwulan II" },
            ],
          },
          {
            type: "paragraph",
            align: "justify",
            indent: true,
            text: [
              { text: "Demikian undangan ini kami sampaikan. Atas " },
              { text: "kehadiran", bold: true },
              { text: " Bapak/Ibu kami ucapkan terima kasih." },
            ],
          },
          {
            type: "signatures",
            columns: 2,
            parties: [{ ...kepala, above: ["a.n. Kepala Dinas Kesehatan", "Kepala Puskesmas,"] }],
          },
          { type: "heading", level: 2, text: "Tembusan:" },
          { type: "list", ordered: true, items: ["Kepala Dinas Kesehatan Kabupaten Lampung Selatan", "Arsip"] },
        ],
      },
      {
        orientation: "portrait",
        letterhead: null,
        blocks: [
          { type: "title", lines: ["DAFTAR UNDANGAN"] },
          {
            type: "table",
            caption: "Daftar undangan",
            columns: [
              { head: "No", width: 8, type: "number", align: "center" },
              { head: "Yang diundang", width: 92 },
            ],
            rows: Array.from({ length: addressees }, (_, index): Cell[] => [
              { text: String(index + 1), value: index + 1 },
              `Kepala Desa ${index + 1}`,
            ]),
          },
        ],
      },
    ],
  };
}

/** The matrix of a plan: two rows of head, landscape. */
export function matrixPaper(rows: number, size: Paper["size"] = "F4"): Paper {
  return {
    title: "Matriks RTL Lokakarya Mini Lintas Sektor Triwulan II 2026",
    organisation: "Puskesmas Rawat Inap Sragi",
    size,
    notes: [],
    sections: [
      {
        orientation: "landscape",
        letterhead: head,
        blocks: [
          { type: "title", lines: ["RENCANA TINDAK LANJUT", "LOKAKARYA MINI LINTAS SEKTOR TRIWULAN II 2026"] },
          {
            type: "table",
            caption: "Rencana tindak lanjut",
            numbered: true,
            columns: [
              { head: "No", width: 4, type: "number", align: "center" },
              { head: "Masalah", width: 16 },
              { head: "Penyebab", width: 14 },
              { head: "Kegiatan", width: 20 },
              { head: "Instansi", width: 11, group: "Penanggung jawab" },
              { head: "Nama", width: 12, group: "Penanggung jawab" },
              { head: "Desa", width: 10 },
              { head: "Batas waktu", width: 9, type: "date" },
              { head: "Sumber dana", width: 7 },
            ],
            rows: Array.from({ length: rows }, (_, index): Cell[] => [
              { text: String(index + 1), value: index + 1 },
              "Cakupan imunisasi dasar lengkap di bawah target sampai dengan bulan Juni",
              "Sarana: sweeping belum terjadwal\nManusia: kader berganti",
              `Kunjungan rumah balita yang belum lengkap imunisasinya, putaran ${index + 1}`,
              "Pemerintah Desa Kuala Sekampung",
              hardNames[index % hardNames.length] ?? "",
              "Kuala Sekampung, Margasari",
              { text: "24 Juli 2026", value: "2026-07-24" },
              "Dana Desa",
            ]),
          },
          { type: "signatures", columns: 3, placeAndDay: "Sragi, 24 Juni 2026", parties: [camat, kepala] },
        ],
      },
    ],
  };
}

/** Signatures of a list, as the roll keeps them: grey, without alpha. */
export async function signaturePictures(count: number): Promise<Map<string, KeptPicture>> {
  const pictures = new Map<string, KeptPicture>();
  for (let number = 0; number < count; number += 1) {
    const wave = 40 + (number % 60);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240"><rect width="600" height="240" fill="#fff"/><path d="M30 120 Q 120 ${wave} 200 140 T 360 ${200 - wave} T 560 ${wave + 20} M 80 200 C 200 ${wave} 300 ${220 - wave} 520 190" fill="none" stroke="#000" stroke-width="7"/></svg>`;
    const png = await sharp(Buffer.from(svg)).flatten().greyscale().png({ palette: true, colours: 8 }).toBuffer();
    pictures.set(signatureId(number), { mimeType: "image/png", bytes: new Uint8Array(png) });
  }
  return pictures;
}

/** A sheet of two photos, by columns. */
export function photoPaper(columns: 1 | 2 | 3, ids: readonly string[]): Paper {
  return {
    ...listPaper(0),
    title: "Foto kegiatan",
    notes: [],
    sections: [
      {
        orientation: "portrait",
        letterhead: null,
        blocks: [
          { type: "title", lines: ["DOKUMENTASI"] },
          {
            type: "pictures",
            columns,
            items: ids.map((documentId) => ({ picture: { documentId, alt: "Peserta rapat" }, caption: "Pembukaan" })),
          },
        ],
      },
    ],
  };
}
