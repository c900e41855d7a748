import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, findActor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findSession } from "@/lib/sessions/reads";
import { findUser, listUsers } from "@/lib/users/reads";
import { newUserSchema, userSchema } from "@/lib/users/schema";
import { addUser, deactivateUser, editUser, reactivateUser, renewLink } from "@/lib/users/writes";
import type { Role, User } from "@/prisma/generated/client";
import { editUserNow } from "@/tests/factories/edits";
import { untilSomebodyWaits } from "@/tests/factories/locks";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { inSession, makeSession } from "@/tests/factories/sessions";
import { actorOf, makeActor, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const person = (changes: Record<string, unknown> = {}) => ({
  name: "Sulastri, S.Tr.Keb., SKM, MKM",
  email: `${randomUUID()}@lokmin.example`,
  position: "",
  role: "PUSKESMAS_STAFF",
  ...changes,
});
const newUser = (organisationId: string, changes: Record<string, unknown> = {}) =>
  newUserSchema.parse({ id: randomUUID(), organisationId, ...person(changes) });
const changed = (user: User, changes: Record<string, unknown> = {}) =>
  userSchema.parse({ name: user.name, email: user.email, position: user.position, role: user.role, ...changes });

/** A province, one kabupaten of two under it, and a puskesmas in each; one user of every role where it belongs. */
async function makeHierarchy() {
  const province = await makeProvinsi();
  const [kabupaten, other] = [
    await makeKabupaten({ parentId: province.id }),
    await makeKabupaten({ areaCode: "73.22" }),
  ];
  const [puskesmas, sibling, foreign] = [
    await makePuskesmas({ parentId: kabupaten.id }),
    await makePuskesmas({ parentId: kabupaten.id }),
    await makePuskesmas({ parentId: other.id, areaCode: "73.22.01" }),
  ];
  return { province, kabupaten, other, puskesmas, sibling, foreign };
}

describe("who keeps whose users", () => {
  type Place = "province" | "kabupaten" | "other" | "puskesmas" | "sibling" | "foreign";
  const table: [Role, Place, Place[]][] = [
    ["DINKES_ADMIN", "province", ["province", "kabupaten", "puskesmas", "sibling"]],
    ["DINKES_ADMIN", "kabupaten", ["kabupaten", "puskesmas", "sibling"]],
    ["DINKES_REVIEWER", "kabupaten", []],
    ["PUSKESMAS_ADMIN", "puskesmas", ["puskesmas"]],
    ["PUSKESMAS_HEAD", "puskesmas", []],
    ["PUSKESMAS_STAFF", "puskesmas", []],
    ["PUSKESMAS_READER", "puskesmas", []],
  ];
  const places: Place[] = ["province", "kabupaten", "other", "puskesmas", "sibling", "foreign"];

  test.each(table)("%s of the %s: %s", async (role, home, allowed) => {
    const all = await makeHierarchy();
    const actor = await makeActor(role, { organisationId: all[home].id });
    for (const place of places) {
      const organisation = all[place];
      const theirRole = organisation.kind === "PUSKESMAS" ? "PUSKESMAS_STAFF" : "DINKES_REVIEWER";
      const user = await makeUser(theirRole, { organisationId: organisation.id });
      const writes: (() => Promise<unknown>)[] = [
        async () => addUser(await inSession(actor), newUser(organisation.id, { role: theirRole })),
        () => editUserNow(actor, user.id, changed(user, { name: "Baru" })),
        async () => renewLink(await inSession(actor), user.id),
        () => deactivateUser(actor, user.id),
        () => reactivateUser(actor, user.id),
      ];
      for (const write of writes) {
        if (allowed.includes(place)) expect(await write(), place).toMatchObject({ ok: true });
        else await expect(write(), place).rejects.toThrow(NotAllowed);
      }
      expect((await findUser(actor, user.id)) !== null, place).toBe(allowed.includes(place));
    }
    const seen = (await listUsers(actor)).users.map((user) => user.organisation.id);
    expect(new Set(seen)).toEqual(new Set(allowed.map((place) => all[place].id)));
  });

  test.each([
    ["puskesmas", "DINKES_ADMIN"],
    ["kabupaten", "PUSKESMAS_ADMIN"],
  ] as const)("in a %s nobody becomes %s", async (place, role) => {
    const all = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: all.kabupaten.id });
    expect(await addUser(await inSession(actor), newUser(all[place].id, { role }))).toMatchObject({
      ok: false,
      field: "role",
    });
    const user = await makeUser(place === "puskesmas" ? "PUSKESMAS_STAFF" : "DINKES_REVIEWER", {
      organisationId: all[place].id,
    });
    expect(await editUserNow(actor, user.id, changed(user, { role }))).toMatchObject({ ok: false, field: "role" });
  });

  test("a puskesmas admin does not make himself Dinkes", async () => {
    const user = await makeUser("PUSKESMAS_ADMIN");
    expect(await editUserNow(await actorOf(user), user.id, changed(user, { role: "DINKES_ADMIN" }))).toMatchObject({
      ok: false,
    });
  });
});

