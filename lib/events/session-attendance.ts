import { z } from "zod";
import { attendanceDevice, deviceDetail } from "@/lib/events/attendance";
import { kind } from "@/lib/events/kind";

const names = z.array(z.string());
const listed = (some: readonly string[]) => (some.length > 0 ? some.join("; ") : null);

export const sessionAttendanceEvents = {
  "session-attendance.marked": kind(
    "training-session",
    z.object({
      topic: z.string(),
      present: names,
      absent: names,
      cleared: names,
      device: attendanceDevice.nullable().default(null),
    }),
    ({ topic, present, absent, cleared, device }) => ({
      verb: "mencatat kehadiran sesi",
      subject: topic,
      detail: {
        hadir: listed(present),
        "tidak hadir": listed(absent),
        "tidak ditandai lagi": listed(cleared),
        ...deviceDetail(device),
      },
    }),
  ),
  "session-attendance.reported": kind(
    "training-session",
    z.object({ topic: z.string(), name: z.string().nullable(), title: z.string() }),
    ({ topic }) => ({ verb: "melaporkan diri hadir di sesi", subject: topic }),
  ),
  "session-attendance.participant-added": kind(
    "invitation",
    z.object({ name: z.string(), title: z.string(), institution: z.string() }),
    ({ name, title, institution }) => ({
      verb: "menjadikan tamu sebagai peserta",
      subject: [name, title, institution].filter(Boolean).join(", "),
    }),
  ),
};
