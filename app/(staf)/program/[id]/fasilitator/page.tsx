import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { SavedNotice } from "@/components/saved-notice";
import { type FoundProgramme, listCoverage } from "@/lib/programmes/reads";
import { canChangeProgramme } from "@/lib/programmes/rules";
import { daysWords } from "@/lib/programmes/typed-days";
import { requireProgramme } from "@/lib/web/programme";
import { type Query, queryText } from "@/lib/web/query";
import { removeFacilitatorAction, saveFacilitatorAction } from "./actions";
import { FacilitatorForm } from "./facilitator-form";

export const metadata: Metadata = { title: "Fasilitator" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };
type Facilitator = FoundProgramme["facilitators"][number];

export default async function FacilitatorsPage({ params, searchParams }: Props) {
  const { actor, programme } = await requireProgramme((await params).id);
  const canChange = canChangeProgramme(actor, programme) && !programme.closedAt;
  const members = canChange ? await listCoverage(actor, programme.id, new Date()) : [];
  const { id, facilitators } = programme;
  const titles = [...new Set(facilitators.map(({ title }) => title))];
  const institutions = [
    ...new Set([actor.organisation.name, ...members.filter(({ kind }) => kind === "HOSPITAL").map(({ name }) => name)]),
  ];
  const action = saveFacilitatorAction.bind(null, id);
  const isSaved = queryText((await searchParams).tersimpan) === "1";
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-labelledby="daftar">
        {isSaved && (
          <SavedNotice>
            Fasilitator tersimpan.{" "}
            <Link href={`/program/${id}/kunjungan/rencana`} prefetch={false} className="link">
              Jadwalkan kunjungan
            </Link>
          </SavedNotice>
        )}
        <h2 id="daftar" className="mb-2">
          Fasilitator
        </h2>
        {facilitators.length === 0 ? (
          <EmptyState title="Belum ada fasilitator">
            Tulis siapa yang ikut berkunjung, dari instansi mana, dan hari apa saja berhalangan.
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {facilitators.map((one) => (
              <li key={one.id} className="border-b border-line py-3">
                <FacilitatorRow facilitator={one} />
                {canChange && !one.leftAt && (
                  <details className="no-print mt-2">
                    <summary className="link inline-flex min-h-11 items-center">Ubah</summary>
                    <div className="mt-3 flex flex-col gap-4">
                      <FacilitatorForm
                        action={action}
                        submit="Simpan"
                        titles={titles}
                        institutions={institutions}
                        initial={{ ...one, daysOff: daysWords(one.daysOff) }}
                      />
                      <ActionForm
                        action={removeFacilitatorAction.bind(null, id, one.id)}
                        submit="Keluarkan dari program"
                        tone="danger"
                      />
                    </div>
                  </details>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {canChange && (
        <section aria-labelledby="tambah" className="no-print card">
          <h2 id="tambah" className="mb-3">
            Tambah fasilitator
          </h2>
          <FacilitatorForm
            key={facilitators.length}
            action={action}
            submit="Tambah"
            titles={titles}
            institutions={institutions}
            initial={{ id: randomUUID(), version: null, name: null, title: null, institution: null, daysOff: "" }}
          />
        </section>
      )}
    </div>
  );
}

function FacilitatorRow({ facilitator }: { facilitator: Facilitator }) {
  const { name, title, institution, daysOff, visits, leftAt } = facilitator;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-muted">
          {title} · {institution}
        </p>
        {daysOff.length > 0 && (
          <p className="text-sm">Berhalangan: {daysWords(daysOff).split("\n").slice(0, 6).join(", ")}</p>
        )}
      </div>
      <div className="flex items-center gap-3">
        <span className="tabular-nums">{visits} kunjungan</span>
        {leftAt && <Badge>Tidak ikut lagi</Badge>}
      </div>
    </div>
  );
}
