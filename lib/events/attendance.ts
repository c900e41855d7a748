import { z } from "zod";
import { clockDetail } from "@/lib/attendance/arrival";
import { attendanceNames } from "@/lib/attendance/rules";
import { kind } from "@/lib/events/kind";
import { AttendanceStatus } from "@/prisma/generated/enums";

const person = z.object({ name: z.string().nullable(), title: z.string(), institution: z.string() });

/** The device a change was made on before somebody sent it: whose hand, and what its clock said. */
export const attendanceDevice = z.object({
  madeBy: z.string().nullable(),
  clock: z
    .object({ deviceAt: z.iso.datetime(), difference: z.number(), isKnown: z.boolean(), timeZone: z.string() })
    .nullable(),
});

const onRoll = person.extend({ device: attendanceDevice.nullable().default(null) });

export type EventDevice = z.input<typeof attendanceDevice>;

function personWords({ name, title, institution }: z.output<typeof person>): string {
  return [name, title, institution].filter(Boolean).join(", ");
}

export function deviceDetail(note: z.output<typeof attendanceDevice> | null): Record<string, string | null> {
  if (!note) return {};
  const { madeBy, clock } = note;
  return {
    "dicatat di perangkat oleh": madeBy,
    ...(clock ? clockDetail({ ...clock, deviceAt: new Date(clock.deviceAt) }, clock.isKnown, clock.timeZone) : {}),
  };
}

const status = z.enum(AttendanceStatus);

export const attendanceEvents = {
  "attendance.marked": kind(
    "attendance",
    onRoll.extend({ status, delegate: person.nullable().default(null) }),
    ({ title, institution, status: marked, delegate, device: note }) => ({
      verb: `mencatat ${attendanceNames[marked].toLowerCase()}`,
      subject: `${title}, ${institution}`,
      detail: { wakil: delegate && personWords(delegate), ...deviceDetail(note) },
    }),
  ),
  "attendance.guest-added": kind("attendance", onRoll, ({ device: note, ...guest }) => ({
    verb: "menambah tamu tanpa undangan",
    subject: personWords(guest),
    detail: deviceDetail(note),
  })),
  "attendance.removed": kind("attendance", onRoll.extend({ status }), ({ status: was, device: note, ...row }) => ({
    verb: "menghapus catatan hadir",
    subject: personWords(row),
    detail: { tadinya: attendanceNames[was], ...deviceDetail(note) },
  })),
  "attendance.confirmed": kind("attendance", onRoll, ({ device: note, ...row }) => ({
    verb: "mengonfirmasi kehadiran",
    subject: personWords(row),
    detail: deviceDetail(note),
  })),
  "attendance.signed": kind("attendance", onRoll, ({ device: note, ...row }) => ({
    verb: "mengambil tanda tangan",
    subject: personWords(row),
    detail: deviceDetail(note),
  })),
  "attendance.checked-in": kind("attendance", person, ({ title, institution }) => ({
    verb: "mencatat diri hadir",
    subject: `${title}, ${institution}`,
  })),
};
