// The register of staff: its office and, at a Dinkes, the admin.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { copyStaffData } from "@/lib/privacy/staff-data";
import { answerStaffRequest, eraseStaffData } from "@/lib/privacy/staff-requests";
import { addLicence, editLicence, removeLicence } from "@/lib/staff/licences";
import { giveStaffLink, revokeStaffLink } from "@/lib/staff/links";
import { moveSchema, releaseSchema } from "@/lib/staff/move-schema";
import { askMove, decideMove, releaseStaff, withdrawMove } from "@/lib/staff/moves";
import { addPlacement, editPlacement, removePlacement } from "@/lib/staff/placements";
import {
  licenceEditSchema,
  newLicenceSchema,
  newPlacementSchema,
  newStaffSchema,
  placementEditSchema,
  staffEditSchema,
} from "@/lib/staff/schema";
import { addStaff, editStaff } from "@/lib/staff/writes";
import type { OfficeWrite } from "./table";
import type { World } from "./world";

/** The office's own, and the admin of the Dinkes above it. */
const ofKeepers = "+++....+...";

const term = { status: "HONORARY", startsOn: "2015-01-01", endsOn: "2018-12-31", endReason: "TERM_FINISHED" };
const moved = { status: "PNS", startsOn: "2025-01-06" };
const withoutMove = ({ move }: World) => db.staffMove.delete({ where: { id: move.id } });
const facts = { name: "Sulastri", profession: "NURSE" };
const licence = { kind: "SIP", number: "SIP-1" };

export const staffWrites: Record<string, OfficeWrite> = {
  "staff/writes addStaff": {
    call: ({ host }, actor) =>
      addStaff(
        actor,
        newStaffSchema.parse({ ...facts, ...term, id: randomUUID(), organisationId: host.id, person: "baru" }),
      ),
    grid: ofKeepers,
  },
  "staff/writes editStaff": {
    call: ({ staff: { id, version } }, actor) => editStaff(actor, id, staffEditSchema.parse({ ...facts, version })),
    grid: ofKeepers,
  },
  "staff/placements addPlacement": {
    call: ({ host, staff }, actor) =>
      addPlacement(actor, staff.id, newPlacementSchema.parse({ ...term, id: randomUUID(), organisationId: host.id })),
    grid: ofKeepers,
  },
  "staff/placements editPlacement": {
    call: ({ staff, placement: { id, version } }, actor) =>
      editPlacement(actor, staff.id, id, placementEditSchema.parse({ ...term, version })),
    grid: ofKeepers,
  },
  "staff/placements removePlacement": {
    call: ({ staff, placement }, actor) => removePlacement(actor, staff.id, placement.id),
    grid: ofKeepers,
  },
  "staff/licences addLicence": {
    call: ({ staff }, actor) => addLicence(actor, staff.id, newLicenceSchema.parse({ ...licence, id: randomUUID() })),
    grid: ofKeepers,
  },
  "staff/licences editLicence": {
    call: ({ staff, licence: { id, version } }, actor) =>
      editLicence(actor, staff.id, id, licenceEditSchema.parse({ ...licence, version })),
    grid: ofKeepers,
  },
  "staff/links giveStaffLink": { call: ({ staff }, actor) => giveStaffLink(actor, staff.id), grid: ofKeepers },
  "staff/links revokeStaffLink": {
    call: ({ staff }, actor) => revokeStaffLink(actor, staff.id),
    prepare: ({ staff, actors }) => giveStaffLink(actors.A, staff.id),
    grid: ofKeepers,
  },
  "privacy/staff-data copyStaffData": { call: ({ staff }, actor) => copyStaffData(actor, staff.id), grid: ofKeepers },
  "privacy/staff-requests eraseStaffData": {
    call: ({ staff }, actor) => eraseStaffData(actor, staff.id, "diminta"),
    grid: ofKeepers,
  },
  "privacy/staff-requests answerStaffRequest": {
    call: async (_, actor) => answerStaffRequest(actor, (await db.staffRequest.findFirstOrThrow()).id, "Dibetulkan"),
    prepare: ({ staff }) =>
      db.staffRequest.create({ data: { id: randomUUID(), staffId: staff.id, kind: "CORRECTION", text: "Nama saya" } }),
    grid: ofKeepers,
  },
  "staff/moves askMove": {
    call: ({ staff }, actor) =>
      askMove(
        actor,
        moveSchema.parse({ ...moved, id: randomUUID(), organisationId: actor.organisation.id, number: staff.nip }),
      ),
    prepare: withoutMove,
    grid: "---.++++.++",
  },
  "staff/moves decideMove": {
    call: ({ move }, actor) => decideMove(actor, move.id, { answer: "ya", note: null }),
    grid: ofKeepers,
  },
  "staff/moves withdrawMove": { call: ({ move }, actor) => withdrawMove(actor, move.id), grid: "....+..+..." },
  "staff/moves releaseStaff": {
    call: ({ other, staff }, actor) => releaseStaff(actor, staff.id, releaseSchema.parse({ ...moved, toId: other.id })),
    prepare: withoutMove,
    grid: ofKeepers,
  },
  "staff/licences removeLicence": {
    call: ({ staff, licence: { id } }, actor) => removeLicence(actor, staff.id, id),
    grid: ofKeepers,
  },
};
