import type { Actor, Outcome } from "@/lib/actor";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { holdStaff, recordStaffEvent } from "@/lib/staff/hold";
import { transact } from "@/lib/transact";

/** The link by which somebody reads his own record; a new one ends the old. */
export async function giveStaffLink(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdStaff(tx, actor, id, "give a link to");
    const token = newToken();
    const link = { tokenHash: hashToken(token), tokenSealed: sealToken(token) };
    await tx.staffMember.update({ where: { id }, data: link });
    await recordStaffEvent(tx, actor, held, { action: "staff.link-given", data: { name: held.name } });
    return { ok: true };
  });
}

export async function revokeStaffLink(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdStaff(tx, actor, id, "revoke the link of");
    if (!held.tokenHash) return { ok: true };
    await tx.staffMember.update({ where: { id }, data: { tokenHash: null, tokenSealed: null } });
    await recordStaffEvent(tx, actor, held, { action: "staff.link-revoked", data: { name: held.name } });
    return { ok: true };
  });
}
