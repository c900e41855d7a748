import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import { planFields } from "@/lib/papers/minutes";
import type { Block, Paper, Signatory } from "@/lib/papers/model";
import { numbered, paragraphs } from "@/lib/papers/parts/blocks";
import {
  hasBegun,
  type MeetingFacts,
  meetingPlaceholders,
  meetingValues,
  placeAndDay,
  readMeeting,
} from "@/lib/papers/parts/meeting";
import { dayInWords } from "@/lib/papers/parts/number-words";
import { type Attendee, listAttendees, nameAndPost, post } from "@/lib/papers/parts/people";
import { type PlanRow, readPlan } from "@/lib/papers/parts/plan";
import { type Line, readLines } from "@/lib/papers/parts/results";
import { findHead, listSeatsOn, type Signer, signatory } from "@/lib/papers/parts/signatories";
import { findSigners, type Signers } from "@/lib/papers/parts/signed";
import { paragraphsOf, worded } from "@/lib/papers/parts/wording";
import { formatDayLong } from "@/lib/time";

type Facts = {
  meeting: MeetingFacts;
  attendees: Attendee[];
  points: Line[];
  plan: PlanRow[];
  signers: Signers;
  /** Of the puskesmas that held it together with the host. */
  partners: Signatory[];
};

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const [attendees, rows, { plan }] = await Promise.all([
    listAttendees(actor, id),
    readLines(actor, id),
    readPlan(actor, id),
  ]);
  const points = rows.filter(({ section }) => section === "DECISIONS");
  const signers = await findSigners(meeting, attendees);
  return { meeting, attendees, points, plan, signers, partners: await partnersOf(meeting) };
}

function partnersOf({ organiserIds, organisers, host, day, timeZone }: MeetingFacts): Promise<Signatory[]> {
  const partners = organiserIds.map((id, place) => ({ id, name: organisers[place] ?? "" }));
  return Promise.all(
    partners
      .filter(({ id }) => id !== host.id)
      .map(async (office) => {
        const head = await findHead(office, await listSeatsOn(office.id, day, timeZone), day);
        return signatory(null, head, `Kepala ${office.name}`);
      }),
  );
}

const placeholders = [...meetingPlaceholders, "hari_terbilang"];

const wording = {
  opening: {
    label: "Alinea pembuka",
    text: "Pada hari ini {hari_terbilang}, bertempat di {tempat}, telah dilaksanakan {kegiatan}. Kami yang bertanda tangan di bawah ini menyepakati hal-hal sebagai berikut:",
    placeholders,
  },
  plan: {
    label: "Kalimat sebelum rencana tindak lanjut",
    text: "Untuk melaksanakan kesepakatan tersebut, masing-masing pihak melaksanakan rencana tindak lanjut:",
    placeholders,
  },
  closing: {
    label: "Alinea penutup",
    text: "Demikian berita acara kesepakatan ini dibuat dengan sebenarnya untuk dilaksanakan dengan penuh tanggung jawab.",
    placeholders,
  },
};

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { meeting, points, plan } = facts;
  const values = valuesOf(meeting);
  const text = (part: keyof typeof wording) => paragraphs(paragraphsOf(worded(settings, wording, part, values)));
  const blocks: Block[] = [
    { type: "title", lines: ["BERITA ACARA KESEPAKATAN BERSAMA", meeting.title.toUpperCase()] },
    ...text("opening"),
    ...numbered(points.map((point) => point.text)),
    ...(points.length > 0 && plan.length > 0 ? text("plan") : []),
    ...numbered(plan.map(promise)),
    ...text("closing"),
    ...signatures(facts),
  ];
  return {
    title: `Berita Acara ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: [{ orientation: "portrait", letterhead: settings.letterhead, blocks }],
    notes: [],
  };
}

function promise({ activity, owner, deadline }: PlanRow): string {
  return `${activity}, penanggung jawab ${owner}, paling lambat ${formatDayLong(deadline)}.`;
}

function valuesOf(meeting: MeetingFacts): Record<string, string> {
  return { ...meetingValues(meeting), hari_terbilang: dayInWords(meeting.day) };
}

/**
 * Everybody outside the puskesmas who came, in protocol order, then its head; below them who led and confirms it. Where
 * the puskesmas met alone, its people sign.
 */
function signatures({ meeting, attendees, partners, signers: { leader, head } }: Facts): Block[] {
  const isLeader = (who: { name: string | null }) => leader !== null && who.name === leader.name;
  const isHead = (who: { name: string | null }) => head !== null && who.name === head.name;
  const present = attendees.filter(
    ({ isPresent, principal, delegate }) => isPresent && !isLeader(delegate ?? principal),
  );
  const outside = present.filter(({ sector }) => sector !== null && sector !== "HEALTH");
  const signing = (outside.length > 0 ? outside : present).filter(({ principal }) => !isHead(principal));
  const parties = [
    ...signing.map(partyOf),
    ...(isHead(leader ?? { name: null }) ? [] : [signatory(null, head, `Kepala ${meeting.host.name}`)]),
    ...partners.filter(({ name }) => name === "" || !signing.some(({ principal }) => principal.name === name)),
  ];
  // Above all of them: in a grid it would be above one.
  return [
    { type: "paragraph", text: placeAndDay(meeting.host, meeting.day), align: "right" },
    { type: "signatures", columns: parties.length > 4 ? 3 : 2, parties },
    ...(leader ? [knowing(leader)] : []),
  ];
}

function knowing(leader: Signer): Block {
  return { type: "signatures", columns: 1, parties: [signatory("Mengetahui", leader)] };
}

function partyOf({ principal, delegate }: Attendee): Signatory {
  if (!delegate) return { above: [`${post(principal)},`], name: principal.name ?? "", below: [] };
  return { above: [`a.n. ${post(principal)}`, `${post(delegate)},`], name: delegate.name ?? "", below: [] };
}

function missing({ meeting, points, plan, attendees }: Facts): string[] {
  if (!hasBegun(meeting))
    return ["Kegiatan belum berlangsung: kesepakatan ditulis sejak kegiatan dimulai di Ringkasan."];
  return [
    ...(points.length + plan.length > 0
      ? []
      : ["Belum ada yang disepakati: tulis keputusan di Notulen atau rencana di bagian RTL."]),
    ...(attendees.some(({ isPresent }) => isPresent) ? [] : ["Belum ada yang tercatat hadir: catat di Kehadiran."]),
  ];
}

export const agreement: PaperDefinition<Facts> = {
  kind: "agreement",
  slug: "berita-acara",
  name: "Berita acara kesepakatan",
  subject: "meeting",
  meetingKinds: ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN", "STUNTING_MINILOK"],
  formats: ["pdf", "docx"],
  isLetter: false,
  wording,
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, attendees, points, plan }) => ({
    values: valuesOf(meeting),
    lists: {
      kesepakatan: points.map(({ text }, index) => ({ no: `${index + 1}`, kesepakatan: text })),
      rtl: planFields(plan),
      penanda_tangan: attendees
        .filter(({ isPresent }) => isPresent)
        .map(({ principal, delegate }, index) => ({
          no: `${index + 1}`,
          nama: (delegate ?? principal).name ?? "",
          jabatan: delegate ? `a.n. ${post(principal)}, ${nameAndPost({ ...delegate, name: null })}` : post(principal),
        })),
    },
  }),
  missing,
};
