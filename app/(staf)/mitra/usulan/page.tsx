import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { findProposedSeats, type ProposedSeats } from "@/lib/directory/proposed";
import { canWriteDirectory } from "@/lib/directory/rules";
import { type SeatGroup, seatGroups } from "@/lib/directory/standard-seats";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { fillDirectoryAction } from "./actions";
import { type GridGroup, SeatGrid } from "./seat-grid";

export const metadata: Metadata = { title: "Usulan mitra" };

/** As many fields as one form is read with. */
const mostRows = 180;

export default async function ProposedSeatsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) notFound();
  const query = await searchParams;
  const proposed = await findProposedSeats(actor);
  const groups = groupsOf(proposed);
  const total = proposed.missing.length + proposed.vacant.length;
  const saved = savedWords(queryText(query.dibuat), queryText(query.diisi));
  return (
    <>
      <PageHeader title="Usulan mitra" crumbs={[{ href: "/mitra", label: "Mitra" }]}>
        <p className="mt-1 max-w-prose text-muted">
          {say(
            "Jabatan yang hampir selalu diundang, menurut wilayah kerja Anda. Hapus centang yang tidak ada; nama dan nomor boleh menyusul.",
          )}{" "}
          Enter pindah ke baris berikutnya; daftar dari Excel atau Word dapat ditempel ke bawah.
        </p>
      </PageHeader>
      {saved && (
        <SavedNotice key={saved}>
          {saved}{" "}
          <Link href="/mitra" prefetch={false} className="link">
            Lihat daftar mitra
          </Link>
          {", atau "}
          <Link href="/mulai" prefetch={false} className="link">
            lanjut ke langkah berikutnya
          </Link>
          .
        </SavedNotice>
      )}
      {total === 0 ? (
        <EmptyState
          title="Tidak ada lagi yang diusulkan"
          action={
            <Link href="/mitra" prefetch={false} className="button">
              Lihat daftar mitra
            </Link>
          }
        >
          Semua jabatan usulan sudah ada di daftar mitra, dan tidak ada jabatan yang belum bernama.
        </EmptyState>
      ) : (
        <ActionForm key={saved} action={fillDirectoryAction} submit="Simpan ke daftar mitra">
          <SeatGrid groups={groups} />
          {total > mostRows && (
            <p className="text-muted">
              Yang tampil {mostRows} dari {total}; sesudah disimpan tampil yang berikutnya.
            </p>
          )}
        </ActionForm>
      )}
    </>
  );
}

function savedWords(added: string, named: string): string {
  const count = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : 0);
  const parts = [
    count(added) > 0 ? `${count(added)} jabatan ditambahkan` : "",
    count(named) > 0 ? `${count(named)} nama diisi` : "",
  ].filter(Boolean);
  if (parts.length > 0) return `${parts.join(", ")}.`;
  return added === "" ? "" : "Jabatan itu sudah ada di daftar mitra; tidak ada yang dibuat dua kali.";
}

function groupsOf({ missing, vacant }: ProposedSeats): GridGroup[] {
  let index = 0;
  const keys = Object.keys(seatGroups) as SeatGroup[];
  const groups = [
    ...keys.map((group) => ({
      id: group,
      title: say(seatGroups[group]),
      rows: missing
        .filter((seat) => seat.group === group)
        .map(({ key, title, institution, village }) => ({
          ...{ key, title, isNew: true },
          place: village && group === "bidan" ? village : institution,
        })),
    })),
    {
      id: "belum-bernama",
      title: "Sudah ada, belum bernama",
      rows: vacant.map(({ id, title, institution, village }) => ({
        ...{ key: id, title, isNew: false },
        place: village && !institution.includes(village.name) ? `${institution}, ${village.name}` : institution,
      })),
    },
  ];
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.slice(0, Math.max(0, mostRows - index)).map((row) => ({ ...row, index: index++ })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
