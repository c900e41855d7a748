import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/page-header";
import { canReadClusters } from "@/lib/clusters/rules";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { mailSettings } from "@/lib/email/settings";
import { canSetGrace } from "@/lib/escalations/rules";
import { canWriteRules } from "@/lib/evidence/rules";
import { canWriteHolidays } from "@/lib/holidays/rules";
import { keepsInstallation } from "@/lib/installation/keeper";
import { canSeeJobs } from "@/lib/jobs/rules";
import { canSetUpPapers } from "@/lib/letters/rules";
import { canSetDueDates } from "@/lib/matrix/due-dates";
import { canWriteTypes } from "@/lib/meeting-types/rules";
import { canWriteTemplates } from "@/lib/messages/rules";
import { canSetStartOfUse } from "@/lib/organisations/start-of-use";
import { canSeeReadings } from "@/lib/privacy/readings";
import { canSetFactorRule } from "@/lib/second-factor/office-rule";
import { requireActor } from "@/lib/web/session";
import { canKeepWebhooks } from "@/lib/webhooks/rules";

export const metadata: Metadata = { title: "Pengaturan" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const rooms = [
    ...(canWriteTemplates(actor)
      ? [
          {
            href: "/pengaturan/email",
            title: "Email",
            text: mailSettings() ? "Siap dipakai." : "Belum disiapkan; undangan dikirim lewat WhatsApp atau slip.",
          },
          {
            href: "/pengaturan/pesan",
            title: "Pesan undangan dan pengingat",
            text: "Kata-kata puskesmas untuk undangan, pengingat, dan pemberitahuan perubahan.",
          },
        ]
      : []),
    ...(canKeepOfficeHead(actor)
      ? [
          {
            href: "/pengaturan/pimpinan",
            title: "Kepala instansi",
            text: "Siapa memimpin dan menandatangani surat, sejak kapan, dengan pangkat dan NIP apa.",
          },
        ]
      : []),
    ...(canReadClusters(actor)
      ? [
          {
            href: "/klaster",
            title: "Klaster peninjau",
            text: "Peninjau mana membina puskesmas mana, dan siapa menggantikan siapa untuk sementara.",
          },
        ]
      : []),
    ...(canWriteRules(actor)
      ? [
          {
            href: "/pengaturan/bukti",
            title: "Daftar bukti",
            text: "Bukti akreditasi yang diminta sebelum kegiatan disahkan.",
          },
        ]
      : []),
    ...(canWriteTypes(actor)
      ? [
          {
            href: "/pengaturan/jenis",
            title: "Jenis kegiatan",
            text: "Masukan dan luaran yang diharapkan dari tiap jenis Lokmin, pra-Lokmin, dan kalakarya.",
          },
        ]
      : []),
    ...(canWriteHolidays(actor)
      ? [
          {
            href: "/pengaturan/libur",
            title: "Hari libur",
            text: "Tanggal merah dan cuti bersama yang diperhatikan saat merencanakan Lokmin setahun.",
          },
        ]
      : []),
    ...(canSetStartOfUse(actor)
      ? [
          {
            href: "/pengaturan/dipakai-sejak",
            title: "Dipakai sejak",
            text: "Bulan pertama Lokmin dipakai; bulan sebelumnya tidak dihitung terlewat.",
          },
        ]
      : []),
    ...(canSetDueDates(actor)
      ? [
          {
            href: "/pengaturan/batas-waktu",
            title: "Batas waktu Lokmin",
            text: "Sampai tanggal berapa Lokmin diadakan dan berapa hari sesudahnya dilaporkan; dipakai matriks.",
          },
        ]
      : []),
    ...(canSetUpPapers(actor)
      ? [
          {
            href: "/pengaturan/kop",
            title: "Kop dan nomor surat",
            text: "Kop dengan logo, ukuran kertas, dan pola nomor surat.",
          },
          {
            href: "/pengaturan/naskah",
            title: "Naskah dan formulir",
            text: "Kata-kata tetap pada surat dan dokumen, dan formulir Word sendiri.",
          },
        ]
      : []),
    ...(canSetGrace(actor)
      ? [
          {
            href: "/pengaturan/eskalasi",
            title: "Tenggang jawaban eskalasi",
            text: "Dalam berapa hari kantor Anda menjawab RTL yang dieskalasi puskesmas.",
          },
        ]
      : []),
    ...(canSetFactorRule(actor)
      ? [
          {
            href: "/pengaturan/keamanan",
            title: "Verifikasi dua langkah",
            text: "Apakah admin wajib memakai langkah kedua saat masuk, dan siapa yang belum.",
          },
        ]
      : []),
    ...(canSeeReadings(actor)
      ? [
          {
            href: "/pengaturan/pembacaan",
            title: "Yang membaca data pribadi",
            text: "Siapa di luar instansi Anda membuka berkas pegawai atau tanda tangan.",
          },
        ]
      : []),
    ...(canSeeJobs(actor)
      ? [
          {
            href: "/pengaturan/pekerjaan",
            title: "Pekerjaan di belakang layar",
            text: "Pengiriman email dan pekerjaan lain yang berjalan sendiri: apa yang selesai, menunggu, atau gagal.",
          },
        ]
      : []),
    ...(canKeepWebhooks(actor)
      ? [
          {
            href: "/pengaturan/webhook",
            title: "Webhook",
            text: "Memberi tahu sistem lain saat kegiatan disahkan, dilaporkan, dieskalasi, atau ditinjau.",
          },
        ]
      : []),
    ...((await keepsInstallation(actor))
      ? [
          {
            href: "/pengaturan/pemasangan",
            title: "Pemasangan",
            text: "Apakah Lokmin di komputer atau server ini baik-baik saja, dan cadangannya.",
          },
        ]
      : []),
    {
      href: "/pengaturan/kalender",
      title: "Kalender langganan",
      text: "Jadwal kegiatan di kalender ponsel atau komputer, selalu terbaru.",
    },
  ];
  return (
    <>
      <PageHeader title="Pengaturan" />
      <ul className="border-t border-line">
        {rooms.map((room) => (
          <li key={room.href} className="border-b border-line">
            <Link href={room.href} prefetch={false} className="block px-1 py-4 no-underline hover:bg-sunken">
              <span className="block font-semibold text-accent">{room.title}</span>
              <span className="text-muted">{room.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
