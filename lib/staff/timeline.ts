import { employmentStatusNames, placementEndNames } from "@/lib/staff/professions";
import type { FoundStaff } from "@/lib/staff/reads";
import { dayOf } from "@/lib/time";

export type TimelineEntry = {
  key: string;
  day: string;
  kind: "Masa kerja" | "Pelatihan" | "Sertifikat";
  title: string;
  detail: string;
  expiresOn: string | null;
};

/** What happened to somebody at work by year, the latest first; what is still to come is left out. */
export function timelineOf(staff: FoundStaff, today: string): { year: string; entries: TimelineEntry[] }[] {
  const entries = [
    ...staff.placements.flatMap(termEntries),
    ...staff.trainings.map(trainingEntry),
    ...(staff.isWhole ? staff.certificates.map(certificateEntry) : []),
  ]
    .filter(({ day }) => day <= today)
    .sort((one, other) => other.day.localeCompare(one.day) || one.key.localeCompare(other.key));
  const years = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const year = entry.day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years].map(([year, ofYear]) => ({ year, entries: ofYear }));
}

const plain = { expiresOn: null };

function termEntries(term: FoundStaff["placements"][number]): TimelineEntry[] {
  const { id, status, position, startsOn, endsOn, endReason, endNote, organisation } = term;
  const detail = [position, organisation.name].filter(Boolean).join(", ");
  const kind = "Masa kerja" as const;
  const name = employmentStatusNames[status];
  return [
    { ...plain, key: `mulai-${id}`, day: startsOn, kind, title: `Mulai sebagai ${name}`, detail },
    ...(endsOn && endReason
      ? [
          {
            ...{ ...plain, key: `akhir-${id}`, day: endsOn, kind, title: `${name} berakhir` },
            detail: [placementEndNames[endReason], endNote, organisation.name].filter(Boolean).join(", "),
          },
        ]
      : []),
  ];
}

function trainingEntry(training: FoundStaff["trainings"][number]): TimelineEntry {
  const { invitationId, title, startsAt, timeZone, host, lessons } = training;
  const detail = [host, lessons > 0 && `${lessons.toLocaleString("id-ID")} JPL`].filter(Boolean).join(", ");
  return { ...plain, key: invitationId, day: dayOf(startsAt, timeZone), kind: "Pelatihan", title, detail };
}

type Certificate = Extract<FoundStaff, { isWhole: true }>["certificates"][number];

function certificateEntry({ id, name, issuer, number, on, expiresOn, lessons }: Certificate): TimelineEntry {
  const words = [issuer, number && `Nomor ${number}`, lessons && `${lessons.toLocaleString("id-ID")} JPL`];
  return { key: id, day: on, kind: "Sertifikat", title: name, detail: words.filter(Boolean).join(", "), expiresOn };
}
