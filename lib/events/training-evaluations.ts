import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatDay } from "@/lib/time";
import { levelNames, levels } from "@/lib/training-evaluations/application-rules";

const assessed = z.object({ assessor: z.string(), day: z.string() });

export const trainingEvaluationEvents = {
  "training-application.saved": kind("meeting", assessed.extend({ title: z.string() }), ({ title, assessor, day }) => ({
    verb: "mengisi evaluasi penerapan",
    subject: title,
    detail: { penilai: assessor, tanggal: formatDay(day) },
  })),
  "training-opinion.sent": kind("meeting", z.object({ title: z.string() }), ({ title }) => ({
    verb: "mengisi evaluasi pelatihan",
    subject: title,
  })),
  "participant-application.saved": kind(
    "invitation",
    assessed.extend({ participant: z.string(), level: z.enum(levels) }),
    ({ participant, level, assessor, day }) => ({
      verb: "menilai penerapan hasil pelatihan",
      subject: participant,
      detail: { hasil: levelNames[level], penilai: assessor, tanggal: formatDay(day) },
    }),
  ),
};
