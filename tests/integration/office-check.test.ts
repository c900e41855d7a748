import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findingsOf } from "@/lib/office-check/findings";
import { readSetUp } from "@/lib/office-check/reads";
import { addFirstUsers, firstUsersSchema, listOfficesWithoutUsers } from "@/lib/users/first-users";
import { findLink } from "@/lib/users/links";
import { giveLinks, listStrangers } from "@/lib/users/many-links";
import { makeKabupaten, makeProvinsi, makePuskesmas, villagesOf } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor, makeUser } from "@/tests/factories/users";

async function office() {
  const { id } = await makeKabupaten();
  return makeActor("DINKES_ADMIN", { organisationId: id });
}

describe("the check of an office's set-up", () => {
  it("names what is missing, each with the link that mends it", async () => {
    const admin = await office();
    const parentId = admin.organisation.id;
    const [first, ...rest] = await villagesOf("18.01.15");
    const sragi = await makePuskesmas({
      ...{ parentId, name: "Puskesmas Sragi", registrationCode: "P1801150101", timeZone: "Asia/Makassar" },
      villageCodes: rest.map(({ code }) => code),
    });
    const empty = await makePuskesmas({ parentId, name: "Puskesmas Kosong", areaCode: "18.01.08", villageCodes: [] });
    await makeUser("PUSKESMAS_ADMIN", { organisationId: sragi.id });
    const groups = findingsOf(await readSetUp(admin), admin.organisation);
    const linesOf = (id: string) =>
      groups.find((group) => group.id === id)?.findings.map(({ line, detail, href }) => [line, detail, href]);
    expect(linesOf("desa")).toContainEqual([
      "Kecamatan Sragi: 1 dari 10 desa",
      first?.name,
      `/organisasi/${sragi.id}/wilayah?kec=18.01.15`,
    ]);
    expect(linesOf("wilayah")).toEqual([["Puskesmas Kosong", undefined, `/organisasi/${empty.id}/wilayah`]]);
    expect(linesOf("pengguna")).toEqual([["Puskesmas Kosong", undefined, "/pengguna/pertama"]]);
    expect(linesOf("kepala")).toEqual([
      ["Puskesmas Sragi", undefined, `/pengguna/baru?instansi=${sragi.id}&peran=PUSKESMAS_HEAD`],
    ]);
    expect(linesOf("belum-masuk")).toEqual([
      ["Puskesmas Sragi", "1 pengguna", `/pengguna/tautan?instansi=${sragi.id}`],
    ]);
    expect(linesOf("zona")).toEqual([["Puskesmas Sragi", "WITA, seharusnya WIB", `/organisasi/${sragi.id}/ubah`]]);
    expect(linesOf("kode")).toEqual([["Puskesmas Kosong", "belum diisi", `/organisasi/${empty.id}/ubah`]]);
    await makePuskesmas({ parentId, name: "Puskesmas Dua", villageCodes: rest.slice(0, 1).map(({ code }) => code) });
    const again = findingsOf(await readSetUp(admin), admin.organisation);
    expect(again.find(({ id }) => id === "bersama")?.findings).toMatchObject([
      { line: rest[0]?.name, detail: "Puskesmas Dua, Puskesmas Sragi" },
    ]);
  });

  it("counts nothing of another kabupaten, and is for admins of a Dinkes alone", async () => {
    const admin = await office();
    await makePuskesmas();
    expect((await readSetUp(admin)).offices).toEqual([]);
    await expect(readSetUp(await makeActor("DINKES_REVIEWER"))).rejects.toThrow(NotAllowed);
  });

  it("of a province names the kabupaten without a Dinkes, and the Dinkes without users", async () => {
    const province = await makeProvinsi();
    const admin = await makeActor("DINKES_ADMIN", { organisationId: province.id });
    await makeKabupaten({ parentId: province.id, name: "Dinas Kesehatan Lampung Selatan" });
    const before = findingsOf(await readSetUp(admin), admin.organisation);
    expect(before.map(({ id }) => id)).toEqual(["pengguna"]);
    await db.organisation.deleteMany({ where: { parentId: province.id } });
    const after = findingsOf(await readSetUp(admin), admin.organisation);
    expect(after).toMatchObject([
      { id: "wilayah", findings: [{ href: `/organisasi/baru?induk=${province.id}&wilayah=18.01` }] },
    ]);
  });
});

