import { privateHeaders as headers, noticePage } from "@/app/u/[token]/page-html";
import { findCertificateByCode } from "@/lib/certificates/check";
import type { PlainReply, PlainRequest } from "@/lib/http/plain-http";
import { countFailures } from "@/lib/http/rate-limits";
import { readCheckCode } from "@/lib/papers/check-code";
import { findByCheckCode } from "@/lib/papers/issued";
import { certificatePage } from "./certificate-html";
import { askCodePage, checkedPage } from "./check-html";

const reply = (status: number, body: string): PlainReply => ({ status, headers, body });

const unknown =
  "Tidak ada berkas dengan kode ini. Periksa lagi hurufnya: kode terdiri dari 8 huruf dan angka, tanpa I, O, 0, dan 1. Bila sudah benar, berkas itu bukan buatan Lokmin di alamat ini.";

/** /periksa and /periksa/<code>: what the foot of a PDF leads to, open to anybody. */
export async function answerCheck(request: PlainRequest): Promise<PlainReply> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return { ...reply(405, ""), headers: { ...headers, Allow: "GET" } };
  const [path = "", query = ""] = request.path.split("?");
  const typed = (path.split("/")[2] ?? "") || (new URLSearchParams(query).get("kode") ?? "");
  if (!typed) return reply(200, askCodePage(null));
  const code = readCheckCode(readable(typed));
  const found = await countFailures(
    "wrongCode",
    request.address,
    async () => ({ page: code ? await pageOf(code) : null }),
    ({ page }) => page !== null,
  );
  if (!found)
    return reply(429, noticePage("Terlalu banyak kode yang salah", "Tunggu satu menit, lalu periksa lagi kodenya."));
  return found.page ? reply(200, found.page) : reply(404, askCodePage(unknown));
}

async function pageOf(code: string): Promise<string | null> {
  const certificate = await findCertificateByCode(code);
  if (certificate) return certificatePage(certificate, new Date());
  const paper = await findByCheckCode(code);
  return paper && checkedPage(paper);
}

function readable(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    return typed;
  }
}
