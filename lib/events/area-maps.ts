import { z } from "zod";
import { kind } from "@/lib/events/kind";

export const areaMapEvents = {
  "tile-map.arranged": kind("organisation", z.object({ moved: z.number() }), ({ moved }) => ({
    verb: "menata peta petak",
    subject: `${moved} petak dipindahkan`,
  })),
  "area-map.uploaded": kind(
    "organisation",
    z.object({ file: z.string(), areas: z.number(), missing: z.number() }),
    ({ file, areas, missing }) => ({
      verb: "mengunggah batas wilayah",
      subject: file,
      detail: { wilayah: areas, "tanpa batas": missing },
    }),
  ),
  "area-map.removed": kind("organisation", z.object({ file: z.string() }), ({ file }) => ({
    verb: "menghapus batas wilayah",
    subject: file,
  })),
};
