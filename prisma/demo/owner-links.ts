import { progressReportRow } from "@/tests/factories/action-items";
import { ownerLinkRow } from "@/tests/factories/owner-links";
import { daysAfter } from "./calendar";
import { record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { seatAt } from "./offices";
import { fieldPicture } from "./picture";
import { type PlannedItem, progressOf } from "./plan";
import type { DemoFile } from "./stage";

type Handed = { planned: PlannedItem; linkId: string; token: string; seat: string };

/** The personal link of a row's owner, passed on by WhatsApp some days ago. */
export function handOutLink(rows: Rows, planned: PlannedItem, daysAgo: number): Handed {
  const { demo } = planned;
  const { calendar, by } = demo;
  const at = calendar.at(calendar.back(daysAgo), "09:10");
  const { id, title, institution, holder } = seatAt(planned.owner, at);
  const { row, token } = ownerLinkRow({
    organisationId: by.office.id,
    seatId: id,
    personId: holder?.personId ?? null,
    name: holder?.name ?? null,
    title,
    institution,
    phone: holder?.phone ?? null,
    createdAt: at,
    handedOutAt: daysAfter(at, 0, 4),
    remindedAt: daysAfter(at, 0, 4),
  });
  rows.ownerLinks.push(row);
  const owner = `${title}, ${institution}`;
  const subjectId = row.id;
  record(rows, demo, at, { action: "owner-link.issued", subjectId: by.office.id, data: { count: 1, owner } });
  record(rows, demo, daysAfter(at, 0, 4), { action: "owner-link.reminded", subjectId, data: { owner } });
  return { planned, linkId: row.id, token, seat: owner };
}

/** What the owner reported through the link, with a photo; nobody has checked it yet. */
export function reportByLink(
  rows: Rows,
  { planned: { item, demo }, linkId, seat }: Handed,
  { daysAgo, percent, note, photo }: { daysAgo: number; percent: number; note: string; photo: string },
): void {
  const { calendar } = demo;
  const at = calendar.at(calendar.back(daysAgo), "10:45");
  const report = progressReportRow({
    itemId: item.id,
    percent,
    status: "IN_PROGRESS",
    note,
    ownerLinkId: linkId,
    reporter: [item.responsibleName, seat].filter(Boolean).join(", "),
    createdAt: at,
  });
  rows.reports.push(report);
  const { bytes, sha256 } = fieldPicture();
  const id = report.id;
  rows.documents.push({
    id,
    kind: "PROGRESS_PHOTO",
    reportId: id,
    name: photo,
    mimeType: "image/png",
    size: bytes.length,
    sha256,
    uploader: seat,
    createdAt: at,
  });
  rows.documentContents.push({ documentId: id, bytes: `\\x${bytes.toString("hex")}` });
  const before = progressOf(item);
  item.percent = percent;
  item.status = "IN_PROGRESS";
  const who = { actor: seat, onBehalfOf: "tautan pribadi" };
  const { number, activity } = item;
  record(
    rows,
    demo,
    at,
    { action: "progress.reported", subjectId: item.id, data: { number, activity, before, after: progressOf(item) } },
    who,
  );
  const data = { kind: "PROGRESS_PHOTO" as const, name: photo };
  record(rows, demo, at, { action: "document.stored", subjectId: id, data }, who);
}

/** Where the demo shows an owner's page. */
export function ownerLink({ planned: { demo }, token, seat }: Handed, state: string): DemoFile["links"][number] {
  return {
    path: `/t/${token}`,
    invitee: `${seat}, ${state}`,
    meeting: `Tindak lanjut ${demo.meeting.title}, ${demo.by.office.name}`,
  };
}
