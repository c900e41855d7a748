import { db } from "@/lib/db";
import { headOfOffice } from "@/lib/directory/office-head";
import { seatName } from "@/lib/directory/rules";
import { endOfDayOf, holderAmong, runningAt } from "@/lib/directory/tenure";
import type { Signatory } from "@/lib/papers/model";
import type { MeetingFacts } from "@/lib/papers/parts/meeting";
import { type Attendee, post, type Who } from "@/lib/papers/parts/people";
import { shared } from "@/lib/papers/parts/shared-reads";
import { plainWords } from "@/lib/plain-words";
import { toInstant } from "@/lib/time";

/** Somebody who signs, as of a day. `onBehalfOf`: the post for which another one signs ("a.n."). */
export type Signer = Who & { rank: string | null; nip: string | null; onBehalfOf: string | null };

/** 18 digits in the four groups of an NIP; anything else as it was typed. */
export function nipWords(nip: string): string {
  const digits = nip.replace(/\s/g, "");
  const groups = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(digits);
  return `NIP ${groups ? groups.slice(1).join(" ") : nip}`;
}

export function signatory(role: string | null, signer: Signer | null, fallback = ""): Signatory {
  const above = [
    ...(role ? [role] : []),
    ...(signer?.onBehalfOf ? [`a.n. ${signer.onBehalfOf}`] : []),
    `${signer ? post(signer) : fallback},`,
  ].filter((line) => line !== ",");
  return {
    above,
    name: signer?.name ?? "",
    below: [signer?.rank, signer?.nip && nipWords(signer.nip)].flatMap((line) => line || []),
  };
}

/** For papers of what the reader may see: seats of an office's directory with who held them at the end of a day. */
export const listSeatsOn = shared(async (organisationId: string, day: string, timeZone: string) => {
  const rows = await db.seat.findMany({
    where: { organisationId, archivedAt: null },
    orderBy: [{ protocolOrder: "asc" }, { id: "asc" }],
    take: 600,
    select: {
      id: true,
      title: true,
      institution: true,
      sector: true,
      holders: {
        where: runningAt(endOfDayOf({ startsAt: toInstant(day, "12:00", timeZone), timeZone })),
        select: {
          prefix: true,
          name: true,
          rank: true,
          nip: true,
          since: true,
          until: true,
          person: { select: { nip: true } },
        },
      },
    },
  });
  return rows.map(({ holders, ...seat }) => {
    const holder = holderAmong(holders);
    const title = seatName({ title: seat.title, prefix: holder?.prefix });
    return {
      ...seat,
      plainTitle: seat.title,
      title,
      name: holder?.name ?? null,
      rank: holder?.rank ?? null,
      nip: holder?.nip ?? holder?.person.nip ?? null,
      onBehalfOf: null,
    };
  });
});

export type SeatOn = Awaited<ReturnType<typeof listSeatsOn>>[number];

const recordedHead = shared((organisationId: string, day: string) => headOfOffice(db, organisationId, day));

const isHeadTitle = (title: string) => /^kepala (?:upt |uptd )?puskesmas\b/i.test(title);

type Office = { id: string; name: string };

/** The head of a puskesmas on a day: as recorded, else the holder of such a seat, else the one account of that role. */
export async function findHead(office: Office, seats: readonly SeatOn[], day: string): Promise<Signer | null> {
  const recorded = await recordedHead(office.id, day);
  if (recorded) {
    const { name, rank, nip } = recorded;
    return { name, title: seatName(recorded), institution: office.name, rank, nip, onBehalfOf: null };
  }
  const seat = seats.find(
    ({ plainTitle, sector, institution }) =>
      sector === "HEALTH" && isHeadTitle(plainTitle) && plainWords(institution) === plainWords(office.name),
  );
  if (seat?.name) return { ...seat };
  const heads = await db.user.findMany({
    where: { organisationId: office.id, role: "PUSKESMAS_HEAD", deactivatedAt: null },
    take: 2,
    select: { name: true, position: true, person: { select: { nip: true } } },
  });
  const [head] = heads;
  if (!head || heads.length > 1) return null;
  return {
    name: head.name,
    title: head.position ?? "Kepala Puskesmas",
    institution: office.name,
    rank: null,
    nip: head.person.nip,
    onBehalfOf: null,
  };
}

const unknown = { rank: null, nip: null };

type Known = Pick<MeetingFacts, "leader" | "host">;

/** The leader of a meeting as a person with a post; of a seat that was represented, the delegate on its behalf. */
export function findLeader(
  { leader, host }: Known,
  attendees: readonly Attendee[],
  seats: readonly SeatOn[],
): Signer | null {
  if (!leader) return null;
  const attendee = attendees.find(({ principal }) => isMeant(leader, principal));
  const seatOf = (id: string | null | undefined) => seats.find((seat) => seat.id === id);
  if (attendee) {
    const { principal, delegate } = attendee;
    if (delegate) return { ...delegate, ...unknown, onBehalfOf: post(principal) };
    const seat = seatOf(attendee.seatId);
    const { rank, nip } = seat?.name === principal.name ? seat : unknown;
    return { ...principal, rank, nip, onBehalfOf: null };
  }
  const acting = attendees.find(({ delegate }) => delegate && isMeant(leader, delegate));
  if (acting?.delegate) return { ...acting.delegate, ...unknown, onBehalfOf: post(acting.principal) };
  const seat = seats.find((one) => isMeant(leader, one));
  if (seat) return { ...seat };
  return { name: leader, title: "", institution: "", ...unknown, onBehalfOf: null, ...asTyped(leader, host.name) };
}

function isMeant(leader: string, who: Who): boolean {
  const said = plainWords(leader);
  const bare = who.title.replace(/^(?:Plt|Plh|Pj)\. /, "");
  return [who.title, bare, post(who)].some(
    (title) => said === plainWords(title) || (who.name !== null && said === plainWords(`${who.name}, ${title}`)),
  );
}

/** What somebody typed by hand: a post begins at the last comma that a known word for one follows. */
function asTyped(leader: string, institution: string): Partial<Signer> {
  const found = /^(.+?), ((?:Plt\. |Plh\. |Pj\. )?(?:Camat|Kepala|Sekretaris|Lurah|Ketua|Danramil|Kapolsek)\b.*)$/.exec(
    leader,
  );
  if (!found) return {};
  const [, name = leader, title = ""] = found;
  return { name, title, institution: isHeadTitle(title) ? institution : "" };
}

export async function findNoteTaker(
  authors: readonly string[],
  organisationIds: readonly string[],
): Promise<Signer | null> {
  const counts = new Map<string, number>();
  for (const author of authors) counts.set(author, (counts.get(author) ?? 0) + 1);
  const [most] = [...counts.entries()].sort(([, one], [, other]) => other - one);
  if (!most) return null;
  const [name] = most;
  const users = await db.user.findMany({
    where: { name, organisationId: { in: [...organisationIds] } },
    take: 2,
    select: { position: true, organisation: { select: { name: true } }, person: { select: { nip: true } } },
  });
  const [user] = users.length === 1 ? users : [];
  return {
    name,
    title: user?.position ?? "Notulis",
    institution: user?.position ? user.organisation.name : "",
    rank: null,
    nip: user?.person.nip ?? null,
    onBehalfOf: null,
  };
}
