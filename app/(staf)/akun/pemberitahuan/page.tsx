import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, RadioGroup, SelectField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { mailSettings } from "@/lib/email/settings";
import { topicNames, topics } from "@/lib/notifications/kinds";
import { mailKindNames, mailStateWords } from "@/lib/notifications/mail-words";
import { type Choice, findChoice } from "@/lib/notifications/reads";
import { formatMoment, zoneLabel } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { saveChoiceAction } from "./actions";

export const metadata: Metadata = { title: "Pemberitahuan dan email" };

const weekdays = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

/** What I am told of, and what of it comes by e-mail. */
export default async function NotificationChoicePage() {
  const actor = await requireActor();
  const choice = await findChoice(actor);
  const { timeZone } = actor.organisation;
  return (
    <>
      <PageHeader
        title="Pemberitahuan dan email"
        crumbs={[
          { href: "/akun", label: "Akun saya" },
          { href: "/pemberitahuan", label: "Pemberitahuan" },
        ]}
      />
      {!mailSettings() && (
        <p className="mb-5 max-w-prose rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          Email belum disiapkan di Lokmin ini, jadi belum ada yang dikirim. Pilihan Anda tersimpan dan berlaku begitu
          pengelola menyiapkannya.
        </p>
      )}
      <ActionForm action={saveChoiceAction} submit="Simpan pilihan" className="flex max-w-2xl flex-col gap-6">
        <CheckboxGroup
          name="topics[]"
          legend="Kabar yang ingin Anda terima"
          options={topics.map((value) => ({ value, ...topicNames[value] }))}
          initial={topics.filter((topic) => !choice.muted.includes(topic))}
        />
        <RadioGroup
          name="newsByEmail"
          legend="Kabar lewat email"
          hint={`Ke ${actor.email}. Kabar yang berdekatan digabung, paling banyak satu email tiap 15 menit.`}
          options={[
            { value: "tidak", label: "Tidak" },
            { value: "ya", label: "Ya" },
          ]}
          initial={choice.newsByEmail ? "ya" : "tidak"}
        />
        <RadioGroup
          name="rhythm"
          legend="Ringkasan: apa yang menunggu Anda"
          hint="Tidak dikirim bila tidak ada yang menunggu."
          options={[
            { value: "NONE", label: "Tidak dikirim" },
            { value: "DAILY", label: "Setiap hari" },
            { value: "WEEKLY", label: "Setiap minggu" },
          ]}
          initial={choice.rhythm}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="hour"
            label={`Pukul (${zoneLabel(timeZone)})`}
            options={Array.from({ length: 24 }, (_, hour) => ({
              value: `${hour}`,
              label: `${String(hour).padStart(2, "0")}.00`,
            }))}
            initial={`${choice.hour}`}
          />
          <SelectField
            name="weekday"
            label="Hari, bila setiap minggu"
            options={weekdays.map((label, index) => ({ value: `${index + 1}`, label }))}
            initial={`${choice.weekday}`}
          />
        </div>
      </ActionForm>
      <Sent mails={choice.mails} timeZone={timeZone} />
    </>
  );
}

function Sent({ mails, timeZone }: { mails: Choice["mails"]; timeZone: string }) {
  return (
    <section aria-labelledby="terkirim" className="mt-8 max-w-2xl">
      <h2 id="terkirim" className="mb-2">
        Email terakhir
      </h2>
      {mails.length === 0 ? (
        <p className="text-muted">Belum pernah ada email pemberitahuan untuk Anda.</p>
      ) : (
        <ul className="border-t border-line">
          {mails.map(({ id, kind, at, state, error }) => (
            <li key={id} className="border-b border-line py-3">
              {mailKindNames[kind]}, {formatMoment(at, timeZone)}
              <span className="block text-sm text-muted">{mailStateWords(state, error)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
