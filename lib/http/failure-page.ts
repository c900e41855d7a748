import { escapeHtml } from "@/lib/http/escape-html";

type Words = { title: string; help: string };

const texts: Record<number, Words> = {
  404: {
    title: "Halaman tidak ditemukan",
    help: "Alamat ini tidak ada, sudah dipindahkan, atau bukan bagian dari instansi Anda. Periksa lagi alamatnya, atau mulai dari beranda.",
  },
  401: {
    title: "Masuk dulu",
    help: "Sesi Anda sudah berakhir. Kembali ke halaman sebelumnya, masuk lagi di jendela lain, lalu kirim lagi.",
  },
  403: {
    title: "Kiriman ditolak",
    help: "Kiriman ini datang dari situs lain. Buka Lokmin sendiri, lalu kirim dari sana.",
  },
  405: {
    title: "Permintaan tidak dikenal",
    help: "Alamat ini tidak menerima permintaan seperti itu. Mulai dari beranda.",
  },
  413: {
    title: "Kiriman terlalu besar",
    help: "Yang Anda kirim lebih besar daripada yang dapat diterima; berkas paling besar 12 MB. Kembali ke halaman sebelumnya, kecilkan berkasnya atau pendekkan isiannya, lalu kirim lagi.",
  },
  503: {
    title: "Sedang banyak kiriman",
    help: "Beberapa orang sedang mengirim bersamaan. Kembali ke halaman sebelumnya, tunggu sebentar, lalu kirim lagi; isian Anda masih ada di sana.",
  },
};

const failed: Words = {
  title: "Maaf, halaman ini gagal dibuka",
  help: "Kesalahan ada pada kami, bukan pada Anda. Muat ulang halaman ini; bila masih gagal, sampaikan nomor di bawah kepada pengelola Lokmin.",
};

const notSent: Words = {
  title: "Maaf, belum tersimpan",
  help: "Gangguan ada pada kami, bukan pada Anda. Isian Anda masih ada di halaman ini: tunggu sebentar, lalu tekan “Kirim lagi”; yang terkirim dua kali dihitung satu kali. Bila masih gagal, beri tahu puskesmas yang mengirim tautan ini dan sebutkan nomor di bawah.",
};

const notSentFiles: Words = {
  ...notSent,
  help: "Gangguan ada pada kami, bukan pada Anda. Jangan tutup halaman ini: tunggu sebentar, lalu muat ulang dan setujui pengiriman ulang. Isian dan foto Anda terkirim lagi; yang terkirim dua kali dihitung satu kali. Bila masih gagal, beri tahu puskesmas yang mengirim tautan ini dan sebutkan nomor di bawah.",
};

const notOpened: Words = {
  title: "Maaf, halaman ini belum dapat dibuka",
  help: "Gangguan ada pada kami, bukan pada Anda. Tunggu sebentar, lalu muat ulang halaman ini, atau buka lagi tautan Anda dari pesan aslinya. Bila masih gagal, beri tahu puskesmas yang mengirim tautan ini dan sebutkan nomor di bawah.",
};

const unavailable: Words = {
  title: "Lokmin sedang sibuk",
  help: "Basis data sedang sibuk atau berhenti sebentar; tidak ada yang hilang. Tunggu sebentar, lalu muat ulang halaman ini. Bila masih begini, sampaikan nomor di bawah kepada pengelola Lokmin.",
};

const unavailableForSending: Words = {
  title: "Belum tersimpan: Lokmin sedang sibuk",
  help: "Basis data sedang sibuk atau berhenti sebentar. Tunggu sebentar, lalu muat ulang halaman ini dan setujui pengiriman ulang: isian Anda terkirim lagi, dan yang terkirim dua kali dihitung satu kali. Bila masih begini, sampaikan nomor di bawah kepada pengelola Lokmin.",
};

type Reader = {
  isGuest?: boolean;
  wasSending?: boolean;
  isUnavailable?: boolean;
  words?: string | undefined;
  /** What a guest sent, to be sent again from here: his browser keeps no words of a page that must not be stored. */
  sent?: { path: string; fields: Iterable<[string, string]> };
};

function wordsOf(status: number, { isGuest, wasSending, isUnavailable, sent }: Reader): Words {
  if (isGuest && status >= 500) return sent ? notSent : wasSending ? notSentFiles : notOpened;
  if (isUnavailable && status >= 500) return wasSending ? unavailableForSending : unavailable;
  return texts[status] ?? failed;
}

export function failurePage(status: number, requestId: string, reader: Reader = {}): string {
  const { title, help: usual } = wordsOf(status, reader);
  const help = reader.words ?? usual;
  const home = reader.isGuest ? "" : '<p><a href="/beranda">Ke beranda</a></p>';
  const again = reader.sent ? formAgain(reader.sent) : "";
  return shell(title, `<p>${help}</p>${again}${home}<p>Kode kesalahan: <code>${requestId}</code></p>`);
}

function formAgain({ path, fields }: NonNullable<Reader["sent"]>): string {
  const inputs = [...fields].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${escapeHtml(path)}">${inputs.join("")}<button>Kirim lagi</button></form>`;
}

export function plainPage(
  title: string,
  sentences: readonly string[],
  link: { address: string; words: string },
): string {
  const said = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("");
  return shell(title, `${said}<p><a href="${escapeHtml(link.address)}">${link.words}</a></p>`);
}

function shell(title: string, main: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Lokmin</title><link rel="icon" href="/lokmin.svg"><link rel="stylesheet" href="/gagal.css"></head><body><main><p>Lokmin</p><h1>${title}</h1>${main}</main></body></html>`;
}
