import type { PaperKind } from "@/lib/papers/definition";

export type PaperParams = { params: Promise<{ jenis: string; subjek: string }> };

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
  if (subject === "problem" && meetingId) return `/kegiatan/${meetingId}/masalah/${subjectId}`;
  if (subject === "indicator") return `/capaian/${rest}?puskesmas=${office}`;
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
