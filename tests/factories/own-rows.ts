import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { hashToken, newToken } from "@/lib/secrets";
import { makePerson } from "./persons";
import { makeApp } from "./second-factor";
import { makeSession } from "./sessions";

const expiresAt = new Date(Date.now() + 86_400_000);
const day = new Date("2026-03-31");

/** What signs a user in. */
export async function makeAccountRows({ userId }: Actor): Promise<void> {
  const hashed = () => ({ userId, tokenHash: hashToken(newToken()), expiresAt });
  await makeSession({ id: userId });
  await makeApp({ id: userId });
  await db.apiToken.create({ data: { id: randomUUID(), name: "Dasbor", ...hashed() } });
  await db.signInLink.create({ data: hashed() });
  await db.pendingSignIn.create({ data: hashed() });
  await db.recoveryCode.create({ data: { userId, codeHash: hashToken(newToken()) } });
  await db.passkeyChallenge.create({ data: { challenge: newToken(), purpose: "ADD", userId, expiresAt } });
  await db.passkey.create({
    data: { userId, name: "Laptop uji", credentialId: newToken(), publicKey: new Uint8Array([1]) },
  });
}

/** What an office's actions leave behind. */
export async function makeLeftRows({ userId, organisation }: Actor, meetingId: string): Promise<void> {
  const [kept, absorbed] = [
    await makePerson({ organisationId: organisation.id }),
    await makePerson({ organisationId: organisation.id }),
  ];
  const [firstId = "", secondId = ""] = [kept.id, absorbed.id].sort();
  await db.personMerge.create({
    data: { id: randomUUID(), keptId: kept.id, absorbedId: absorbed.id, merger: "Petugas" },
  });
  await db.personDistinction.create({ data: { firstId, secondId, decider: "Petugas" } });
  await db.undoStep.create({
    data: {
      ...{ id: randomUUID(), organisationId: organisation.id, userId, meetingId, kind: "note", words: "catatan" },
      rows: { create: { tableName: "Note", before: {} } },
    },
  });
}

/** Figures of a puskesmas, and what is counted of it. */
export async function makeCountedRows(puskesmasId: string, meetingId: string, indicatorId: string): Promise<void> {
  const ofYear = { puskesmasId, year: 2026 };
  await db.puskesmasValue.create({
    data: { ...ofYear, indicatorId, month: 3, sourceId: puskesmasId, value: 7, origin: "SHEET", enteredBy: "Petugas" },
  });
  await db.periodSummary.create({
    data: {
      ...{ ...ofYear, kind: "MONTHLY_LOKMIN", period: 3, meetingId, status: "CLOSED", day },
      ...{ isApproved: false, reportState: "none" },
    },
  });
  await db.planSummary.create({ data: { ...ofYear, quarter: 1, inTime: 1, late: 0, overdue: 0, pending: 0 } });
  await db.sectorSummary.create({
    data: { ...ofYear, quarter: 1, sector: "HEALTH", invited: 1, came: 1, represented: 0 },
  });
  await db.puskesmasSummary.create({ data: { puskesmasId, open: 1, overdue: 0, ageDays: 3, asOf: day } });
}
