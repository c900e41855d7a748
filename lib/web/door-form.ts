import { parseForm } from "@/lib/documents/upload";
import { header, type PlainRequest } from "@/lib/web/plain-http";
import { take } from "@/lib/web/rate-limits";
import { withoutFile } from "@/lib/web/upload";

export type DoorForm = {
  typed: Record<string, string>;
  /** The whole form where it brought files; null for one without, and for one whose files are too big. */
  form: FormData | null;
  /** Its files are more than was read: only what was typed before them is here. */
  isCut: boolean;
};

/** Bytes of forms with files that are read at once: each waits in memory. */
const mostAtOnce = 160 * 1024 * 1024;
let beingRead = 0;

/**
 * The form of a page outside Next, with its files.
 * @param linkKey what limits count by: how often one link brings files
 * @param limit bytes of the whole form; without it a file of 12 MB and what stands around it
 * @returns null when too many are being sent
 */
export async function readDoorForm(
  request: PlainRequest,
  linkKey: string,
  { field, limit = 13 * 1024 * 1024 }: { field: string; limit?: number },
): Promise<DoorForm | null> {
  if (!request.upload)
    return { typed: Object.fromEntries(new URLSearchParams(request.body)), form: null, isCut: false };
  if (beingRead + limit > mostAtOnce || !(await take("fileLink", linkKey))) return null;
  beingRead += limit;
  try {
    const contentType = header(request, "content-type");
    const { bytes, isCut } = await request.upload(limit);
    const form = await parseForm(contentType, isCut ? withoutFile(contentType, bytes, field) : bytes);
    const typed: Record<string, string> = {};
    for (const [name, value] of form ?? []) if (typeof value === "string") typed[name] = value;
    return { typed, form: isCut ? null : form, isCut };
  } finally {
    beingRead -= limit;
  }
}
