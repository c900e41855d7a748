// A session that was left open: what outlives it, or lets somebody in, asks once more whether it is its user.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { newTokenSchema } from "@/lib/api-tokens/schema";
import { createToken } from "@/lib/api-tokens/writes";
import { renewFeed } from "@/lib/calendar/writes";
import { db } from "@/lib/db";
import { addOfficeAbove } from "@/lib/organisations/province";
import { provinceAboveSchema } from "@/lib/organisations/schema";
import { addFirstUsers, firstUsersSchema } from "@/lib/users/first-users";
import { giveLinks } from "@/lib/users/many-links";
import { newUserSchema, userSchema } from "@/lib/users/schema";
import { addUser, editUser, renewLink } from "@/lib/users/writes";
import { newWebhookSchema } from "@/lib/webhooks/schema";
import { addWebhook } from "@/lib/webhooks/writes";
import { makePuskesmas } from "@/tests/factories/organisations";
import { signedInAs } from "@/tests/factories/second-factor";
import { makeUser } from "@/tests/factories/users";

async function leftOpen() {
  const actor = await signedInAs(await makeUser("DINKES_ADMIN"));
  const beside = await makeUser("DINKES_REVIEWER", { organisationId: actor.organisation.id });
  const below = await makePuskesmas({ parentId: actor.organisation.id });
  await age(actor);
  return { actor, beside, below };
}

const age = ({ sessionId }: { sessionId: string }) =>
  db.session.update({ where: { id: sessionId }, data: { confirmedAt: new Date(Date.now() - 3_600_000) } });

type Open = Awaited<ReturnType<typeof leftOpen>>;

const account = (organisationId: string, role: string) => ({
  ...{ id: randomUUID(), organisationId, role, name: "Orang baru", email: `${randomUUID()}@lokmin.example` },
});

const asking: [string, (it: Open) => Promise<unknown>][] = [
  ["adds an admin", ({ actor }) => addUser(actor, newUserSchema.parse(account(actor.organisation.id, "DINKES_ADMIN")))],
  [
    "makes a colleague admin",
    ({ actor, beside: { id, name, email, version } }) =>
      editUser(actor, id, { ...userSchema.parse({ name, email, role: "DINKES_ADMIN" }), version }),
  ],
  ["makes a colleague's sign-in link", ({ actor, beside }) => renewLink(actor, beside.id)],
  ["makes links of many", ({ actor, beside }) => giveLinks(actor, [beside.id])],
  [
    "makes the first admin of an office below",
    ({ actor, below }) =>
      addFirstUsers(actor, firstUsersSchema.parse({ rows: [account(below.id, "PUSKESMAS_ADMIN")] })),
  ],
  [
    "puts an office with its admin above",
    ({ actor }) =>
      addOfficeAbove(
        actor,
        provinceAboveSchema.parse({
          ...{ id: randomUUID(), userId: randomUUID(), organisationName: "Dinkes Provinsi", name: "Admin baru" },
          email: "provinsi@lokmin.example",
        }),
      ),
  ],
  [
    "sends events to an address",
    ({ actor }) =>
      addWebhook(
        actor,
        newWebhookSchema.parse({ id: randomUUID(), url: "https://dasbor.example/", topics: ["meeting.approved"] }),
      ),
  ],
  ["makes the address of a calendar", ({ actor }) => renewFeed(actor, "saya")],
  [
    "makes an API token",
    ({ actor }) => createToken(actor, newTokenSchema.parse({ id: randomUUID(), name: "Dasbor", days: "90" })),
  ],
];

test.each(asking)("%s only after showing again that it is its user", async (_, write) => {
  const it = await leftOpen();
  const before = [await db.user.count(), await db.signInLink.count(), await db.apiToken.count()];
  expect(await write(it)).toMatchObject({ ok: false, field: "konfirmasi" });
  expect([await db.user.count(), await db.signInLink.count(), await db.apiToken.count()]).toEqual(before);
  await db.session.update({ where: { id: it.actor.sessionId }, data: { confirmedAt: new Date() } });
  expect(await write(it)).toMatchObject({ ok: true });
});

test("adds staff and corrects their names without asking", async () => {
  const { actor, beside } = await leftOpen();
  const { id, email, role, version } = beside;
  expect(await addUser(actor, newUserSchema.parse(account(actor.organisation.id, "DINKES_REVIEWER")))).toMatchObject({
    ok: true,
  });
  expect(await editUser(actor, id, { ...userSchema.parse({ name: "Ratna", email, role }), version })).toEqual({
    ok: true,
  });
});
