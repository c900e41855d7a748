import { randomUUID } from "node:crypto";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import type { FoundStaff } from "@/lib/staff/reads";
import { endOf, statusOf, termDays } from "../staff-words";
import { TermFields } from "../term-fields";
import { addPlacementAction, editPlacementAction, removePlacementAction } from "./actions";

type Props = { staff: FoundStaff; mayKeep: boolean; organisationId: string; today: string };

export function Placements({ staff, mayKeep, organisationId, today }: Props) {
  const officeId = staff.placements[0]?.organisation.id ?? organisationId;
  return (
    <section aria-labelledby="masa-kerja">
      <h2 id="masa-kerja">Masa kerja</h2>
      <ol className="mt-2 border-t border-line">
        {staff.placements.map((term) => (
          <li key={term.id} className="border-b border-line py-3">
            <p>
              <b>{statusOf(term)}</b> · {term.organisation.name}
            </p>
            <p className="text-sm text-muted">
              {[termDays(term), term.decreeNumber && `SK ${term.decreeNumber}`].filter(Boolean).join(" · ")}
            </p>
            <End term={term} today={today} />
            {mayKeep && term.mayEdit && (
              <Change staffId={staff.id} term={term} isOnly={staff.placements.length === 1} />
            )}
          </li>
        ))}
      </ol>
      {mayKeep && (
        <details className="no-print mt-2">
          <summary className="link inline-flex min-h-11 items-center">Catat masa kerja lain</summary>
          <ActionForm
            action={addPlacementAction.bind(null, staff.id)}
            submit="Catat masa kerja"
            className="mt-2 flex max-w-2xl flex-col gap-4"
          >
            <p className="text-muted">
              Untuk status baru, misalnya diangkat menjadi PPPK: akhiri dulu masa kerja yang berjalan, lalu catat yang
              baru di sini.
            </p>
            <input type="hidden" name="id" value={randomUUID()} />
            <input type="hidden" name="organisationId" value={officeId} />
            <TermFields />
          </ActionForm>
        </details>
      )}
    </section>
  );
}

type Term = FoundStaff["placements"][number];

function End({ term, today }: { term: Term; today: string }) {
  const end = endOf(term, today);
  if (!end) return null;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-2 text-sm">
      <Badge tone={term.endReason ? "plain" : "soon"}>{end}</Badge>
      {term.endNote}
    </p>
  );
}

function Change({ staffId, term, isOnly }: { staffId: string; term: Term; isOnly: boolean }) {
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center text-sm">Ubah atau akhiri</summary>
      <ActionForm
        key={term.version}
        action={editPlacementAction.bind(null, staffId, term.id)}
        submit="Simpan"
        className="mt-2 flex max-w-2xl flex-col gap-4"
      >
        <HiddenField name="version" initial={term.version} />
        <TermFields term={term} />
      </ActionForm>
      {!isOnly && (
        <ActionForm
          action={removePlacementAction.bind(null, staffId, term.id)}
          submit="Hapus masa kerja yang keliru ini"
          tone="danger"
          className="mt-3"
        />
      )}
    </details>
  );
}
