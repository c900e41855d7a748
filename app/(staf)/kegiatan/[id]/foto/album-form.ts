import type { OtherWords } from "@/lib/documents/album";
import { documentsPerOwner } from "@/lib/documents/rules";
import { type AlbumInput, type AlbumPhoto, albumPhotoSchema } from "@/lib/documents/schema";
import { formatDay } from "@/lib/time";

/** Names of a photo's fields; `seen` is what was there when the form was opened. */
export const captionField = (id: string) => `keterangan-${id}`;
export const dayField = (id: string) => `tanggal-${id}`;
export const seenField = (name: string) => `lama-${name}`;
export const orderField = "urutan";
export const seenOrderField = "urutan-lama";
export const moveField = "pindah";
export const removeField = "hapus";

/** @property moved the photo whose button moved it; @property remove the one whose button removes it */
type Read =
  | { ok: true; input: AlbumInput; moved: string | null; remove: string | null }
  | { ok: false; errors: Record<string, string> };

/** The form as sent: one field of order per photo, in the order shown. */
export function readAlbumForm(form: FormData): Read {
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const ids = form
    .getAll(orderField)
    .map(String)
    .slice(0, 2 * documentsPerOwner.MEETING_PHOTO);
  const errors: Record<string, string> = {};
  const photos: AlbumPhoto[] = [];
  for (const id of ids) {
    const [caption, takenOn] = [captionField(id), dayField(id)];
    const parsed = albumPhotoSchema.safeParse({
      id,
      typed: { caption: word(caption), takenOn: word(takenOn) },
      seen: { caption: word(seenField(caption)), takenOn: word(seenField(takenOn)) },
    });
    if (parsed.success) photos.push(parsed.data);
    else
      for (const { path, message } of parsed.error.issues) errors[path[1] === "takenOn" ? takenOn : caption] = message;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const [, way, movedId] = /^(naik|turun)-(.+)$/.exec(word(moveField)) ?? [];
  const from = ids.indexOf(movedId ?? "");
  const order = from < 0 ? ids : placed(ids, from, from + (way === "naik" ? -1 : 1));
  return {
    ok: true,
    input: { photos, order: order.join() === word(seenOrderField) ? null : order },
    moved: ids[from] ?? null,
    remove: word(removeField) || null,
  };
}

/** The list with one of it at another place. */
export function placed<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const one = list.slice(from, from + 1);
  const at = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, at), ...one, ...rest.slice(at)];
}

export function otherWordsOf(others: readonly OtherWords[]): Record<string, string> {
  return Object.fromEntries(
    others.map(({ id, field, words }) => [
      field === "caption" ? captionField(id) : dayField(id),
      `Sementara itu orang lain menulis ${words === null ? "kosong" : field === "caption" ? `“${words}”` : formatDay(words)}. Simpan lagi bila isian Anda yang dipakai.`,
    ]),
  );
}
