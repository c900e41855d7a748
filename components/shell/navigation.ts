import type { IconName } from "@/components/icon";
import type { Role } from "@/prisma/generated/enums";

export type Place = { href: string; label: string; icon: IconName };

const home: Place = { href: "/beranda", label: "Beranda", icon: "home" };
const matrix: Place = { href: "/matriks", label: "Matriks", icon: "grid" };
const reviews: Place = { href: "/tinjauan", label: "Tinjauan", icon: "check" };
const meetings: Place = { href: "/kegiatan", label: "Kegiatan", icon: "calendar" };
const followUp: Place = { href: "/tindak-lanjut", label: "Tindak lanjut", icon: "list" };
const achievement: Place = { href: "/capaian", label: "Capaian", icon: "chart" };
const escalations: Place = { href: "/eskalasi", label: "Eskalasi", icon: "flag" };
const programmes: Place = { href: "/program", label: "Program", icon: "pin" };
const directory: Place = { href: "/mitra", label: "Mitra", icon: "people" };
const staff: Place = { href: "/pegawai", label: "Pegawai", icon: "user" };
const assignments: Place = { href: "/penugasan", label: "Penugasan", icon: "calendar" };
const competences: Place = { href: "/kompetensi", label: "Kompetensi", icon: "check" };
const organisations: Place = { href: "/organisasi", label: "Puskesmas", icon: "building" };
const users: Place = { href: "/pengguna", label: "Pengguna", icon: "key" };
const questionBank: Place = { href: "/bank-soal", label: "Bank soal", icon: "comment" };
const letters: Place = { href: "/surat", label: "Agenda surat", icon: "letter" };
const history: Place = { href: "/riwayat", label: "Riwayat", icon: "clock" };
const help: Place = { href: "/bantuan", label: "Bantuan", icon: "help" };
const settings: Place = { href: "/pengaturan", label: "Pengaturan", icon: "gear" };

/** The places of a role, in the order of the work; the first four stand in the phone's bottom bar. */
export function placesOf(role: Role): Place[] {
  const isDinkes = role === "DINKES_ADMIN" || role === "DINKES_REVIEWER";
  const isAdmin = role === "DINKES_ADMIN" || role === "PUSKESMAS_ADMIN";
  const places = isDinkes
    ? [
        home,
        matrix,
        reviews,
        meetings,
        followUp,
        escalations,
        programmes,
        achievement,
        organisations,
        staff,
        assignments,
        competences,
      ]
    : [home, meetings, followUp, achievement, directory, staff, competences];
  return [...places, questionBank, letters, ...(isAdmin ? [users] : []), history, settings, help];
}