describe("adding", () => {
  test("the same form sent twice makes one user and one link", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN");
    const input = newUser(actor.organisation.id);
    const outcomes = await allEnded([addUser(await inSession(actor), input), addUser(await inSession(actor), input)]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true]);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.token)).toHaveLength(1);
    expect([await db.user.count({ where: { id: input.id } }), await db.signInLink.count()]).toEqual([1, 1]);
  });

  test("an address is one person's, however it is written", async () => {
    const actor = await makeActor("PUSKESMAS_ADMIN");
    const own = await makeUser("PUSKESMAS_STAFF", { organisationId: actor.organisation.id, name: "Ba'u" });
    const foreign = await makeUser("PUSKESMAS_STAFF", { name: "Orang Jauh" });
    const refused = await addUser(
      await inSession(actor),
      newUser(actor.organisation.id, { email: ` ${own.email.toUpperCase()} ` }),
    );
    expect(refused).toMatchObject({ ok: false, field: "email", reason: expect.stringContaining("Ba'u") });
    const hidden = await editUserNow(actor, own.id, changed(own, { email: foreign.email }));
    expect(hidden).toMatchObject({ ok: false, field: "email", reason: expect.not.stringContaining("Orang Jauh") });
  });

  test.each(["Ba'u", "<script>alert(1)</script>", "N".repeat(60)])("takes the name %s as it is", async (name) => {
    const actor = await makeActor("PUSKESMAS_ADMIN");
    const input = newUser(actor.organisation.id, { name });
    await addUser(await inSession(actor), input);
    expect(await findUser(actor, input.id)).toMatchObject({ name, hasPassword: false });
    expect((await listUsers(actor, { q: name })).total).toBe(1);
  });

  test("the form says what to write", () => {
    const wrong = userSchema.safeParse({ name: "", email: "bukan-email", role: "RAJA" });
    expect(wrong.error?.issues.map((issue) => issue.message)).toEqual([
      "Isi nama",
      "Alamat email belum benar: tulis seperti nama@contoh.id",
      "Pilih peran",
    ]);
  });
});

