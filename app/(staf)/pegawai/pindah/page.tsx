import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { PersonField } from "@/components/form/person-field";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { isDinkes } from "@/lib/actor";
import { listChoices } from "@/lib/organisations/reads";
import { listMoves } from "@/lib/staff/move-reads";
import { canKeepOwnStaff } from "@/lib/staff/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { MoveTerms } from "../move-terms";
import { askMoveAction } from "./actions";
import { WaitingMoves } from "./waiting-moves";

export const metadata: Metadata = { title: "Pindah pegawai" };

const said: Readonly<Record<string, string>> = {
  diminta: "Permintaan tercatat. Instansi lama atau Dinas Kesehatannya memutuskan.",
  diputuskan: "Keputusan tersimpan.",
  dibatalkan: "Permintaan dibatalkan.",
};

export default async function MovesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canKeepOwnStaff(actor)) notFound();
  const done = said[queryText((await searchParams).baru)];
  const offices = isDinkes(actor) ? await listChoices(actor) : [];
  const { id, name } = actor.organisation;
  return (
    <>
      <PageHeader title="Pindah pegawai" crumbs={[{ href: "/pegawai", label: "Pegawai" }]} />
      {done && <SavedNotice>{done}</SavedNotice>}
      <div className="flex max-w-3xl flex-col gap-8">
        <WaitingMoves moves={await listMoves(actor)} />
        <section aria-labelledby="minta">
          <h2 id="minta">Minta pegawai dari instansi lain</h2>
          <p className="mt-1 mb-4 text-muted">
            Catatannya (masa kerja, STR, SIP, pelatihan) ikut pindah setelah instansi lama atau Dinas Kesehatannya
            menyetujui.
          </p>
          <ActionForm action={askMoveAction} submit="Minta kepindahan">
            <input type="hidden" name="id" value={randomUUID()} />
            <TextField name="number" label="NIP, nomor STR, atau nomor SIP" autoComplete="off" />
            {offices.length > 0 ? (
              <PersonField
                name="organisationId"
                label="Pindah ke"
                empty="Pilih instansi"
                people={offices.map((office) => ({ value: office.id, label: office.name }))}
              />
            ) : (
              <p>
                Pindah ke <b>{name}</b>
                <input type="hidden" name="organisationId" value={id} />
              </p>
            )}
            <MoveTerms />
            <TextField name="note" label="Keterangan" optional />
          </ActionForm>
        </section>
      </div>
    </>
  );
}
