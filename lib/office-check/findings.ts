import type { CheckedOffice, SetUp } from "@/lib/office-check/reads";
import { registrationWarning } from "@/lib/organisations/rules";
import { zoneOf } from "@/lib/organisations/zones";
import { zoneLabel } from "@/lib/time";
import type { OrganisationKind } from "@/prisma/generated/enums";

export type Finding = { key: string; line: string; detail?: string; href: string; mend: string };
export type FindingGroup = { id: string; title: string; why: string; findings: Finding[] };

/** In the order in which it is set up; groups without a finding are left out. */
export function findingsOf(setUp: SetUp, office: { id: string; kind: OrganisationKind }): FindingGroup[] {
  const groups = office.kind === "DISTRICT_DINKES" ? regencyGroups(setUp) : aboveGroups(setUp, office);
  return groups.filter(({ findings }) => findings.length > 0);
}

function regencyGroups({ offices, unserved, shared }: SetUp): FindingGroup[] {
  const puskesmas = offices.filter(({ kind }) => kind === "PUSKESMAS");
  return [
    {
      id: "desa",
      title: "Desa tanpa puskesmas",
      why: "Capaian dan RTL desa ini tidak dapat diisi oleh siapa pun.",
      findings: unserved.map(({ code, name, total, unserved: open, names }) => {
        const near = puskesmas.filter(({ areaCode }) => areaCode === code);
        const [only] = near;
        return {
          key: code,
          line: `Kecamatan ${name}: ${open === total ? `semua ${total} desa` : `${open} dari ${total} desa`}`,
          // Of a whole kecamatan the names say nothing more.
          ...(open < total && { detail: namesWords(names) }),
          href: only ? `/organisasi/${only.id}/wilayah?kec=${code}` : "/impor/instansi",
          mend: only ? `Atur wilayah kerja ${only.name}` : "Tambah puskesmasnya",
        };
      }),
    },
    {
      id: "wilayah",
      title: "Puskesmas tanpa wilayah kerja",
      why: "Belum dapat mengisi capaian per desa.",
      findings: of(
        puskesmas,
        ({ villages }) => villages === 0,
        (id) => `/organisasi/${id}/wilayah`,
        "Atur wilayah kerja",
      ),
    },
    {
      id: "pengguna",
      title: "Puskesmas tanpa pengguna",
      why: "Belum ada yang dapat masuk.",
      findings: of(
        puskesmas,
        ({ users }) => users === 0,
        () => "/pengguna/pertama",
        "Tambah pengguna pertama",
      ),
    },
    {
      id: "kepala",
      title: "Puskesmas tanpa kepala",
      why: "Notulen tidak dapat disahkan, dan surat tidak punya penanda tangan.",
      findings: of(
        puskesmas,
        ({ hasHead, users }) => !hasHead && users > 0,
        (id) => `/pengguna/baru?instansi=${id}&peran=PUSKESMAS_HEAD`,
        "Tambah kepala puskesmas",
      ),
    },
    neverSignedIn(offices),
    wrongZones(offices),
    {
      id: "kode",
      title: "Kode registrasi",
      why: "Kosong, atau tidak seperti kode puskesmas lain.",
      findings: puskesmas
        .filter(({ registrationCode }) => registrationCode === null || registrationWarning(registrationCode) !== null)
        .map(({ id, name, registrationCode }) => ({
          key: id,
          line: name,
          detail: registrationCode ?? "belum diisi",
          href: `/organisasi/${id}/ubah`,
          mend: "Isi kodenya",
        })),
    },
    {
      id: "bersama",
      title: "Desa di lebih dari satu puskesmas",
      why: "Benar bila desa itu memang dilayani bersama; bila tidak, hapus dari salah satunya.",
      findings: shared.map(({ code, name, puskesmas: names }) => {
        const first = puskesmas.find((one) => one.name === names[0]);
        return {
          key: code,
          line: name,
          detail: names.join(", "),
          href: first ? `/organisasi/${first.id}/wilayah?kec=${code.slice(0, 8)}` : "/organisasi",
          mend: "Lihat wilayah kerja",
        };
      }),
    },
  ];
}

function aboveGroups({ offices, unserved }: SetUp, office: { id: string; kind: OrganisationKind }): FindingGroup[] {
  const isMinistry = office.kind === "MINISTRY";
  const dinkes = offices.filter(({ kind }) => kind !== "HOSPITAL");
  return [
    {
      id: "wilayah",
      title: isMinistry ? "Provinsi tanpa Dinas Kesehatan" : "Kabupaten dan kota tanpa Dinas Kesehatan",
      why: "Puskesmasnya belum dapat ditambahkan.",
      findings: unserved.map(({ code, name }) => ({
        key: code,
        line: name,
        href: `/organisasi/baru?induk=${office.id}&wilayah=${code}`,
        mend: "Tambah Dinas Kesehatannya",
      })),
    },
    {
      id: "pengguna",
      title: "Dinas Kesehatan tanpa pengguna",
      why: "Adminnya yang menambahkan puskesmas.",
      findings: of(
        dinkes,
        ({ users }) => users === 0,
        (id) => `/pengguna/baru?instansi=${id}`,
        "Tambah admin",
      ),
    },
    neverSignedIn(offices),
    {
      id: "kosong",
      title: isMinistry ? "Provinsi tanpa kabupaten" : "Kabupaten dan kota tanpa puskesmas",
      why: "Belum diisi oleh adminnya.",
      findings: of(
        dinkes,
        ({ below, users }) => below === 0 && users > 0,
        (id) => `/organisasi/${id}`,
        "Lihat",
      ),
    },
    wrongZones(offices),
  ];
}

function of(
  offices: readonly CheckedOffice[],
  isWrong: (office: CheckedOffice) => boolean,
  hrefOf: (id: string) => string,
  mend: string,
): Finding[] {
  return offices.filter(isWrong).map(({ id, name }) => ({ key: id, line: name, href: hrefOf(id), mend }));
}

function neverSignedIn(offices: readonly CheckedOffice[]): FindingGroup {
  return {
    id: "belum-masuk",
    title: "Pengguna yang belum pernah masuk",
    why: "Buat tautan masuknya dan kirimkan; tautan berlaku tiga hari.",
    findings: offices
      .filter(({ strangers }) => strangers > 0)
      .map(({ id, name, strangers }) => ({
        key: id,
        line: name,
        detail: `${strangers} pengguna`,
        href: `/pengguna/tautan?instansi=${id}`,
        mend: "Buat tautan masuk",
      })),
  };
}

function wrongZones(offices: readonly CheckedOffice[]): FindingGroup {
  return {
    id: "zona",
    title: "Zona waktu keliru",
    why: "Jam kegiatan tercetak salah.",
    findings: offices.flatMap(({ id, name, areaCode, timeZone }) => {
      const right = zoneOf(areaCode);
      if (!right || right === timeZone) return [];
      const detail = `${zoneLabel(timeZone)}, seharusnya ${zoneLabel(right)}`;
      return [{ key: id, line: name, detail, href: `/organisasi/${id}/ubah`, mend: "Ubah zona waktu" }];
    }),
  };
}

const mostNames = 10;

function namesWords(names: readonly string[]): string {
  const more = names.length > mostNames ? `, dan ${names.length - mostNames} lainnya` : "";
  return names.slice(0, mostNames).join(", ") + more;
}