describe("the last admin of an organisation", () => {
  test.each([
    ["PUSKESMAS_ADMIN", "PUSKESMAS_STAFF"],
    ["DINKES_ADMIN", "DINKES_REVIEWER"],
  ] as const)("%s is neither demoted nor deactivated", async (role, lower) => {
    const user = await makeUser(role);
    const actor = await actorOf(user);
    expect(await editUserNow(actor, user.id, changed(user, { role: lower }))).toMatchObject({
      ok: false,
      field: "role",
    });
    expect(await deactivateUser(actor, user.id)).toMatchObject({ ok: false });
    await makeUser(role, { organisationId: user.organisationId, deactivatedAt: new Date() });
    expect(await editUserNow(actor, user.id, changed(user, { role: lower }))).toMatchObject({ ok: false });
    await makeUser(role, { organisationId: user.organisationId });
    expect(await editUserNow(actor, user.id, changed(user, { role: lower }))).toEqual({ ok: true });
  });

  test("of a puskesmas is not deactivated by its Dinkes either", async () => {
    const user = await makeUser("PUSKESMAS_ADMIN");
    const { parentId } = await db.organisation.findUniqueOrThrow({ where: { id: user.organisationId } });
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: parentId ?? "" });
    expect(await deactivateUser(dinkes, user.id)).toHaveProperty("reason", expect.stringContaining(user.name));
  });

  test.each(["deactivate", "demote"])("two who %s each other at once: one stays", async (how) => {
    const first = await makeUser("PUSKESMAS_ADMIN");
    const second = await makeUser("PUSKESMAS_ADMIN", { organisationId: first.organisationId });
    const [a, b] = [await actorOf(first), await actorOf(second)];
    const shut = (actor: Actor, user: User) =>
      how === "deactivate"
        ? deactivateUser(actor, user.id)
        : editUserNow(actor, user.id, changed(user, { role: "PUSKESMAS_STAFF" }));
    const outcomes = await allEnded([shut(a, second), shut(b, first)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.user.count({ where: { role: "PUSKESMAS_ADMIN", deactivatedAt: null } })).toBe(1);
  });
});

describe("deactivating", () => {
  test("while somebody makes the user the owner of a row: one after the other", async () => {
    const admin = await makeActor("PUSKESMAS_ADMIN");
    const user = await makeUser("PUSKESMAS_STAFF", { organisationId: admin.organisation.id });
    const held = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${user.id}::uuid FOR SHARE`;
      const deactivating = deactivateUser(admin, user.id);
      await untilSomebodyWaits();
      // What a link of the user's holds of the organisation it belongs to.
      await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${admin.organisation.id}::uuid FOR KEY SHARE`;
      return { deactivating };
    });
    expect(await held.deactivating).toEqual({ ok: true });
  });

  test("nobody does it to himself", async () => {
    const user = await makeUser("PUSKESMAS_ADMIN");
    await makeUser("PUSKESMAS_ADMIN", { organisationId: user.organisationId });
    expect(await deactivateUser(await actorOf(user), user.id)).toMatchObject({ ok: false });
  });

  test("ends sessions and links at once; coming back does not bring them back", async () => {
    const admin = await makeActor("PUSKESMAS_ADMIN");
    const user = await makeUser("PUSKESMAS_STAFF", { organisationId: admin.organisation.id });
    const session = await makeSession(user);
    expect(await renewLink(await inSession(admin), user.id)).toMatchObject({ ok: true });
    expect(await deactivateUser(admin, user.id)).toEqual({ ok: true });
    expect(await findSession(session)).toBeNull();
    expect(await findActor(user.id)).toBeNull();
    expect(await renewLink(await inSession(admin), user.id)).toMatchObject({ ok: false });
    expect(await reactivateUser(admin, user.id)).toEqual({ ok: true });
    expect(await findSession(session)).toBeNull();
    expect(await db.signInLink.count({ where: { usedAt: null, expiresAt: { gt: new Date() } } })).toBe(0);
  });
});

test("of two who edit a user at once the second is told, and what the first wrote stays", async () => {
  const actor = await makeActor("PUSKESMAS_ADMIN");
  const user = await makeUser("PUSKESMAS_STAFF", { organisationId: actor.organisation.id });
  const { email, role } = user;
  const edit = (name: string) =>
    editUser({ ...actor, sessionId: randomUUID() }, user.id, {
      name,
      email,
      role,
      position: null,
      version: user.version,
    });
  expect(await edit("Ratna")).toEqual({ ok: true });
  expect(await edit("Sulastri")).toMatchObject({ ok: false, reason: expect.stringContaining("diubah orang lain") });
  expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({ name: "Ratna", version: 1 });
});
