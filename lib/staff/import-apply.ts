import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import type { OnProgress } from "@/lib/imports/drafts";
import type { Ready, StaffPlan } from "@/lib/staff/import-plan";
import { dayToDate } from "@/lib/time";
import type { EmploymentStatus, PlacementEnd } from "@/prisma/generated/client";

const day = (text: string | null) => (text === null ? null : dayToDate(text));

export async function applyStaff(
  tx: Db,
  actor: Actor,
  { ready }: StaffPlan,
  fileName: string,
  onProgress: OnProgress,
): Promise<void> {
  await addNew(
    tx,
    ready.filter(({ known }) => !known),
  );
  for (const [index, one] of ready.entries()) {
    if (one.known) await change(tx, one.known.id, one);
    await onProgress(index + 1, ready.length);
  }
  const added = ready.filter(({ known }) => !known).length;
  await recordEvent(tx, by(actor), {
    action: "staff.imported",
    subjectId: actor.organisation.id,
    organisationId: actor.organisation.id,
    data: { fileName, added, changed: ready.length - added },
  });
}

async function addNew(tx: Db, rows: readonly Ready[]): Promise<void> {
  const members = rows.map((row) => ({ ...row, id: randomUUID() }));
  await tx.staffMember.createMany({
    data: members.map(({ id, office, values: { name, nip, profession, phone, email, bornOn } }) => ({
      ...{ id, name, nip, profession, phone, email, bornOn: day(bornOn), organisationId: office.id },
    })),
  });
  await tx.staffPlacement.createMany({
    data: members.map(({ id, office, values }) => ({
      ...{ id: randomUUID(), staffId: id, organisationId: office.id, status: values.status, position: values.position },
      ...{ startsOn: dayToDate(values.startsOn ?? ""), endsOn: day(values.endsOn) },
    })),
  });
  await tx.staffLicence.createMany({
    data: members.flatMap(({ id, values }) =>
      values.licences.map(({ expiresOn, ...licence }) => ({
        ...{ id: randomUUID(), staffId: id, ...licence, expiresOn: day(expiresOn) },
      })),
    ),
  });
}

/** What the file leaves empty stays as it is. */
async function change(
  tx: Db,
  id: string,
  { values, change: status, newLicences, known, office }: Ready,
): Promise<void> {
  const { name, profession, nip, phone, email, bornOn, position, endsOn } = values;
  const facts = { ...(nip && { nip }), ...(phone && { phone }), ...(email && { email }) };
  await tx.staffMember.update({
    where: { id },
    data: { name, profession, ...facts, ...(bornOn && { bornOn: dayToDate(bornOn) }), version: { increment: 1 } },
  });
  if (status) {
    await tx.staffPlacement.update({
      where: { id: status.endsId },
      data: { endsOn: dayToDate(status.endsOn), endReason: reasonFor(values.status), version: { increment: 1 } },
    });
    await tx.staffPlacement.create({
      data: {
        ...{ id: randomUUID(), staffId: id, organisationId: office.id, status: values.status, position },
        ...{ startsOn: dayToDate(status.startsOn), endsOn: day(endsOn) },
        personId: known?.placements.find((one) => one.id === status.endsId)?.personId ?? null,
      },
    });
  } else {
    const running = known?.placements.find(({ endReason }) => endReason === null);
    if (running && (position || endsOn))
      await tx.staffPlacement.update({
        where: { id: running.id },
        data: {
          ...(position && { position }),
          ...(endsOn && { endsOn: dayToDate(endsOn) }),
          version: { increment: 1 },
        },
      });
  }
  for (const { kind, number, expiresOn } of newLicences)
    await tx.staffLicence.upsert({
      where: { kind_number: { kind, number } },
      create: { id: randomUUID(), staffId: id, kind, number, expiresOn: day(expiresOn) },
      update: { expiresOn: day(expiresOn), version: { increment: 1 } },
    });
}

function reasonFor(status: EmploymentStatus): PlacementEnd {
  if (status === "PPPK") return "BECAME_PPPK";
  return status === "PNS" ? "BECAME_PNS" : "OTHER";
}
