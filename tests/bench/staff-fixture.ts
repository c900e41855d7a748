// A province of 8 kabupaten and 250 puskesmas with 8,000 staff, 470 of them once assigned for a term, 295 still.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { readCurve } from "@/lib/assignments/curve";
import { db, pool } from "@/lib/db";
import { findOffice } from "@/lib/matrix/office";
import { rankNeeds } from "@/lib/needs/ranking";
import { readNeeds } from "@/lib/needs/reads";
import { loadAreas } from "@/lib/organisations/areas";
import { standardProfessions } from "@/lib/staff/professions";
import type { Prisma } from "@/prisma/generated/client";
import { makeKabupaten, makeProvinsi, organisationRow } from "@/tests/factories/organisations";
import { actorOf, makeUser } from "@/tests/factories/users";

const counts = { puskesmas: 250, staff: 8000, assigned: 470, still: 295 };
const reads = 60;
const account = { email: "provinsi@ukur.example", password: "ukur-pegawai-2026" };

await loadAreas();
const province = await makeProvinsi({ areaCode: "36", name: "Dinas Kesehatan Provinsi Ukur" });
const codes = ["36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74"];
const regencies: string[] = [];
for (const areaCode of codes) regencies.push((await makeKabupaten({ areaCode, parentId: province.id })).id);
const offices = Array.from({ length: counts.puskesmas }, (_, place) =>
  organisationRow({ parentId: regencies[place % 8] ?? province.id, areaCode: codes[place % 8] ?? "36.01" }),
);
await db.organisation.createMany({ data: offices });

const members: Prisma.StaffMemberCreateManyInput[] = [];
const terms: Prisma.StaffPlacementCreateManyInput[] = [];
for (let place = 0; place < counts.staff; place++) {
  const organisationId = offices[(place * 7) % counts.puskesmas]?.id ?? "";
  const profession = standardProfessions[(place * 5 + Math.floor(place / 250)) % 9] ?? "NURSE";
  const id = randomUUID();
  members.push({ id, name: `Pegawai ${place}`, profession, organisationId });
  const own = { id: randomUUID(), staffId: id, organisationId };
  if (place >= counts.assigned) terms.push({ ...own, status: "PNS", startsOn: new Date("2015-01-01") });
  else if (place < counts.still)
    terms.push({
      ...own,
      status: "SPECIAL_ASSIGNMENT",
      startsOn: new Date("2018-03-01"),
      endsOn: new Date("2099-02-28"),
    });
  else terms.push(...became(own, 2019 + (place % 7)));
}
for (const data of [members.slice(0, 4000), members.slice(4000)]) await db.staffMember.createMany({ data });
for (let from = 0; from < terms.length; from += 2500)
  await db.staffPlacement.createMany({ data: terms.slice(from, from + 2500) });
await pool.query("VACUUM (ANALYZE)");

function became(own: { id: string; staffId: string; organisationId: string }, year: number) {
  const start = { ...own, startsOn: new Date("2018-03-01") };
  return [
    {
      ...start,
      status: "SPECIAL_ASSIGNMENT" as const,
      endsOn: new Date(`${year}-06-30`),
      endReason: "BECAME_PPPK" as const,
    },
    { ...own, id: randomUUID(), status: "PPPK" as const, startsOn: new Date(`${year}-07-01`) },
  ];
}

const actor = await actorOf(await makeUser("DINKES_ADMIN", { ...account, organisationId: province.id }));
const office = await findOffice(actor);
if (!office) throw new Error("No office");
const now = new Date();
const curve = await readCurve(actor, {}, now);

async function timesOf(read: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let count = 0; count < reads; count++) {
    const from = performance.now();
    await read();
    times.push(performance.now() - from);
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { p50: sorted[Math.floor(reads / 2)] ?? 0, p95: sorted[Math.floor(reads * 0.95)] ?? 0 };
}

const figures = {
  "matriks, satu baris per kabupaten": await timesOf(() => readNeeds(actor, office, { now })),
  "matriks, satu baris per puskesmas": await timesOf(() => readNeeds(actor, office, { now, isEach: true })),
  "urutan penugasan": await timesOf(() => rankNeeds(actor, office, { now })),
  "kurva per tahun": await timesOf(() => readCurve(actor, {}, now)),
};
const inService = curve.map(({ year, inService }) => [year, inService]);
writeFileSync(
  process.argv[2] ?? "",
  JSON.stringify({ account, rows: await db.staffPlacement.count(), figures, inService }),
);
await db.$disconnect();
await pool.end();
