import { z } from "zod";
import { mostColumns, mostRows } from "@/lib/area-maps/tiles";
import { formId, rowVersion } from "@/lib/fields";
import { wholeNumber } from "@/lib/matrix/whole-number";

const place = (name: string, most: number) => wholeNumber(name, 1, most).transform((number) => number - 1);

export const tilesSchema = z.object({
  version: rowVersion,
  tiles: z
    .array(z.object({ id: formId, column: place("kolom", mostColumns), row: place("baris", mostRows) }))
    .max(200)
    .default([]),
});

export type TilesInput = z.output<typeof tilesSchema>;
