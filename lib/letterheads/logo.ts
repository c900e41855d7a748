import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { type Refusal, refuse } from "@/lib/actor";
import { drawLogo } from "@/lib/documents/picture-process";
import { type PreparedFile, preparedFile } from "@/lib/documents/prepare";
import { cleanFileName } from "@/lib/documents/rules";
import type { Upload } from "@/lib/documents/upload";
import { logoLimit, tooBigLogo } from "@/lib/letterheads/rules";

const pictureTypes: readonly string[] = ["image/png", "image/jpeg", "image/webp"];
const longestEdge = 6000;
const mostPixels = 16_000_000;
const keptEdge = 600;

/** What no logo needs: programs, other files, addresses, pages inside. */
const active =
  /<(?:script|foreignObject|iframe|embed|object|image|feImage|!ENTITY|\?xml-stylesheet)\b|\son\w+\s*=|@import|(?:href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)/i;

/** A logo as papers print it: a small PNG on white, whatever was uploaded. */
export async function prepareLogo(upload: Upload, field: string): Promise<{ ok: true; file: PreparedFile } | Refusal> {
  const { bytes, name } = upload;
  if (bytes.length > logoLimit) return refuse(tooBigLogo, field);
  const isSvg = looksLikeSvg(bytes);
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (!isSvg && !pictureTypes.includes(type))
    return refuse("Isi berkas ini bukan gambar PNG, JPEG, WebP, atau SVG, apa pun namanya. Pilih berkas lain.", field);
  if (isSvg && active.test(bytes.toString("utf8")))
    return refuse(
      "SVG ini berisi skrip, gaya, gambar, atau alamat lain. Simpan logonya sebagai PNG, lalu unggah lagi.",
      field,
    );
  try {
    const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (Math.max(width, height) > longestEdge || width * height > mostPixels)
      return refuse(tooWide(width, height), field);
    const density = isSvg ? Math.min(1200, Math.ceil((72 * keptEdge) / Math.max(width, height, 1))) : 72;
    const small = await drawLogo({ bytes, mostPixels, edge: keptEdge, density, isDrawing: isSvg });
    return { ok: true, file: preparedFile(cleanFileName(name, "png"), "image/png", small) };
  } catch {
    return refuse("Gambar ini rusak atau tidak utuh. Simpan ulang sebagai PNG, lalu unggah lagi.", field);
  }
}

const bom = "\uFEFF";
const mostLead = 2000;

/** Step by step: one pattern over repeated comments would try every way of counting them. */
function looksLikeSvg(bytes: Buffer): boolean {
  let rest = bytes.subarray(0, mostLead).toString("utf8");
  if (rest.startsWith(bom)) rest = rest.slice(1);
  for (;;) {
    rest = rest.trimStart();
    if (/^<svg[\s>]/i.test(rest)) return true;
    const end = rest.startsWith("<!--") ? "-->" : /^<(?:\?xml|!DOCTYPE svg)\b/i.test(rest) ? ">" : null;
    const at = end === null ? -1 : rest.indexOf(end, 4);
    if (end === null || at < 0) return false;
    rest = rest.slice(at + end.length);
  }
}

function tooWide(width: number, height: number): string {
  const said = [width, height].map((edge) => edge.toLocaleString("id-ID")).join(" × ");
  return `Logo ini ${said} piksel, terlalu besar. Kecilkan sampai paling panjang ${longestEdge.toLocaleString("id-ID")} piksel, lalu unggah lagi.`;
}
