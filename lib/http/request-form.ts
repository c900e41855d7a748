import { parseForm } from "@/lib/documents/upload";
import { header, type PlainRequest } from "@/lib/http/plain-http";
import { take } from "@/lib/http/rate-limits";
import { makeSlots } from "@/lib/http/slots";
import { countParts, withoutFile } from "@/lib/http/upload";

export type RequestForm = {
  typed: Record<string, string>;
  /** The whole form where it brought files; null for one without, and for one whose files are too big. */
  form: FormData | null;
  isCut: boolean;
};

export type Unread = "too often" | "under way" | "crowded";

type Options = { field: string; limit?: number };

/** Bytes of forms with files that are read at once: each waits in memory. */
const mostAtOnce = 160 * 1024 * 1024;
let beingRead = 0;
const linksUnderWay = new Set<string>();

const weighsMuch = 1024 * 1024;
const slots = makeSlots({ total: Number.POSITIVE_INFINITY, perNetwork: 4 });

const mostParts = 60;
const longestPart = 16 * 1024;

const weighsNothing = 64 * 1024;

/**
 * @param linkKey what limits count by: one link sends one file at a time
 * @param limit bytes of the whole form; without it one file of 12 MB and its fields
 */
export async function readRequestForm(
  request: PlainRequest,
  linkKey: string,
  { field, limit = 13 * 1024 * 1024 }: Options,
): Promise<RequestForm | Unread> {
  const { upload } = request;
  if (!upload) return { typed: Object.fromEntries(new URLSearchParams(request.body)), form: null, isCut: false };
  const read = () => readForm(upload, header(request, "content-type"), { field, limit });
  const weight = Math.min(announcedLength(request) ?? limit, limit);
  if (weight <= weighsNothing) return read();
  if (linksUnderWay.has(linkKey)) return "under way";
  if (beingRead + weight > mostAtOnce) return "crowded";
  const giveBack = weight > weighsMuch ? slots.take(request.address) : () => {};
  if (!giveBack) return "crowded";
  linksUnderWay.add(linkKey);
  beingRead += weight;
  try {
    return (await take("fileLink", linkKey)) ? await read() : "too often";
  } finally {
    linksUnderWay.delete(linkKey);
    beingRead -= weight;
    giveBack();
  }
}

function announcedLength(request: PlainRequest): number | null {
  const length = header(request, "content-length");
  return /^\d{1,15}$/.test(length) ? Number(length) : null;
}

async function readForm(
  upload: NonNullable<PlainRequest["upload"]>,
  contentType: string,
  { field, limit }: Options,
): Promise<RequestForm> {
  const { bytes, isCut } = await upload(limit);
  const isOurs = countParts(contentType, bytes, mostParts) <= mostParts;
  const form = isOurs ? await parseForm(contentType, isCut ? withoutFile(contentType, bytes, field) : bytes) : null;
  const typed: Record<string, string> = {};
  // A text as long as this is refused by its field; the rest of it need not be kept.
  for (const [name, value] of form ?? []) if (typeof value === "string") typed[name] = value.slice(0, longestPart);
  return { typed, form: isCut ? null : form, isCut };
}
