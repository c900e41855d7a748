import { createHash, timingSafeEqual } from "node:crypto";
import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { areaLevel, dinkesName, officeKindOf } from "@/lib/organisations/rules";
import type { SetupInput } from "@/lib/organisations/schema";
import { refuseZone } from "@/lib/organisations/zones";
import { addPerson } from "@/lib/persons/choose";
import { plainWords } from "@/lib/plain-words";
import { dayOf, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";
import { hasUsers } from "@/lib/users/reads";
import { hashPassword } from "@/lib/users/sign-in";

export async function isSetupOpen(token: string): Promise<boolean> {
  const expected = process.env.LOKMIN_SETUP_TOKEN;
  if (!expected) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(token), digest(expected)) && !(await hasUsers());
}

/** @returns null once there is any user: of two at once, the advisory lock lets one through */
export async function setUp(input: SetupInput): Promise<Outcome | null> {
  const area = await findSetupArea(input.area);
  if ("reason" in area) return area;
  const wrongZone = refuseZone(input.timeZone, area);
  if (wrongZone) return wrongZone;
  const passwordHash = await hashPassword(input.newPassword);
  return transact<Outcome | null>(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(7101, 3)`;
    if (await tx.user.findFirst({ select: { id: true } })) return null;
    const organisation = await tx.organisation.create({
      data: {
        kind: officeKindOf(area),
        name: input.organisationName ?? dinkesName(area),
        areaCode: area.code,
        timeZone: input.timeZone,
      },
    });
    // Nobody asks for the months before.
    const month = dayToDate(`${dayOf(new Date(), organisation.timeZone).slice(0, 7)}-01`);
    await tx.startOfUse.create({ data: { organisationId: organisation.id, month } });
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

type SetupArea = { code: string; name: string };

async function findSetupArea(typed: string): Promise<SetupArea | Refusal> {
  const [first = ""] = typed.split(/\s/, 1);
  const code = /^\d{4}$/.test(first) ? `${first.slice(0, 2)}.${first.slice(2)}` : first;
  const level = areaLevel(code);
  if (level === "negara" || level === "provinsi" || level === "kabupaten") {
    const area = await db.area.findUnique({ where: { code }, select: { code: true, name: true } });
    if (area) return area;
  }
  const named = /\d/.test(code) ? [] : await findAreasNamed(typed);
  const [area] = named;
  if (area && named.length === 1) return area;
  return refuse(
    area
      ? `Ada ${named.length} wilayah bernama ${typed}: ${named.map(lineOf).join(", ")}. Tulis kodenya.`
      : `Wilayah ${typed} tidak dikenal. Tulis nama atau kodenya: provinsi seperti Lampung atau 18, kabupaten/kota seperti Kabupaten Lampung Selatan atau 18.01.`,
    "area",
  );
}

function areaCore(name: string): string {
  return plainWords(name).replace(/^(?:kabupaten|kab|kota|provinsi|prov) /, "");
}

async function findAreasNamed(typed: string): Promise<SetupArea[]> {
  const areas = await db.area.findMany({
    where: setupAreas,
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
  const wanted = plainWords(typed)
    .replace(/^kab /, "kabupaten ")
    .replace(/^prov(?:insi)? /, "");
  const exact = areas.filter(({ name }) => plainWords(name) === wanted);
  return exact.length > 0 ? exact : areas.filter(({ name }) => areaCore(name) === areaCore(typed));
}

function lineOf({ code, name }: SetupArea): string {
  return `${code} ${areaLevel(code) === "provinsi" ? "Provinsi " : ""}${name}`;
}

const setupAreas = { OR: [{ parentCode: null }, { parent: { parentCode: null } }] };

export async function listSetupAreas(): Promise<string[]> {
  const areas = await db.area.findMany({
    where: setupAreas,
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
  return areas.map(lineOf);
}
