import { z } from "zod";
import { phone } from "@/lib/directory/schema";
import {
  choice,
  clock,
  day,
  formId,
  optionalClock,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  rowVersion,
  text,
} from "@/lib/fields";
import { typeFields } from "@/lib/meeting-types/fields";
import { isStep, type MeetingStep, meetingKinds, stepRule } from "@/lib/meetings/rules";
import { formatDay } from "@/lib/time";

const typeKey = optionalText("jenis", 60);

const agendaLine = z.object({
  topic: optionalText("acara", 300),
  minutes: optionalWholeNumber("menit acara", 1, 600),
  presenter: optionalText("penyaji", 200),
});

export const meetingSchema = z
  .object({
    id: formId,
    kind: choice("jenis kegiatan", meetingKinds),
    typeOfBulanan: typeKey,
    typeOfTriwulanan: typeKey,
    typeOfPraLokmin: typeKey,
    typeOfStunting: typeKey,
    typeOfKalakarya: typeKey,
    templateId: z.preprocess((value) => value || null, formId.nullable()),
    title: optionalText("nama kegiatan", 200),
    date: day("tanggal kegiatan"),
    startTime: clock("jam mulai"),
    endDate: optionalDay("tanggal selesai"),
    endTime: optionalClock("jam selesai"),
    place: text("tempat", 200),
    mapUrl: optionalText("tautan Google Maps", 500).refine(
      (url) => url === null || /^https:\/\/\S+$/.test(url),
      "Tautan Google Maps harus dimulai dengan https://",
    ),
    leader: optionalText("pimpinan rapat", 200),
    contactName: optionalText("narahubung", 120),
    contactPhone: phone,
    year: optionalWholeNumber("tahun periode", 1990, 2100),
    month: optionalWholeNumber("bulan", 1, 12),
    quarter: optionalWholeNumber("triwulan", 1, 4),
    organiserIds: z.array(formId).max(100, "Paling banyak 100 puskesmas").default([]),
    agenda: z
      .array(agendaLine)
      .max(60, "Susunan acara paling banyak 60 baris")
      .default([])
      .transform((lines) => lines.filter((line) => line.topic !== null)),
    secondReason: optionalText("alasan", 300),
  })
  .superRefine((meeting, context) => {
    const isLater = meeting.kind === "KALAKARYA" && meeting.endDate !== null && meeting.endDate > meeting.date;
    if (meeting.kind === "KALAKARYA" && meeting.endDate && meeting.endDate < meeting.date) {
      context.addIssue({
        code: "custom",
        path: ["endDate"],
        message: `Tanggal selesai harus pada atau sesudah tanggal mulai (${formatDay(meeting.date)})`,
      });
    }
    if (isLater && !meeting.endTime) {
      context.addIssue({ code: "custom", path: ["endTime"], message: "Isi jam selesai hari terakhir" });
    }
    if (!isLater && meeting.endTime && meeting.startTime && meeting.endTime <= meeting.startTime) {
      context.addIssue({
        code: "custom",
        path: ["endTime"],
        message: `Jam selesai harus sesudah jam mulai (${meeting.startTime.replace(":", ".")}), atau kosongkan untuk "s.d. selesai"`,
      });
    }
    if (meeting.kind === "KALAKARYA" && !meeting.title) {
      context.addIssue({ code: "custom", path: ["title"], message: "Isi nama kalakarya" });
    }
  })
  .transform((meeting) => ({
    ...meeting,
    typeKey: meeting[typeFields[meeting.kind]],
    endDate: meeting.kind === "KALAKARYA" ? meeting.endDate : null,
  }));

export type MeetingInput = z.output<typeof meetingSchema>;

export const meetingEditSchema = z.intersection(meetingSchema, z.object({ version: rowVersion }));

export const reasonSchema = z.object({ reason: text("alasan", 300) });

/** A start is no longer early where its hour came while its reason was asked for: moveMeeting decides. */
export function stepReasonSchema(step: MeetingStep) {
  return isStep(step) && stepRule(step).needsReason ? reasonSchema : z.object({ reason: optionalText("alasan", 300) });
}

export const consentSchema = z.object({ secondReason: optionalText("alasan diadakan dua kali", 300) });
