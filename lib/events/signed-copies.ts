import { z } from "zod";
import { kind } from "@/lib/events/kind";

const copy = z.object({ paper: z.string(), revision: z.int() });

export const signedCopyEvents = {
  "signed-copy.kept": kind("signed-copy", copy.extend({ signatures: z.int() }), ({ paper, revision, signatures }) => ({
    verb: "menyimpan salinan bertanda tangan",
    subject: `${paper}, revisi ${revision}`,
    ...(signatures > 0 && { detail: { "tanda tangan elektronik": String(signatures) } }),
  })),
  "signed-copy.removed": kind("signed-copy", copy, ({ paper, revision }) => ({
    verb: "menghapus salinan bertanda tangan",
    subject: `${paper}, revisi ${revision}`,
  })),
};
