import { randomUUID } from "node:crypto";
import { z } from "zod";
import { privateHeaders as headers } from "@/app/u/[token]/page-html";
import {
  type CheckInPerson,
  type CheckInView,
  checkIn,
  findByCode,
  findByTicket,
  isCheckInOpen,
  newTicket,
  readCode,
} from "@/lib/attendance/check-in";
import { formId, optionalText, text } from "@/lib/fields";
import { header, isSameOrigin, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { countFailures } from "@/lib/http/rate-limits";
import { checkInPage, codePage, donePage } from "./check-in-html";

const reply = (status: number, body: string): PlainReply => ({ status, headers, body });

/** /h and /h/<code>: where a phone's camera leads from the projector. GET only reads, POST says who is here. */
export async function answerCheckIn(request: PlainRequest): Promise<PlainReply> {
  const now = new Date();
  const [path = "", query = ""] = request.path.split("?");
  const typed = (path.split("/")[2] ?? "") || (new URLSearchParams(query).get("kode") ?? "");
  if (request.method === "POST") {
    const checkedIn = () => takeCheckIn(request, now);
    return (
      (await countFailures("checkInAddress", request.address, checkedIn, ({ status }) => status < 400)) ??
      reply(429, codePage("Terlalu banyak kiriman dari jaringan ini. Tunggu satu menit."))
    );
  }
  if (request.method !== "GET" && request.method !== "HEAD")
    return { ...reply(405, ""), headers: { ...headers, Allow: "GET, POST" } };
  if (!typed) return reply(200, codePage(null));
  const code = readCode(typed);
  const found = await countFailures(
    "wrongCode",
    request.address,
    async () => ({ view: code ? await findByCode(code, now) : null }),
    ({ view }) => view !== null,
  );
  if (!found) return reply(429, codePage("Terlalu banyak kode yang salah dari jaringan ini. Tunggu satu menit."));
  const { view } = found;
  if (!view) {
    return reply(404, codePage("Kode ini tidak berlaku lagi atau salah ketik. Lihat kode terbaru di layar."));
  }
  if (!isCheckInOpen(view, now))
    return reply(
      409,
      codePage("Pencatatan kehadiran belum dibuka atau sudah ditutup. Temui petugas di meja pendaftaran."),
    );
  return reply(200, checkInPage(view, { ticket: newTicket(view.meetingId, now), typed: {}, errors: {} }));
}

const schema = z.discriminatedUnion(
  "who",
  [
    z.object({ who: z.literal("sendiri"), invitationId: formId }),
    z.object({
      who: z.literal("wakil"),
      invitationId: formId,
      name: text("nama Anda", 120),
      title: text("jabatan Anda", 120),
      institution: optionalText("instansi Anda", 160),
    }),
    z.object({
      who: z.literal("tamu"),
      id: formId.default(randomUUID),
      name: text("nama Anda", 120),
      title: text("jabatan Anda", 120),
      institution: text("instansi Anda", 160),
    }),
  ],
  { error: "Pilih: diundang, mewakili, atau tamu" },
);

async function takeCheckIn(request: PlainRequest, now: Date): Promise<PlainReply> {
  const origin = {
    site: header(request, "sec-fetch-site"),
    origin: header(request, "origin"),
    host: header(request, "host"),
  };
  if (!isSameOrigin(origin)) return reply(403, codePage("Buka halaman ini lewat kode di layar."));
  const typed = Object.fromEntries(new URLSearchParams(request.body));
  const ticket = typed.ticket ?? "";
  const view = await findByTicket(ticket, now);
  if (!view || !isCheckInOpen(view, now))
    return reply(
      409,
      codePage("Halaman ini sudah terlalu lama terbuka, atau pencatatan sudah ditutup. Pindai lagi kode di layar."),
    );
  const parsed = schema.safeParse(typed);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues)
      errors[String(issue.path[0] ?? "who")] ??=
        issue.path[0] === "invitationId" ? "Pilih jabatan dari daftar" : issue.message;
    return reply(422, checkInPage(view, { ticket, typed, errors }));
  }
  const person = personOf(parsed.data);
  const outcome = await checkIn(view.meetingId, person);
  if (outcome === "full")
    return reply(409, codePage("Terlalu banyak tamu menunggu dikonfirmasi. Temui petugas di meja pendaftaran."));
  if (outcome === "closed") return reply(409, codePage("Kegiatan sudah ditutup. Temui petugas di meja pendaftaran."));
  if (outcome === "withdrawn")
    return reply(409, codePage("Undangan ini sudah dibatalkan. Temui petugas di meja pendaftaran."));
  return reply(outcome === "made" ? 201 : 200, donePage(view, nameOf(view, person), outcome, now));
}

function personOf(data: z.output<typeof schema>): CheckInPerson {
  if (data.who === "sendiri") return { kind: "invitee", invitationId: data.invitationId };
  const { name, title } = data;
  return data.who === "wakil"
    ? { kind: "delegate", invitationId: data.invitationId, name, title, institution: data.institution }
    : { kind: "guest", id: data.id, name, title, institution: data.institution };
}

function nameOf(view: CheckInView, person: CheckInPerson): string {
  if (person.kind !== "invitee") return `${person.name}, ${person.title}`;
  return view.seats.find((seat) => seat.id === person.invitationId)?.title ?? "Anda";
}
