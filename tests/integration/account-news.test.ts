// Against a real SMTP server on the loopback: what is done to somebody's account is told to him, whatever he chose.
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeNotifications } from "@/lib/notifications/make";
import { listNews } from "@/lib/notifications/reads";
import { runNotifications } from "@/lib/notifications/run";
import { markAllRead } from "@/lib/notifications/writes";
import { makeRecoveryCodes, removeFactor } from "@/lib/second-factor/writes";
import { recoverUser } from "@/lib/users/recover";
import { makeApp, signedInAs } from "@/tests/factories/second-factor";
import { actorOf, makeUser } from "@/tests/factories/users";
import { closeMailServers, mailServer, textOf } from "@/tests/setup/mail-server";

beforeEach(() => {
  process.env.APP_URL = "https://lokmin.example";
});

afterEach(async () => {
  delete process.env.APP_URL;
  await closeMailServers();
});

test("a change of one's own second factors is told in the app and by e-mail at once, also when it was read", async () => {
  const received = await mailServer();
  const user = await makeUser("PUSKESMAS_READER", { name: "Ratna Uji" });
  await db.notificationChoice.create({ data: { userId: user.id, muted: ["kegiatan"] } });
  await makeApp(user, "HP Ratna");
  const holder = await signedInAs(user);
  expect(await makeRecoveryCodes(holder)).toMatchObject({ ok: true });
  const { id } = await db.authenticatorApp.findFirstOrThrow();
  expect(await removeFactor(holder, "app", id)).toEqual({ ok: true });
  const now = new Date();
  await makeNotifications(now);
  const actor = await actorOf(user);
  const { news } = await listNews(actor);
  expect(news.map(({ says, href }) => `${says} ${href}`)).toEqual([
    "Ratna Uji menghapus: aplikasi autentikator “HP Ratna” /akun/keamanan",
    "Ratna Uji membuat: kode pemulihan baru /akun/keamanan",
  ]);
  await markAllRead(actor, news[0]?.eventId ?? 0n);
  await runNotifications(now);
  await runNotifications(now);
  expect(received).toHaveLength(2);
  // Both went out at once.
  const text = received.map(({ raw }) => textOf(raw)).join("\n");
  expect(text).toContain("membuat: kode pemulihan baru");
  expect(text).toContain("menghapus: aplikasi autentikator");
  expect(text).toContain("Bila ini bukan Anda");
  expect(text).toContain("https://lokmin.example/akun");
});

test("a recovered account's user is told who did it", async () => {
  const received = await mailServer();
  const user = await makeUser("PUSKESMAS_STAFF", { name: "Ratna Uji" });
  const admin = await makeUser("PUSKESMAS_ADMIN", { organisationId: user.organisationId, name: "Sari Uji" });
  expect(await recoverUser(await signedInAs(admin), user.id)).toMatchObject({ ok: true });
  await runNotifications(new Date());
  expect(received).toHaveLength(1);
  expect(textOf(received[0]?.raw ?? "")).toContain("Sari Uji memulihkan akun: Ratna Uji");
  expect((await listNews(await actorOf(admin))).news).toEqual([]);
});
