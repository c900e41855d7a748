import type { Letterhead, Paper, PaperSize } from "@/lib/papers/model";

/** A short letter to see a letterhead on: the model that every paper is drawn from. */
export function sampleLetter(letterhead: Letterhead, size: PaperSize, office: string): Paper {
  return {
    title: "Contoh surat",
    organisation: office,
    size,
    sections: [
      {
        orientation: "portrait",
        letterhead,
        blocks: [
          {
            type: "letterOpening",
            placeAndDay: "Tempat, 24 Juni 2026",
            reference: [
              { label: "Nomor", text: "000/00/Contoh/2026" },
              { label: "Sifat", text: "Biasa" },
              { label: "Lampiran", text: "-" },
              { label: "Hal", text: "Contoh kop surat" },
            ],
            addressees: ["Yth. Kepala Desa", "di –", "Tempat"],
          },
          {
            type: "paragraph",
            align: "justify",
            indent: true,
            text: "Beginilah kop di atas tercetak pada surat undangan, daftar hadir, notulen, dan surat lain.",
          },
        ],
      },
    ],
    notes: [],
  };
}
