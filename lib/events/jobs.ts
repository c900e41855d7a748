import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { jobKindName } from "@/lib/jobs/rules";

export const jobEvents = {
  "job.failed": kind(
    "job",
    z.object({ kind: z.string(), subject: z.string(), reason: z.string(), requesterId: z.string().nullable() }),
    ({ kind: name, subject, reason }) => ({
      verb: "tidak dapat menyelesaikan pekerjaan",
      subject: `${jobKindName(name)} ${subject}`,
      detail: { sebab: reason },
    }),
  ),
};
