import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import type { FoundEscalation } from "@/lib/escalations/reads";
import { formatMoment } from "@/lib/time";
import { releaseAction, takeOverAction } from "./actions";

type Props = { escalation: FoundEscalation; userId: string; timeZone: string };

/** Who takes care of it on each level, and the way to take it over. */
export function InCharge({ escalation, userId, timeZone }: Props) {
  const { id, part, takeovers } = escalation;
  const current = takeovers.filter(({ endedAt }) => endedAt === null);
  const own = current.find(({ organisationId }) => organisationId === part?.organisationId);
  const canTake = part !== null && !part.isClosed;
  if (current.length === 0 && !canTake) return null;
  return (
    <section aria-labelledby="petugas" className="max-w-3xl">
      <h2 id="petugas" className="mb-1">
        Petugas
      </h2>
      {current.map((one) => (
        <p key={one.id}>
          <b>{one.name}</b>
          {one.user?.deactivatedAt && " (akunnya tidak aktif lagi)"}
          <span className="text-muted">
            , {one.organisation.name}, sejak {formatMoment(one.takenAt, timeZone)}
          </span>
        </p>
      ))}
      {canTake && !own && <p className="text-muted">Belum ada petugas di kantor Anda yang menanganinya.</p>}
      {canTake && (
        <div className="no-print mt-2 flex flex-wrap gap-3">
          {own?.userId !== userId && (
            <ActionForm
              key={own?.id ?? "none"}
              action={takeOverAction.bind(null, id)}
              submit={own ? `Gantikan ${own.name}` : "Ambil alih"}
              tone="plain"
              className="flex flex-col gap-2"
            >
              <HiddenField name="id" initial={randomUUID()} />
              <HiddenField name="replaces" initial={own?.id ?? ""} />
            </ActionForm>
          )}
          {own && (
            <ActionForm
              key={`lepas${own.id}`}
              action={releaseAction.bind(null, id, own.id)}
              submit="Lepaskan"
              tone="plain"
              className="flex flex-col gap-2"
            />
          )}
        </div>
      )}
    </section>
  );
}
