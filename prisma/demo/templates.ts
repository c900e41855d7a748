import { randomUUID } from "node:crypto";
import { defaultTypes } from "@/lib/meeting-types/defaults";
import { type TemplateSource, toContent } from "@/lib/templates/rules";
import type { MeetingRow } from "@/tests/factories/meetings";
import { daysAfter } from "./calendar";
import { addMeeting, type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import type { Staff, Village } from "./offices";

type Author = { by: Staff; villages: readonly Village[]; kecamatan: string };

/** Sragi's Lokmin of February 2025 as others may take it over. @returns its id */
export function addTemplate(
  rows: Rows,
  { meeting, ...demo }: DemoMeeting,
  { by, villages, kecamatan }: Author,
): string {
  const id = randomUUID();
  const createdAt = daysAfter(meeting.startsAt, 21);
  const name = "Lokmin lintas sektor: imunisasi, stunting, PHBS, dan TBC per desa";
  const people = [...rows.users.map((user) => user.name), ...rows.holders.map((holder) => holder.name)];
  const names = people.flatMap((person) => person.split(",", 1)[0] ?? []);
  rows.templates.push({
    id,
    organisationId: by.office.id,
    sourceId: meeting.id,
    kind: "QUARTERLY_LOKMIN",
    name,
    description:
      "Untuk kecamatan yang membahas masalah per desa bersama kepala desa dan sektor lain: susunan acara pendek, rencana yang terukur.",
    content: toContent(heldOf(rows, meeting), {
      people: names,
      places: [kecamatan, ...villages.map((village) => village.name)],
      puskesmas: [by.office.name],
    }),
    createdById: by.user.id,
    creator: by.user.name,
    createdAt,
  });
  record(rows, { ...demo, meeting }, createdAt, {
    action: "template.saved",
    subjectId: id,
    data: { title: meeting.title, name },
  });
  return id;
}

/** A neighbour holds its Lokmin from the template: its rows are offered while it runs. */
export function addTaker(rows: Rows, office: Pick<DemoMeeting, "calendar" | "by">, templateId: string) {
  addMeeting(rows, office, "IN_PROGRESS", {
    // Before the one of Sragi, which the Dinkes finds first.
    startsAt: office.calendar.at(office.calendar.latest("08:00"), "07:30"),
    place: "Aula Kantor Kecamatan Katibung",
    leader: "Camat Katibung",
    templateId,
    agenda: [
      "Masalah per desa: cakupan imunisasi, stunting, PHBS, penyakit menular, dan akses layanan primer",
      "Penyusunan rencana tindak lanjut lintas sektor",
    ],
  });
}

function heldOf(rows: Rows, meeting: MeetingRow): TemplateSource {
  const type = defaultTypes.find((standard) => standard.kind === "QUARTERLY_LOKMIN" && standard.isFirst);
  return {
    agenda: rows.agenda
      .filter((line) => line.meetingId === meeting.id)
      .map(({ topic, minutes = null, presenter = null }) => ({ topic, minutes, presenter })),
    inputs: type?.inputs ?? [],
    outputs: type?.outputs ?? [],
    items: rows.items
      .filter((item) => item.meetingId === meeting.id && item.status !== "CANCELLED")
      .map((item) => ({
        problem: item.problem ?? null,
        cause: item.cause ?? null,
        activity: item.activity,
        responsibleInstitution: item.responsibleInstitution,
        responsibleTitle: item.responsibleTitle ?? null,
        support: item.support ?? null,
        indicator: item.indicator ?? null,
        target: typeof item.target === "number" ? item.target : null,
        unit: item.unit ?? null,
        fundingSource: item.fundingSource ?? null,
        priority: item.priority ?? "MEDIUM",
      })),
  };
}
