import { holdsObjects, plainNames, streamsOf, unpacked } from "@/lib/documents/pdf-streams";

/** What a scan of a paper never holds: scripts, files within, programs to start, forms that send. */
const activeNames =
  /\/(?:JavaScript|Rendition|EmbeddedFiles?|FileAttachment|Launch|RichMedia|SubmitForm|ImportData|GoToE|GoToR|Movie|Sound)(?![A-Za-z0-9])/;

// By chance the packed pictures of a large scan hold such short names too: they count with what a dictionary says next.
const space = "[\\0\\t\\n\\f\\r ]{0,8}";
const reference = `\\d{1,9}[\\0\\t\\n\\f\\r ]{1,8}\\d{1,5}[\\0\\t\\n\\f\\r ]{1,8}R`;
const shortNames = new RegExp(
  `/(?:JS${space}(?:\\([ -~]{2}|<[0-9A-Fa-f]{4}|${reference})|EF${space}(?:<<|${reference})|XFA${space}(?:\\[${space}\\(|${reference})|Subtype${space}/3D\\b)`,
);

const mostStreams = 20_000;
const mostObjectStreams = 400;
const mostUnpacked = 2 * 1024 * 1024;
const mostUnpackedInAll = 64 * 1024 * 1024;

export function whyNoPdf(bytes: Buffer): "active" | "sealed" | null {
  const text = bytes.toString("latin1");
  const names = plainNames(text);
  if (/\/Encrypt(?![A-Za-z])/.test(names)) return "sealed";
  if (isActive(names)) return "active";
  let [streams, found, left] = [0, 0, mostUnpackedInAll];
  for (const stream of streamsOf(text)) {
    if (++streams > mostStreams) return "sealed";
    if (!holdsObjects(stream)) continue;
    const object = ++found > mostObjectStreams ? null : unpacked(bytes, stream, Math.min(mostUnpacked, left));
    if (object === null) return "sealed";
    left -= object.length;
    if (isActive(plainNames(object))) return "active";
  }
  // One that was named, and not found where a reader may find it.
  return (names.match(/\/ObjStm(?![A-Za-z0-9])/g)?.length ?? 0) > found ? "sealed" : null;
}

const isActive = (text: string) => activeNames.test(text) || shortNames.test(text);
