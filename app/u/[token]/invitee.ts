import { findInviteeCalendar } from "@/lib/calendar/reads";
import { contentDisposition } from "@/lib/http/download";
import { header, isSameOrigin, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { countFailures, take } from "@/lib/http/rate-limits";
import { answerInvitation, findInvitation, isInvited } from "@/lib/invitations/invitee";
import { answerSchema } from "@/lib/invitations/schema";
import { takesAnswers } from "@/lib/meetings/rules";
import { hashToken, tokenIn } from "@/lib/secrets";
import { listOwnSessions, reportThroughOwnLink } from "@/lib/session-attendance/own-link";
import { findOpinionAsked } from "@/lib/training-evaluations/opinions";
import { findMaterial } from "@/lib/trainings/materials";
import type { MeetingKind } from "@/prisma/generated/enums";
import { certificateFile, certificateNote } from "./certificate";
import { keepLetter, readAnswerForm } from "./letter";
import { notRead, tooMany } from "./not-now";
import { showOpinion, takeOpinion } from "./opinion";
import { privateHeaders as headers, inviteePage, noticePage, type Shown } from "./page-html";
import { answerTest } from "./tes/test";

/** The page of a personal link: GET only reads, POST answers. No account, no script, one request. */
export async function answerInvitee(request: PlainRequest): Promise<PlainReply> {
  const [, , typed = "", file, id = ""] = request.path.split("?", 1)[0]?.split("/") ?? [];
  const token = tokenIn(typed);
  if (!token) return unknownLink(request.address);
  const tokenHash = hashToken(token);
  if (file === "tes") return (await answerTest(request, { token, tokenHash })) ?? unknownLink(request.address);
  if (request.method === "GET" || request.method === "HEAD") {
    if (file === "acara.ics") return calendarFile(request, token);
    if (file === "sertifikat") return certificateFile(tokenHash);
    if (file === "evaluasi") return (await showOpinion(tokenHash)) ?? unknownLink(request.address);
    if (file === "materi") return materialFile(request, tokenHash, id);
    return page(request, tokenHash, 200, {
      sent: request.path.endsWith("?terkirim"),
      reported: request.path.endsWith("?hadir"),
    });
  }
  if (request.method !== "POST") return { status: 405, headers: { ...headers, Allow: "GET, POST" }, body: "" };
  const answered = () => takeAnswer(request, token, tokenHash, file);
  return (await countFailures("answerAddress", request.address, answered, ({ status }) => status < 400)) ?? tooMany();
}

const longestPlainAnswer = 2000;

async function takeAnswer(
  request: PlainRequest,
  token: string,
  tokenHash: string,
  file: string | undefined,
): Promise<PlainReply> {
  if (
    !isSameOrigin({
      site: header(request, "sec-fetch-site"),
      origin: header(request, "origin"),
      host: header(request, "host"),
    })
  ) {
    return {
      status: 403,
      headers,
      body: noticePage(
        "Jawaban ditolak",
        "Jawaban harus dikirim dari halaman undangan ini. Buka lagi tautan Anda, lalu jawab di sana.",
      ),
    };
  }
  if (!(await take("answerLink", tokenHash))) return tooMany();
  if (file === "evaluasi") return (await takeOpinion(request, token, tokenHash)) ?? unknownLink(request.address);
  if (file === "hadir") return takePresence(request, token, tokenHash);
  // Nothing of weight is read or parsed but for a link that exists; a short answer finds that out while it is written.
  const isHeavy = request.upload !== undefined || request.body.length > longestPlainAnswer;
  if (isHeavy && !(await isInvited(tokenHash))) return unknownLink(request.address);
  const sent = await readAnswerForm(request, tokenHash);
  if (typeof sent === "string") return notRead(sent);
  const { typed } = sent;
  const parsed = answerSchema.safeParse(typed);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? "choice")] ??= issue.message;
    return page(request, tokenHash, 422, { typed, errors });
  }
  // One statement finds the invitation and writes; the page is read only where there is something to show.
  if (!(await answerInvitation(tokenHash, parsed.data))) return page(request, tokenHash, 409, { late: true });
  const letter = parsed.data.choice === "REPRESENTED" && (await keepLetter(tokenHash, sent));
  if (letter && !letter.ok)
    return page(request, tokenHash, 422, { typed, saved: true, errors: { letter: letter.reason } });
  return { status: 303, headers: { ...headers, Location: `/u/${token}?terkirim` }, body: "" };
}

async function materialFile(request: PlainRequest, tokenHash: string, id: string): Promise<PlainReply> {
  const found = await findMaterial(tokenHash, id);
  if (!found) return unknownLink(request.address);
  return {
    status: 200,
    headers: {
      ...headers,
      "Content-Type": found.mimeType,
      "Content-Disposition": contentDisposition("attachment", found.name),
    },
    body: "",
    file: found.bytes,
  };
}

async function takePresence(request: PlainRequest, token: string, tokenHash: string): Promise<PlainReply> {
  const sessionId = new URLSearchParams(request.body.slice(0, longestPlainAnswer)).get("sesi") ?? "";
  const outcome = await reportThroughOwnLink(tokenHash, sessionId);
  if (!outcome.ok) return page(request, tokenHash, 409, { notReported: true });
  return { status: 303, headers: { ...headers, Location: `/u/${token}?hadir#sesi` }, body: "" };
}

async function calendarFile(request: PlainRequest, token: string): Promise<PlainReply> {
  const body = await findInviteeCalendar(token);
  if (body === null) return unknownLink(request.address);
  return {
    status: 200,
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="undangan-lokmin.ics"',
    },
    body,
  };
}

type Extra = Omit<Shown, "token" | "isOpen" | "sessions">;

async function page(request: PlainRequest, tokenHash: string, status: number, extra: Extra): Promise<PlainReply> {
  const view = await findInvitation(tokenHash);
  if (!view) return unknownLink(request.address);
  const isTraining = view.meeting.kind === "KALAKARYA";
  const asked = isTraining ? await findOpinionAsked(tokenHash, new Date()) : null;
  return {
    status,
    headers,
    body: inviteePage(view, {
      sessions: isTraining ? await listOwnSessions(tokenHash) : [],
      ...extra,
      certificate: await certificateOf(view.meeting.kind, request, tokenHash),
      asksOpinion: asked?.state === "open",
      token: request.path.split("/")[2]?.slice(0, 22) ?? "",
      isOpen: takesAnswers(view.meeting, new Date()) && !extra.late,
    }),
  };
}

async function certificateOf(kind: MeetingKind, request: PlainRequest, tokenHash: string): Promise<string> {
  return kind === "KALAKARYA" ? certificateNote(request.path.split("/")[2]?.slice(0, 22) ?? "", tokenHash) : "";
}

async function unknownLink(address: string): Promise<PlainReply> {
  // Only who guesses is told to wait: a right link works whatever else its network sent.
  if (!(await take("wrongLink", address))) return tooMany();
  return {
    status: 404,
    headers,
    body: noticePage(
      "Tautan tidak ditemukan",
      "Tautan ini tidak ada atau sudah dicabut. Buka lagi dari pesan aslinya, atau hubungi puskesmas yang mengundang.",
    ),
  };
}
