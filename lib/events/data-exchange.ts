import { z } from "zod";
import { kind } from "@/lib/events/kind";

export const dataExchangeEvents = {
  "data-values.imported": kind(
    "organisation",
    z.object({
      ...{ file: z.string(), added: z.number(), changed: z.number(), deleted: z.number() },
      periods: z.array(z.string()),
    }),
    ({ file, added, changed, deleted, periods }) => ({
      verb: "mengimpor dari DHIS2",
      subject: file,
      detail: { baru: added, diubah: changed, dihapus: deleted, periode: periods },
    }),
  ),
  "mapping.saved": kind(
    "organisation",
    z.object({ pairs: z.array(z.string()), count: z.number() }),
    ({ pairs, count }) => ({
      verb: "memetakan kode DHIS2",
      subject: count === 1 ? (pairs[0] ?? "") : `${count} kode`,
      detail: count === 1 ? {} : { pemetaan: pairs },
    }),
  ),
  "mapping.removed": kind("organisation", z.object({ code: z.string() }), ({ code }) => ({
    verb: "menghapus pemetaan DHIS2",
    subject: code,
  })),
};