describe("first users, many at once", () => {
  const rowOf = (organisationId: string, name: string, email: string) => ({
    ...{ id: randomUUID(), organisationId, name, email },
    role: "PUSKESMAS_ADMIN",
  });

  it("are added with a link each, shown once; sent again they are not doubled", async () => {
    const admin = await office();
    const one = await makePuskesmas({ parentId: admin.organisation.id, name: "Puskesmas Satu" });
    const two = await makePuskesmas({ parentId: admin.organisation.id, name: "Puskesmas Dua" });
    expect((await listOfficesWithoutUsers(admin)).map(({ name }) => name)).toEqual(["Puskesmas Dua", "Puskesmas Satu"]);
    const rows = [rowOf(one.id, "Ratna", "Ratna@lokmin.example"), rowOf(two.id, "", "")];
    const outcome = await addFirstUsers(await inSession(admin), firstUsersSchema.parse({ rows }));
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.links).toMatchObject([{ name: "Ratna", organisation: "Puskesmas Satu" }]);
    expect(await findLink(outcome.links[0]?.token ?? "")).toMatchObject({ email: "ratna@lokmin.example" });
    expect(await addFirstUsers(await inSession(admin), firstUsersSchema.parse({ rows }))).toEqual({
      ok: true,
      links: [],
    });
    expect(await db.user.count({ where: { organisationId: one.id } })).toBe(1);
    expect(await listOfficesWithoutUsers(admin)).toMatchObject([{ name: "Puskesmas Dua" }]);
  });

  it("say which line is to be mended, and none is saved", async () => {
    const admin = await office();
    const one = await makePuskesmas({ parentId: admin.organisation.id });
    const taken = await makeUser("PUSKESMAS_STAFF");
    const typed = firstUsersSchema.safeParse({ rows: [rowOf(one.id, "", "ratna"), rowOf(one.id, "", "")] });
    expect(typed.error?.issues.map(({ path }) => path.join("."))).toEqual(["rows.0.name", "rows.0.email"]);
    const rows = [rowOf(one.id, "Ratna", "ratna@lokmin.example"), rowOf(one.id, "Sari", taken.email)];
    expect(await addFirstUsers(await inSession(admin), firstUsersSchema.parse({ rows }))).toMatchObject({
      field: "rows.1.email",
    });
    expect(await db.user.count({ where: { organisationId: one.id } })).toBe(0);
  });

  it("get new links together, while the earlier ones end and those who signed in keep theirs", async () => {
    const admin = await office();
    const { id: organisationId } = await makePuskesmas({ parentId: admin.organisation.id });
    const user = await makeUser("PUSKESMAS_STAFF", { organisationId });
    const known = await makeUser("PUSKESMAS_STAFF", { organisationId, passwordHash: "x" });
    expect(await listStrangers(admin, organisationId)).toMatchObject([{ id: user.id }]);
    const give = async (ids: string[]) => {
      const outcome = await giveLinks(await inSession(admin), ids);
      return outcome.ok ? outcome : { links: [] };
    };
    const first = await give([user.id, known.id]);
    const second = await give([user.id]);
    expect([first.links.length, second.links.length]).toEqual([1, 1]);
    expect(await findLink(first.links[0]?.token ?? "")).toBeNull();
    expect(await findLink(second.links[0]?.token ?? "")).not.toBeNull();
    await expect(giveLinks(await inSession(await office()), [user.id])).rejects.toThrow(NotAllowed);
  });
});
