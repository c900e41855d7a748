import type { Actor } from "@/lib/actor";
import { listNews } from "@/lib/notifications/reads";
import { listWaiting } from "@/lib/notifications/waiting";
import { shortened } from "@/lib/shortened";
import { dayOf, formatDay, formatMoment } from "@/lib/time";

export type Letter = { subject: string; text: string };

const linesAtMost = 25;

/** What waits for somebody and what is new, as of now; null where there is nothing. */
export async function writeDigest(actor: Actor, now: Date): Promise<Letter | null> {
  const [waiting, { news, hasMore }] = await Promise.all([
    listWaiting(actor, now),
    listNews(actor, { onlyUnread: true, take: linesAtMost }),
  ]);
  if (waiting.length + news.length === 0) return null;
  const day = formatDay(dayOf(now, actor.organisation.timeZone));
  const shown = waiting.slice(0, linesAtMost);
  return {
    subject: `Lokmin: ${waiting.length} menunggu Anda, ${hasMore ? `lebih dari ${news.length}` : news.length} kabar baru`,
    text: letter(actor, [
      ...part(`Yang menunggu Anda, ${day}:`, shown.map(lineOf), waiting.length - shown.length),
      ...part("Kabar yang belum Anda baca:", news.map(newsLine), hasMore ? 1 : 0),
    ]),
  };
}

/** The news that a message was made for, as far as they are unread and may still be seen. */
export async function writeNews(actor: Actor, mailId: string): Promise<Letter | null> {
  const { news, hasMore } = await listNews(actor, { onlyUnread: true, take: linesAtMost, mailId });
  const [first] = news;
  if (!first) return null;
  return {
    subject: news.length === 1 ? `Lokmin: ${shortened(first.says, 120)}` : `Lokmin: ${news.length} kabar baru`,
    text: letter(actor, part("Kabar baru:", news.map(newsLine), hasMore ? 1 : 0)),
  };
}

/** What was done to somebody's own account: also where it was read already, which somebody else may have done. */
export async function writeAccountNews(actor: Actor, mailId: string): Promise<Letter | null> {
  const { news } = await listNews(actor, { take: 1, mailId });
  const [first] = news;
  if (!first) return null;
  const lines = [
    "Perlindungan akun Lokmin Anda berubah:",
    `- ${first.says}, ${formatMoment(first.at, first.timeZone)}`,
    "",
    `Bila ini bukan Anda atau tidak Anda minta: ganti kata sandi dan keluar dari semua perangkat di ${address("/akun")}, lalu beri tahu admin kantor Anda.`,
    "",
  ];
  return {
    subject: `Lokmin: ${shortened(first.says, 120)}`,
    text: letter(actor, lines, "Email ini selalu dikirim bila perlindungan akun Anda berubah."),
  };
}

const address = (path: string) => `${process.env.APP_URL ?? ""}${path}`;

const lineOf = ({ title, reason, href }: { title: string; reason: string; href: string }) =>
  `- ${title} (${reason})\n  ${address(href)}`;

const newsLine = ({ says, where, href }: { says: string; where: string; href: string }) =>
  `- ${says}${where ? ` · ${where}` : ""}\n  ${address(href)}`;

function part(title: string, lines: readonly string[], more: number): string[] {
  if (lines.length === 0) return [];
  return [title, ...lines, ...(more > 0 ? [`- dan lainnya: ${address("/pemberitahuan")}`] : []), ""];
}

function letter(
  actor: Actor,
  lines: readonly string[],
  why = `Email ini dikirim sesuai pilihan Anda di ${address("/akun/pemberitahuan")}`,
): string {
  return [`Yth. ${actor.name},`, "", ...lines, why].join("\n");
}
