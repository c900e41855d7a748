import type { Actor } from "@/lib/actor";
import { capital, inLocalWords } from "@/lib/area-words/local";
import type { FirstDayFacts } from "@/lib/first-day/facts";
import { belowName, canManageOrganisations, childName, keepsOwnOffice } from "@/lib/organisations/rules";
import { canSetStartOfUse } from "@/lib/organisations/start-of-use";
import { dateToDay, formatMonth, zoneLabel } from "@/lib/time";
import { canManageUsers } from "@/lib/users/rules";

export type FirstDayStep = {
  id: string;
  title: string;
  /** What is there, or what is lacking. */
  text: string;
  isDone: boolean;
  /** Where it is done; null where somebody else does it. */
  link: { href: string; label: string } | null;
};

/** What an office sets up before its first Lokmin, in the order in which one thing needs the other. */
export function firstDaySteps(actor: Actor, facts: FirstDayFacts): FirstDayStep[] {
  return actor.organisation.kind === "PUSKESMAS" ? puskesmasSteps(actor, facts) : dinkesSteps(actor, facts);
}

export type FirstDay = { steps: FirstDayStep[]; next: FirstDayStep | null; isOver: boolean };

/** Over once everything is there or a Lokmin was held, whatever was left out. */
export function firstDayOf(actor: Actor, facts: FirstDayFacts): FirstDay {
  const steps = firstDaySteps(actor, facts);
  const open = steps.filter(({ isDone }) => !isDone);
  return { steps, next: open.find(({ link }) => link) ?? null, isOver: open.length === 0 || facts.held > 0 };
}

function puskesmasSteps(actor: Actor, facts: FirstDayFacts): FirstDayStep[] {
  const { areaWords, timeZone } = actor.organisation;
  const say = (text: string) => inLocalWords(areaWords, text);
  const { villages, users, seats, vacant } = facts;
  return [
    {
      id: "wilayah",
      title: "Wilayah kerja dan zona waktu",
      text:
        villages > 0
          ? `${capital(areaWords.district)} ${facts.district}, ${villages} ${areaWords.village}, ${zoneLabel(timeZone)}.`
          : say("Desa wilayah kerja dipilih admin Dinas Kesehatan di halaman puskesmas ini."),
      isDone: villages > 0,
      link: keepsOwnOffice(actor)
        ? { href: `/organisasi/${actor.organisation.id}/wilayah`, label: say("Periksa desanya") }
        : null,
    },
    startStep(actor, facts),
    {
      id: "mitra",
      title: "Daftar mitra",
      text:
        seats > 0
          ? `${seats} jabatan${vacant > 0 ? `, ${vacant} belum bernama` : ""}.`
          : say("Camat, Kepala Desa, dan Bidan Desa diusulkan dari wilayah kerja; Anda tinggal mengisi namanya."),
      isDone: seats > 0,
      link: { href: "/mitra/usulan", label: seats > 0 ? "Lengkapi mitra" : "Isi daftar mitra" },
    },
    usersStep(actor, users),
    indicatorStep(facts.indicators),
    {
      id: "lokmin",
      title: "Lokmin pertama",
      text: facts.scheduled > 0 ? "Sudah dijadwalkan." : "Pilih tanggalnya, lalu undang mitra Anda.",
      isDone: facts.scheduled > 0,
      link: { href: "/kegiatan/baru", label: "Buat Lokmin pertama" },
    },
  ];
}

function dinkesSteps(actor: Actor, facts: FirstDayFacts): FirstDayStep[] {
  const { kind, id, timeZone, areaWords } = actor.organisation;
  const isRegency = kind === "DISTRICT_DINKES";
  const { below, without } = facts;
  const child = childName(kind);
  const add = isRegency
    ? { href: "/organisasi/usulan", label: below > 0 ? "Tambah puskesmas" : "Tambah semua puskesmas" }
    : { href: `/organisasi/baru?induk=${id}`, label: `Tambah ${child}` };
  return [
    {
      id: "wilayah",
      title: "Wilayah dan zona waktu",
      text: kind === "MINISTRY" ? "Seluruh Indonesia." : `${facts.district}, ${zoneLabel(timeZone)}.`,
      isDone: true,
      link: null,
    },
    startStep(actor, facts),
    {
      id: "instansi",
      title: belowName(kind),
      text:
        below > 0
          ? `${below} ${child}.`
          : isRegency
            ? inLocalWords(areaWords, "Diusulkan satu untuk setiap kecamatan; daftar Excel dapat diimpor sekaligus.")
            : `Belum ada ${child}.`,
      isDone: below > 0,
      link: canManageOrganisations(actor) ? add : null,
    },
    {
      id: "pengguna",
      title: "Pengguna pertama",
      text:
        below === 0
          ? `Satu admin untuk setiap ${child}; ia menambah rekan-rekannya sendiri.`
          : without > 0
            ? `${without} ${child} belum punya pengguna.`
            : `Setiap ${child} sudah punya pengguna.`,
      isDone: below > 0 && without === 0,
      link: canManageUsers(actor) && below > 0 ? { href: "/pengguna/pertama", label: "Tambah pengguna pertama" } : null,
    },
    indicatorStep(facts.indicators),
    {
      id: "lokmin",
      title: "Lokmin pertama",
      text:
        facts.scheduled > 0
          ? "Sudah dijadwalkan oleh puskesmas."
          : "Dijadwalkan puskesmas; sesudah itu terlihat di matriks.",
      isDone: facts.scheduled > 0,
      link: null,
    },
  ];
}

function startStep(actor: Actor, { usedSince }: FirstDayFacts): FirstDayStep {
  return {
    id: "sejak",
    title: "Dipakai sejak",
    text: usedSince
      ? `${formatMonth(dateToDay(usedSince))}; bulan sebelumnya tidak dihitung terlewat.`
      : "Bulan sebelum Lokmin dipakai tidak dihitung terlewat.",
    isDone: usedSince !== null,
    link: canSetStartOfUse(actor)
      ? { href: "/pengaturan/dipakai-sejak", label: usedSince ? "Ubah bulannya" : "Tentukan bulannya" }
      : null,
  };
}

function usersStep(actor: Actor, users: number): FirstDayStep {
  return {
    id: "pengguna",
    title: "Pengguna",
    text:
      users > 1
        ? `${users} pengguna.`
        : "Baru Anda sendiri. Tambah kepala puskesmas dan rekan yang ikut mencatat; masing-masing mendapat tautan masuk.",
    isDone: users > 1,
    link: canManageUsers(actor) ? { href: "/pengguna/baru", label: "Tambah pengguna" } : null,
  };
}

function indicatorStep(indicators: number): FirstDayStep {
  return {
    id: "indikator",
    title: "Indikator",
    text:
      indicators > 0
        ? `${indicators} indikator.`
        : "Pilih dari daftar baku SPM dan PWS, lengkap dengan definisinya, atau buat sendiri.",
    isDone: indicators > 0,
    link: { href: "/capaian/indikator/baku", label: indicators > 0 ? "Tambah indikator" : "Pilih indikator" },
  };
}
