import { z } from "zod";
import { optionalDay, optionalText } from "@/lib/fields";

export const captionSchema = z.object({ caption: optionalText("keterangan", 300) });

const words = z.object({
  caption: optionalText("keterangan", 300),
  takenOn: optionalDay("tanggal foto"),
});

/** A photo of the form: what is typed of it now, and what was there when the form was opened. */
export const albumPhotoSchema = z.object({ id: z.uuid(), typed: words, seen: words });

export type AlbumPhoto = z.output<typeof albumPhotoSchema>;

/** @property order ids from the first on; null where the form left the order as it was */
export type AlbumInput = { photos: AlbumPhoto[]; order: string[] | null };
