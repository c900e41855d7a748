import { ActionForm } from "@/components/form/action-form";
import { AskFirst } from "@/components/form/ask-first";
import { SubmitButton } from "@/components/form/submit-button";
import { listSessions } from "@/lib/sessions/reads";
import { idleHours, longestHours } from "@/lib/sessions/rules";
import { formatMoment } from "@/lib/time";
import { currentSession, requireActor } from "@/lib/web/session";
import { endSessionAction, endSessionsAction } from "./actions";

/** Where the actor is signed in now, and the way out of all of them. */
export async function SessionList() {
  const actor = await requireActor();
  const [sessions, current] = await Promise.all([listSessions(actor), currentSession()]);
  const moment = (at: Date) => formatMoment(at, actor.organisation.timeZone);
  return (
    <section aria-labelledby="perangkat" className="max-w-2xl">
      <h2 id="perangkat">Perangkat yang sedang masuk</h2>
      <p className="mt-1 mb-4 text-muted">
        Perangkat yang tidak dipakai {idleHours} jam keluar sendiri; paling lama {longestHours / 24} hari, lalu masuk
        lagi.
      </p>
      <ul className="mb-4 border-t border-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line py-2"
          >
            <div className="min-w-0 flex-1 basis-60">
              <span className="font-semibold">{session.device}</span>
              {session.id === current?.id && <span className="text-muted"> · perangkat ini</span>}
              <span className="block text-sm text-muted">
                Masuk {moment(session.createdAt)} · terakhir dipakai {moment(session.seenAt)}
                {session.address && ` · jaringan ${session.address}`}
              </span>
            </div>
            {session.id !== current?.id && (
              <ActionForm action={endSessionAction.bind(null, session.id)}>
                <SubmitButton tone="plain" label={`Keluarkan ${session.device}`}>
                  Keluarkan
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <AskFirst action={endSessionsAction} words="Keluar dari semua perangkat">
        Juga dari perangkat ini. Yang belum terkirim dari layar absen atau notulen menunggu sampai Anda masuk lagi.
      </AskFirst>
    </section>
  );
}
