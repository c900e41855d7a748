import { daysAfter } from "./calendar";
import type { People } from "./directory";
import { beginning } from "./offices";

// Invented, all of them: nobody of these places is meant.

const definitive = new Date("2022-01-02T16:00:00Z");

/** @param now the present Plt. Camat took over two months before */
export function malangkePeople(now: Date): People {
  const vacant = daysAfter(now, -60);
  return {
    camat: [
      {
        name: "Rustan Palewai, S.STP.",
        prefix: "PLT",
        ownPost: "Kepala Bagian Pemerintahan Sekretariat Daerah Kabupaten Luwu Utara",
        since: beginning,
        until: definitive,
      },
      { name: "Hj. Nurlela Mappiasse, S.Sos., M.Si.", since: definitive, until: vacant },
      {
        name: "Syahril Tenriawaru, S.IP.",
        prefix: "PLT",
        ownPost: "Kepala Bagian Organisasi Sekretariat Daerah Kabupaten Luwu Utara",
        since: vacant,
      },
    ],
    sekcam: "Marwah Tandipau, S.E.",
    danramil: "Kapten Inf Daud Pasolang",
    kapolsek: "Iptu Ilham Batara Guru",
    pendidikan: "Hasnawati Lamaddukelleng, M.Pd.",
    agama: "Muh. Yasin Sabbara, S.Ag.",
    kb: "Rahmatia Patunru, S.K.M.",
    pkk: [],
    kadinkes: "dr. H. Mappasabbi Lantara, M.Kes.",
    kepalaDesa: [
      "Andi Baso Palinrungi",
      "Muh. Tahir Lapadangi",
      "Sudirman Tappareng",
      "Irwansyah Wellangi",
      "Haeruddin Matoreng",
      { name: "Kasmawati Rumallang", prefix: "PJ", ownPost: "Kepala Seksi Pemberdayaan Masyarakat Kecamatan Malangke" },
      "Nasrum Daeng Sitaba",
      "Burhan Paliling",
      "Made Suardika Yasa",
      "Abd. Rauf Sampeali",
      "Jumadil Patawari",
      "Amiruddin Lasinrang",
      { name: "Saenal Tolondo", phone: null },
      "Mustamin Kallolo",
    ],
    bidanDesa: [
      "Hasriani Pagiling, A.Md.Keb.",
      "Nirwana Sangkala, A.Md.Keb.",
      "Sitti Aminah Rante, S.Tr.Keb.",
      "Fatmawati Bunga, A.Md.Keb.",
      "Rosnaeni Tulak, A.Md.Keb.",
      "Ernawati Palondongan, A.Md.Keb.",
      "Jumriati Sappe, S.Tr.Keb.",
      "Asriani Mangopo, A.Md.Keb.",
      "Ni Luh Suartini Dewi, A.Md.Keb.",
      "Megawati Tandirerung, A.Md.Keb.",
      "Hardianti Lolo, A.Md.Keb.",
      "Sulfiani Barata, A.Md.Keb.",
      "Nurhikmah Dappi, S.Tr.Keb.",
      "Evi Salurante, A.Md.Keb.",
    ],
    staff: [
      ["Kepala Puskesmas", "H. Anwar Lembang, S.K.M., M.Kes."],
      ["Kepala Subbagian Tata Usaha", "Risnawati Pakambanan, S.K.M."],
      ["Bidan Koordinator", "Hj. Darmiati Sule, S.Tr.Keb."],
      ["Pengelola Gizi", "Mirnawati Pongsapan, S.Gz."],
      ["Pengelola Imunisasi", "Agustina Tangke, A.Md.Kep."],
    ],
  };
}
