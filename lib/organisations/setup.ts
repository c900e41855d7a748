import { createHash, timingSafeEqual } from "node:crypto";
import { type Refusal, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { bareDistrict } from "@/lib/office-import/areas";
import { areaLevel, dinkesName, officeKindOf } from "@/lib/organisations/rules";
import type { SetupInput } from "@/lib/organisations/schema";
import { zoneOf } from "@/lib/organisations/zones";
import { addPerson } from "@/lib/persons/choose";
import { plainWords } from "@/lib/plain-words";
import { type Browser, insertSession } from "@/lib/sessions/lifetime";
import { dayOf, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";
import { isOwnPassword, ownPassword } from "@/lib/users/own-words";
import { hasUsers } from "@/lib/users/reads";
import { hashPassword } from "@/lib/users/sign-in";

export async function isSetupOpen(token: string): Promise<boolean> {
  const expected = process.env.LOKMIN_SETUP_TOKEN;
  if (!expected) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(token), digest(expected)) && !(await hasUsers());
}

/** Whether this start opened an empty installation that nobody set up yet. */
export async function isWaitingForSetup(): Promise<boolean> {
  return process.env.LOKMIN_SETUP_TOKEN !== undefined && !(await hasUsers());
}

export type SetUp = { ok: true; userId: string; sessionToken: string | null };

/**
 * @param browser where the admin goes on signed in, without typing his password once more
 * @returns null once there is any user: of two at once, the advisory lock lets one through
 */
export async function setUp(input: SetupInput, browser?: Browser): Promise<SetUp | Refusal | null> {
  const area = await findSetupArea(input);
  if ("reason" in area) return area;
  if (isOwnPassword(input.newPassword, { ...input, organisation: `${input.organisationName ?? ""} ${area.name}` }))
    return ownPassword;
  const passwordHash = await hashPassword(input.newPassword);
  return transact<SetUp | Refusal | null>(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(7101, 3)`;
    if (await tx.user.findFirst({ select: { id: true } })) return null;
    const organisation = await makeOffice(tx, area, input);
    const { id: organisationId, name: institution, timeZone } = organisation;
    // Nobody asks for the months before.
    const month = dayToDate(`${dayOf(new Date(), timeZone).slice(0, 7)}-01`);
    await tx.startOfUse.create({ data: { organisationId, month } });
    const { name, email, kind } = input;
    const personId = await addPerson(tx, organisationId, { name, title: null, institution, email });
    const role = kind === "PUSKESMAS" ? "PUSKESMAS_ADMIN" : "DINKES_ADMIN";
    const user = await tx.user.create({ data: { personId, name, email, role, organisationId, passwordHash } });
    const author = { userId: user.id, actor: user.name, onBehalfOf: organisation.name };
    await recordEvent(tx, author, {
      action: "installation.begun",
      subjectId: organisation.id,
      organisationId: organisation.id,
      data: { name: organisation.name },
    });
    const sessionToken = browser ? await insertSession(tx, user.id, browser) : null;
    return { ok: true, userId: user.id, sessionToken };
  });
}

/** A puskesmas begins with all desa of its kecamatan, and without a Dinkes above it. */
async function makeOffice(tx: Db, { code, name }: SetupArea, { kind, organisationName }: SetupInput) {
  const isPuskesmas = kind === "PUSKESMAS";
  const office = await tx.organisation.create({
    data: {
      kind: isPuskesmas ? "PUSKESMAS" : officeKindOf({ code }),
      name: organisationName ?? (isPuskesmas ? `Puskesmas ${name}` : dinkesName({ code, name })),
      areaCode: code,
      timeZone: zoneOf(code) ?? "Asia/Jakarta",
    },
  });
  if (!isPuskesmas) return office;
  const villages = await tx.area.findMany({ where: { parentCode: code }, select: { code: true } });
  await tx.workingArea.createMany({
    data: villages.map((village) => ({ puskesmasId: office.id, villageCode: village.code })),
  });
  return office;
}

type SetupArea = { code: string; name: string };

async function findSetupArea({ area: typed, kind }: SetupInput): Promise<SetupArea | Refusal> {
  if (kind === "PUSKESMAS") return findDistrict(typed);
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

async function findDistrict(typed: string): Promise<SetupArea | Refusal> {
  const [first = ""] = typed.split(/\s/, 1);
  const code = /^\d{6}$/.test(first) ? first.replace(/^(..)(..)(..)$/, "$1.$2.$3") : first;
  const ofCode = areaLevel(code) === "kecamatan" ? await db.area.findUnique({ where: { code } }) : null;
  if (ofCode) return ofCode;
  const wanted = bareDistrict(typed);
  const found = /\d/.test(code)
    ? []
    : await db.$queryRaw<(SetupArea & { regency: string })[]>`
        SELECT a.code, a.name, r.name AS regency FROM "Area" a JOIN "Area" r ON r.code = a."parentCode"
        WHERE length(a.code) = 8 AND lower(a.name) = ${wanted} ORDER BY a.code LIMIT 12`;
  const [only] = found;
  if (only && found.length === 1) return only;
  return refuse(
    only
      ? `Ada beberapa kecamatan bernama ${only.name}: ${found.map(({ code: one, regency }) => `${one} (${regency})`).join(", ")}. Tulis kodenya.`
      : `Kecamatan ${typed} tidak dikenal. Tulis nama atau kodenya, seperti Sragi atau 18.01.15.`,
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
