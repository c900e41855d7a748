import { notRead, tooMany } from "@/app/u/[token]/not-now";
import { noticePage } from "@/app/u/[token]/page-html";
import { isId } from "@/lib/db";
import { readBytes } from "@/lib/documents/store";
import { header, isSameOrigin, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { countFailures, take } from "@/lib/http/rate-limits";
import { readRequestForm } from "@/lib/http/request-form";
import { handIn, saveAnswers, startTest, type Taken } from "@/lib/training-tests/answers";
import { testOfSlug, testSlugs } from "@/lib/training-tests/names";
import {
  findParticipant,
  findSheet,
  findSheetPicture,
  listTestsOnLink,
  type Sheet,
} from "@/lib/training-tests/on-link";
import { questionsPerPage } from "@/lib/training-tests/rules";
import type { TestKind } from "@/prisma/generated/enums";
import {
  checkPage,
  endPage,
  testHeaders as headers,
  listPage,
  type Place,
  type Said,
  sheetPage,
  startPage,
} from "./test-html";

type Link = { token: string; tokenHash: string };

/** /u/…/tes: a participant's tests. GET only reads, POST begins, saves and hands in; null for a link of no participant. */
export async function answerTest(request: PlainRequest, { token, tokenHash }: Link): Promise<PlainReply | null> {
  const [path = "", query = ""] = request.path.split("?");
  const [, , , , slug, pictureId] = path.split("/");
  const kind = testOfSlug(slug);
  if (request.method === "POST" && kind) {
    const posted = () => takeForm(request, { token, tokenHash }, kind, pageIn(query));
    return (
      (await countFailures("answerAddress", request.address, posted, (reply) => !reply || reply.status < 400)) ??
      tooMany()
    );
  }
  const link = await findParticipant(tokenHash);
  if (!link) return null;
  const place = { token, link };
  if (slug === "gambar") return picture(place, pictureId ?? "");
  if (!slug) return html(listPage(place, await listTestsOnLink(link, new Date())));
  return kind ? show(place, kind, query) : null;
}

const html = (body: string, status = 200): PlainReply => ({ status, headers, body });

function pageIn(query: string): number {
  const page = new URLSearchParams(query).get("hal") ?? "";
  return /^[1-9]\d?$/.test(page) ? Number(page) : 1;
}

const saidIn = (query: string): Said => {
  const asked = new URLSearchParams(query);
  return asked.has("terlambat") ? "late" : asked.has("gagal") ? "empty" : asked.has("tersimpan") ? "saved" : null;
};

async function show(place: Place, kind: TestKind, query: string): Promise<PlainReply | null> {
  const sheet = await findSheet(place.link, kind, new Date());
  return sheet && html(bodyOf(place, kind, sheet, query));
}

function bodyOf(place: Place, kind: TestKind, sheet: Sheet, query: string): string {
  if (!sheet.startedAt) return startPage(place, kind, sheet);
  const said = saidIn(query);
  if (sheet.openness !== "open") return endPage(place, kind, sheet, said);
  if (new URLSearchParams(query).has("periksa")) return checkPage(place, kind, sheet, said);
  const page = Math.min(pageIn(query), Math.ceil(sheet.questions.length / questionsPerPage));
  return sheetPage(place, kind, sheet, page, said);
}

async function takeForm(
  request: PlainRequest,
  { token, tokenHash }: Link,
  kind: TestKind,
  page: number,
): Promise<PlainReply | null> {
  const site = header(request, "sec-fetch-site");
  if (!isSameOrigin({ site, origin: header(request, "origin"), host: header(request, "host") }))
    return html(
      noticePage("Jawaban ditolak", "Jawaban harus dikirim dari halaman tes ini sendiri. Buka lagi tautan Anda."),
      403,
    );
  if (!(await take("testLink", tokenHash))) return tooMany();
  const sent = await readRequestForm(request, tokenHash, { field: "berkas" });
  if (typeof sent === "string") return notRead(sent);
  const { typed } = sent;
  const taken = await write(tokenHash, kind, typed);
  if (taken === "gone") return (await findParticipant(tokenHash)) ? lead(token, kind, "gagal") : null;
  if (typed.lekas === "1") return { status: taken === "taken" ? 204 : 409, headers, body: "" };
  if (taken === "late") return lead(token, kind, "terlambat");
  if (taken === "not begun") return lead(token, kind, "");
  return lead(token, kind, nextOf(typed.do ?? "", page));
}

function write(tokenHash: string, kind: TestKind, typed: Record<string, string>): Promise<Taken> {
  if (typed.do === "mulai") return startTest(tokenHash, kind);
  if (typed.do === "kumpulkan") return handIn(tokenHash, kind);
  return saveAnswers(tokenHash, kind, typed);
}

function nextOf(step: string, page: number): string {
  if (step === "lanjut") return `hal=${page + 1}`;
  if (step === "kembali") return `hal=${Math.max(1, page - 1)}`;
  if (step === "periksa") return "periksa";
  return step === "simpan" ? `hal=${page}&tersimpan` : "";
}

function lead(token: string, kind: TestKind, query: string): PlainReply {
  const Location = `/u/${token}/tes/${testSlugs[kind]}${query ? `?${query}` : ""}`;
  return { status: 303, headers: { ...headers, Location }, body: "" };
}

async function picture({ link }: Place, id: string): Promise<PlainReply | null> {
  const found = isId(id) ? await findSheetPicture(link, id) : null;
  const bytes = found && (await readBytes(found));
  if (!found || !bytes) return null;
  return {
    status: 200,
    headers: { ...headers, "Content-Type": found.mimeType, "Cache-Control": "private, max-age=3600" },
    body: "",
    file: bytes,
  };
}
