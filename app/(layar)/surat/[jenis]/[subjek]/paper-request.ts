import type { Actor } from "@/lib/actor";
import { canWriteLetters } from "@/lib/letters/rules";
import type { PaperKind } from "@/lib/papers/definition";
import type { PreparedPaper } from "@/lib/papers/prepare";

export type PaperParams = { params: Promise<{ jenis: string; subjek: string }> };

/** Next hands a page its parameters encoded, "<id>%3A2026", and a route handler the same decoded. */
export function subjectOf(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return parameter;
  }
}

type Query = Record<string, string | string[] | undefined>;

/** What the address says of the way a paper is wanted: `?kosong=1`. */
export function optionsOf(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, 100)]] : [])),
  );
}

export function withOptions(address: string, options: Record<string, string>): string {
  const query = new URLSearchParams(options).toString();
  return query ? `${address}?${query}` : address;
}

/** Where the paper was asked for, as far as it is known. */
export function placeOf({ subject, slug }: PaperKind, subjectId: string, meetingId: string | null): string {
  const [office, rest] = subjectId.split(":");
  if (subject === "escalation") return `/eskalasi/${subjectId}`;
  if (subject === "feedback") return `/tinjauan/umpan-balik/${subjectId}`;
  if (subject === "problem" && meetingId) return `/kegiatan/${meetingId}/masalah/${subjectId}`;
  if (subject === "programme") return `/program/${subjectId}`;
  if (subject === "indicator") return `/capaian/${rest}?puskesmas=${office}`;
  if (slug === "daftar-eskalasi") return "/eskalasi";
  if (slug === "pws-desa") return `/capaian?puskesmas=${office}&tahun=${rest}`;
  return meetingId ? `/kegiatan/${meetingId}` : "/kegiatan";
}

/** What a request wants of which paper, and the address of its page. */
export function askedFor(request: Request, { jenis, subjek }: { jenis: string; subjek: string }) {
  const options = optionsOf(Object.fromEntries(new URL(request.url).searchParams));
  return {
    wanted: { slug: jenis, subjectId: subjek, options },
    address: withOptions(`/surat/${jenis}/${subjek}`, options),
  };
}

/** Whether the paper brings the signatures of those who came along, instead of asking for each. */
export function showsSignatures({ slug, options }: { slug: string; options: Record<string, string> }): boolean {
  return slug === "daftar-hadir" && options.kosong !== "1";
}

/** Where the number of a letter is issued; null for papers without one, and for those who do not issue it. */
export function numberPlace(actor: Actor, { definition, subjectId, opened }: PreparedPaper): string | null {
  const { isLetter, subject, slug } = definition;
  if (!isLetter || !canWriteLetters(actor) || opened.organisationId !== actor.organisation.id) return null;
  if (subject === "meeting") return `/kegiatan/${subjectId}/surat/${slug}`;
  if (subject === "feedback") return `/tinjauan/umpan-balik/${subjectId}/surat/${slug}`;
  return subject === "escalation" ? `/eskalasi/${subjectId}/surat/${slug}` : null;
}
