import { createHash, timingSafeEqual } from "node:crypto";
import { type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { areaLevel, dinkesName } from "@/lib/organisations/rules";
import type { SetupInput } from "@/lib/organisations/schema";
import { addPerson } from "@/lib/persons/choose";
import { transact } from "@/lib/transact";
import { hasUsers } from "@/lib/users/reads";
import { hashPassword } from "@/lib/users/sign-in";

/** Whether this is the link that the start of an empty installation printed, and nobody has used it yet. */
export async function isSetupOpen(token: string): Promise<boolean> {
  const expected = process.env.LOKMIN_SETUP_TOKEN;
  if (!expected) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(token), digest(expected)) && !(await hasUsers());
}

/**
 * Makes the first Dinkes and its admin.
 * @returns null once there is any user: of two at once, the advisory lock lets one through
 */
export async function setUp(input: SetupInput): Promise<Outcome | null> {
  // "18.01" as typed, or "18.01 Kabupaten Lampung Selatan" as offered.
  const code = input.area.split(/\s/, 1)[0] ?? "";
  const level = areaLevel(code);
  const area = level === "provinsi" || level === "kabupaten" ? await db.area.findUnique({ where: { code } }) : null;
  if (!area)
    return refuse(
      `Kode wilayah ${code} tidak dikenal. Tulis kode provinsi seperti 18, atau kode kabupaten/kota seperti 18.01.`,
      "area",
    );
  const passwordHash = await hashPassword(input.newPassword);
  return transact<Outcome | null>(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(7101, 3)`;
    if (await tx.user.findFirst({ select: { id: true } })) return null;
    const organisation = await tx.organisation.create({
      data: {
        kind: level === "provinsi" ? "PROVINCIAL_DINKES" : "DISTRICT_DINKES",
        name: input.organisationName ?? dinkesName(area),
        areaCode: area.code,
        timeZone: input.timeZone,
      },
    });
    const { name, email } = input;
    const { id: organisationId, name: institution } = organisation;
    const personId = await addPerson(tx, organisationId, { name, title: null, institution, email });
    const user = await tx.user.create({
      data: {
        personId,
        name: input.name,
        email: input.email,
        role: "DINKES_ADMIN",
        organisationId: organisation.id,
        passwordHash,
      },
    });
    const author = { userId: user.id, actor: user.name, onBehalfOf: organisation.name };
    await recordEvent(tx, author, {
      action: "installation.begun",
      subjectId: organisation.id,
      organisationId: organisation.id,
      data: { name: organisation.name },
    });
    return { ok: true };
  });
}

/** "18.01 Kabupaten Lampung Selatan": every province and kabupaten, to choose from while typing. */
export async function listSetupAreas(): Promise<string[]> {
  const areas = await db.area.findMany({
    where: { OR: [{ parentCode: null }, { parent: { parentCode: null } }] },
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
  return areas.map((area) => `${area.code} ${areaLevel(area.code) === "provinsi" ? "Provinsi " : ""}${area.name}`);
}
