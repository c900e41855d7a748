import { createHash } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { sectionNames } from "@/lib/minutes/lines";
import { type Placeholder, placeholderIn } from "@/lib/placeholders/rules";

export async function listPlaceholders(actor: Actor, meetingId: string): Promise<Placeholder[]> {
  if (!isId(meetingId)) return [];
  const isVisible = await db.meeting.count({ where: { AND: [{ id: meetingId }, visibleTo(actor)] } });
  return isVisible ? findPlaceholders(db, meetingId) : [];
}

export async function findPlaceholders(tx: Db, meetingId: string): Promise<Placeholder[]> {
  const parts = [await ofMeeting(tx, meetingId), await ofRoll(tx, meetingId), await ofProblems(tx, meetingId)];
  return [...parts.flat(), ...(await ofNotes(tx, meetingId)), ...(await ofPlan(tx, meetingId))];
}

export function placeholdersKey(found: readonly Placeholder[]): string {
  const hash = createHash("sha256");
  for (const { place, words } of found) hash.update(`${place}\n${words}\n`);
  return hash.digest("hex").slice(0, 32);
}

type Field = readonly [name: string, text: string | null | undefined];

function among(place: string, path: string, fields: readonly Field[]): Placeholder[] {
  return fields.flatMap(([name, text]) => {
    const words = placeholderIn(text);
    return words ? [{ words, place: [place, name].filter(Boolean).join(", "), path }] : [];
  });
}

async function ofMeeting(tx: Db, meetingId: string): Promise<Placeholder[]> {
  const meeting = await tx.meeting.findUnique({
    where: { id: meetingId },
    select: {
      title: true,
      place: true,
      leader: true,
      agenda: { orderBy: { position: "asc" }, select: { position: true, topic: true, presenter: true } },
      expectations: { orderBy: [{ side: "asc" }, { position: "asc" }], select: { text: true, note: true } },
      documents: { where: { kind: "MEETING_PHOTO" }, orderBy: { createdAt: "asc" }, select: { caption: true } },
      evidence: { select: { note: true } },
    },
  });
  if (!meeting) return [];
  const { title, place, leader } = meeting;
  return [
    ...among("", "/ubah", [
      ["judul kegiatan", title],
      ["tempat", place],
      ["pimpinan rapat", leader],
    ]),
    ...meeting.agenda.flatMap(({ position, topic, presenter }) =>
      among(`Susunan acara ${position}`, "/ubah", [
        ["acara", topic],
        ["penyaji", presenter],
      ]),
    ),
    ...meeting.expectations.flatMap(({ text, note }) => among(text, "", [["catatan", note]])),
    ...meeting.documents.flatMap(({ caption }) => among("Foto kegiatan", "/foto", [["keterangan", caption]])),
    ...meeting.evidence.flatMap(({ note }) => among("Bukti", "/pengesahan", [["keterangan", note]])),
  ];
}

async function ofRoll(tx: Db, meetingId: string): Promise<Placeholder[]> {
  const rows = await tx.attendance.findMany({
    where: { meetingId },
    orderBy: [{ markedAt: "asc" }, { id: "asc" }],
    select: { invitationId: true, name: true, title: true, institution: true, representedName: true, note: true },
  });
  return rows.flatMap(({ invitationId, name, title, institution, representedName, note }) =>
    among("Daftar hadir", `/kehadiran${invitationId ? `#h-${invitationId}` : "#tamu"}`, [
      ["nama", name],
      ["jabatan", title],
      ["instansi", institution],
      ["yang diwakili", representedName],
      ["keterangan", note],
    ]),
  );
}

async function ofProblems(tx: Db, meetingId: string): Promise<Placeholder[]> {
  const problems = await tx.problem.findMany({
    where: { meetingId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, statement: true, causes: { select: { text: true } } },
  });
  return problems.flatMap(({ id, number, statement, causes }) =>
    among(`Masalah ${number}`, `/masalah/${id}`, [
      ["rumusan", statement],
      ...causes.map(({ text }) => ["penyebab", text] as const),
    ]),
  );
}

async function ofNotes(tx: Db, meetingId: string): Promise<Placeholder[]> {
  const notes = await tx.note.findMany({
    where: { meetingId, deletedAt: null },
    orderBy: [{ section: "asc" }, { position: "asc" }, { id: "asc" }],
    select: { id: true, section: true, text: true, asker: true, institution: true, answer: true },
  });
  return notes.flatMap(({ id, section, text, asker, institution, answer }) =>
    among(`Notulen, ${sectionNames[section]}`, `/notulen/${id}`, [
      ["", text],
      ["penanya", asker],
      ["instansi", institution],
      ["jawaban", answer],
    ]),
  );
}

async function ofPlan(tx: Db, meetingId: string): Promise<Placeholder[]> {
  const [items, reviews] = [
    await tx.actionItem.findMany({ where: { meetingId }, orderBy: { number: "asc" } }),
    await tx.itemReview.findMany({
      where: { meetingId },
      orderBy: { reviewedAt: "asc" },
      select: { note: true, reason: true, item: { select: { number: true } } },
    }),
  ];
  return [
    ...items.flatMap((item) =>
      among(`RTL ${item.number}`, `/rtl/${item.id}`, [
        ["masalah", item.problem],
        ["penyebab", item.cause],
        ["kegiatan", item.activity],
        ["instansi penanggung jawab", item.responsibleInstitution],
        ["jabatan penanggung jawab", item.responsibleTitle],
        ["nama penanggung jawab", item.responsibleName],
        ["pendukung", item.support],
        ["indikator", item.indicator],
        ["satuan", item.unit],
      ]),
    ),
    ...reviews.flatMap(({ note, reason, item }) =>
      among(`Status RTL lalu, RTL ${item.number}`, "/janji", [
        ["catatan", note],
        ["alasan", reason],
      ]),
    ),
  ];
}
