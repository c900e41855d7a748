import { notRead, tooMany } from "@/app/u/[token]/not-now";
import { privateHeaders as headers, noticePage } from "@/app/u/[token]/page-html";
import { refuse } from "@/lib/actor";
import { formatSize, photoLimit } from "@/lib/documents/rules";
import type { Upload } from "@/lib/documents/upload";
import { header, isSameOrigin, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { countFailures, take } from "@/lib/http/rate-limits";
import { type RequestForm, readRequestForm } from "@/lib/http/request-form";
import { findOwnerPage, type OwnerPage } from "@/lib/owner-links/owner";
import { filesPerReport, reportThroughLink } from "@/lib/owner-links/report";
import { ownerReportSchema } from "@/lib/owner-links/schema";
import { hashToken, tokenIn } from "@/lib/secrets";
import { ownerPage, type Shown } from "./owner-html";

/** Bytes of one report with its photos: two as large as phones make them, or the usual four. */
const longestReport = 25 * 1024 * 1024;

/** The page of an owner's link: GET only reads, POST reports. No account, no script, one request. */
export async function answerOwner(request: PlainRequest): Promise<PlainReply> {
  const [path = "", query = ""] = request.path.split("?");
  const [, , typed = "", rest = ""] = path.split("/");
  const token = tokenIn(typed);
  if (!token || rest) return unknownLink(request.address);
  const tokenHash = hashToken(token);
  if (request.method === "POST") {
    const reported = () => takeReport(request, token, tokenHash);
    return (await countFailures("answerAddress", request.address, reported, ({ status }) => status < 400)) ?? tooMany();
  }
  if (request.method !== "GET" && request.method !== "HEAD")
    return { status: 405, headers: { ...headers, Allow: "GET, POST" }, body: "" };
  const asked = new URLSearchParams(query);
  return page(request, tokenHash, 200, { itemId: asked.get("rtl"), isSent: asked.has("terkirim") });
}

async function takeReport(request: PlainRequest, token: string, tokenHash: string): Promise<PlainReply> {
  const origin = {
    site: header(request, "sec-fetch-site"),
    origin: header(request, "origin"),
    host: header(request, "host"),
  };
  if (!isSameOrigin(origin))
    return {
      status: 403,
      headers,
      body: noticePage(
        "Laporan ditolak",
        "Laporan harus dikirim dari halaman ini sendiri. Buka lagi tautan Anda, lalu lapor di sana.",
      ),
    };
  if (!(await take("answerLink", tokenHash))) return tooMany();
  // What is sent is read for a valid link only.
  const view = await findOwnerPage(tokenHash, new Date());
  if (!view) return unknownLink(request.address);
  const sent = await readRequestForm(request, tokenHash, { field: "photo", limit: longestReport });
  if (typeof sent === "string") return notRead(sent);
  const { typed } = sent;
  const itemId = typed.rtl ?? "";
  const again = (errors: Record<string, string>) => shown(view, 422, { itemId, typed, errors });
  const parsed = ownerReportSchema.safeParse(typed);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? "")] ??= issue.message;
    return again(errors);
  }
  const uploads = await uploadsOf(sent);
  if (!uploads.ok) return again({ photo: uploads.reason });
  const outcome = await reportThroughLink(tokenHash, itemId, parsed.data, uploads.uploads);
  if (outcome === "gone") return page(request, tokenHash, 409, { isGone: true });
  if (!outcome.ok) return again({ [outcome.field ?? ""]: outcome.reason });
  return { status: 303, headers: { ...headers, Location: `/t/${token}?terkirim` }, body: "" };
}

const tooBig = `Foto ini lebih dari ${formatSize(photoLimit)}. Foto ulang dengan ukuran lebih kecil, lalu kirim lagi.`;

async function uploadsOf({ form, isCut }: RequestForm) {
  if (isCut)
    return refuse(
      `Foto-foto ini bersama-sama lebih dari ${formatSize(longestReport)}. Kirim sebagian dulu, sisanya dengan laporan berikutnya.`,
    );
  const uploads: Upload[] = [];
  for (const file of form?.getAll("photo") ?? []) {
    if (typeof file === "string" || (file.size === 0 && file.name === "")) continue;
    if (file.size > photoLimit) return refuse(tooBig);
    uploads.push({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
  }
  return uploads.length > filesPerReport
    ? refuse(`Paling banyak ${filesPerReport} berkas untuk satu laporan. Kirim sisanya dengan laporan berikutnya.`)
    : { ok: true as const, uploads };
}

async function page(request: PlainRequest, tokenHash: string, status: number, extra: Shown): Promise<PlainReply> {
  const view = await findOwnerPage(tokenHash, new Date());
  return view ? shown(view, status, extra) : unknownLink(request.address);
}

function shown(view: OwnerPage, status: number, extra: Shown): PlainReply {
  return { status, headers, body: ownerPage(view, extra, new Date()) };
}

async function unknownLink(address: string): Promise<PlainReply> {
  if (!(await take("wrongLink", address))) return tooMany();
  return {
    status: 404,
    headers,
    body: noticePage(
      "Tautan ini sudah tidak berlaku",
      "Tautan ini tidak ada, sudah dicabut, atau masanya sudah lewat. Minta tautan baru kepada puskesmas.",
    ),
  };
}
