// Webhooks: queued with their event or not at all, signed, tried again, given up where everybody sees it, and never sent
// to an inner network that nobody allowed.
import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { submitMeeting } from "@/lib/approvals/submit";
import { approveMeeting } from "@/lib/approvals/writes";
import { db } from "@/lib/db";
import { raiseEscalation } from "@/lib/escalations/writes";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { reviewSchema } from "@/lib/reviews/schema";
import { reviewSubmission } from "@/lib/reviews/writes";
import { transact } from "@/lib/transact";
import { deactivateUser } from "@/lib/users/writes";
import { isReachable, resolveHost } from "@/lib/webhooks/addresses";
import { deleteOldDeliveries } from "@/lib/webhooks/deliver";
import { newWebhookSecret, signMessage } from "@/lib/webhooks/message";
import { findWebhook, listWebhooks } from "@/lib/webhooks/reads";
import { newWebhookSchema, webhookEditSchema } from "@/lib/webhooks/schema";
import { webhookTopics } from "@/lib/webhooks/topics";
import {
  addWebhook,
  deleteWebhook,
  editWebhook,
  renewWebhookSecret,
  retryDelivery,
  switchWebhook,
  testWebhook,
} from "@/lib/webhooks/writes";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeEvidence } from "@/tests/factories/evidence";
import { makeRetriesDue, runJobs } from "@/tests/factories/jobs";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor } from "@/tests/factories/users";

type Received = { path: string; headers: IncomingMessage["headers"]; body: string };

let server: Server | undefined;
const received: Received[] = [];

beforeEach(() => {
  process.env.LOKMIN_WEBHOOK_PRIVATE = "127.0.0.0/8";
});

afterEach(async () => {
  received.length = 0;
  server?.closeAllConnections();
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  server = undefined;
  delete process.env.LOKMIN_WEBHOOK_PRIVATE;
});

/** A server of the receiver's on the loopback. @param answers statuses, one a request; the last stays */
async function receiver(...answers: (number | "nothing")[]): Promise<string> {
  const left = [...answers];
  const opened = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() });
      const answer = left.length > 1 ? left.shift() : left[0];
      if (answer === "nothing") response.destroy();
      else if (answer === 101) response.writeHead(101, { Connection: "Upgrade", Upgrade: "websocket" }).end();
      else response.writeHead(answer ?? 200, answer === 302 ? { Location: "/lain" } : {}).end("x".repeat(200_000));
    });
  });
  server = opened;
  await new Promise<void>((done) => opened.listen(0, "127.0.0.1", done));
  const address: AddressInfo | string | null = opened.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return `http://127.0.0.1:${address.port}/masuk`;
}

async function listen(actor: Actor, url: string, topics: readonly string[] = webhookTopics) {
  const added = await addWebhook(await inSession(actor), newWebhookSchema.parse({ id: randomUUID(), url, topics }));
  if (!added.ok) throw new Error(added.reason);
  return added;
}

async function makeOffice() {
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  const puskesmas = await makePuskesmas({ parentId: dinkes.id });
  const of = { organisationId: puskesmas.id };
  return {
    ...{ province, dinkes, puskesmas },
    head: await makeActor("PUSKESMAS_HEAD", of),
    admin: await makeActor("PUSKESMAS_ADMIN", of),
    dinkesAdmin: await makeActor("DINKES_ADMIN", { organisationId: dinkes.id }),
  };
}

async function approve(head: Actor) {
  const meeting = await makeMeeting("CLOSED", { host: head.organisation });
  await makeEvidence(meeting);
  expect(await approveMeeting(head, meeting.id, randomUUID())).toMatchObject({ ok: true });
  return meeting;
}

describe("an event", () => {
  test("reaches every endpoint whose office sees the meeting, signed as the specification says", async () => {
    const { head, admin, dinkesAdmin, puskesmas } = await makeOffice();
    const { secret } = await listen(admin, await receiver(204), ["meeting.approved"]);
    await listen(dinkesAdmin, `http://127.0.0.1:${portOf()}/dinkes`, ["meeting.reported"]);
    await listen(await makeActor("PUSKESMAS_ADMIN"), `http://127.0.0.1:${portOf()}/asing`);
    const meeting = await approve(head);
    expect(await submitMeeting(head, meeting.id, { id: randomUUID(), note: null })).toMatchObject({ ok: true });
    await runJobs();
    expect(received.map(({ path }) => path).sort()).toEqual(["/dinkes", "/masuk"]);
    const own = received.find(({ path }) => path === "/masuk");
    const { type, timestamp, data } = JSON.parse(own?.body ?? "");
    expect({ type, data }).toEqual({
      type: "meeting.approved",
      data: {
        meetingId: meeting.id,
        organisationId: puskesmas.id,
        subjectType: "approval",
        subjectId: (await db.approval.findFirstOrThrow()).id,
      },
    });
    expect(Date.parse(timestamp)).toBeLessThanOrEqual(Date.now());
    const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = own?.headers ?? {};
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const expected = createHmac("sha256", key).update(`${id}.${at}.${own?.body}`).digest("base64");
    expect(signature).toBe(`v1,${expected}`);
    expect(own?.body).not.toContain(head.name);
  });

  test("that was rolled back is told to nobody, and one escalation is one message", async () => {
    const { head, admin, dinkesAdmin } = await makeOffice();
    await listen(admin, await receiver(200));
    await listen(dinkesAdmin, `http://127.0.0.1:${portOf()}/dinkes`);
    const meeting = await makeMeeting("CLOSED", { host: head.organisation });
    const item = await makeActionItem({ meetingId: meeting.id });
    const raise = () => raiseEscalation(head, meeting.id, item.id, { id: randomUUID(), reason: "Butuh dana" });
    const data = { number: 1, activity: "Posyandu", to: "Dinkes", reason: "Butuh dana" };
    const event = { action: "escalation.raised", subjectId: item.id, data } as const;
    await transact<Outcome>(async (tx) => {
      await recordMeetingEvent(tx, by(head), meeting, event);
      return refuse("Tidak jadi");
    });
    expect([await db.webhookDelivery.count(), await db.job.count()]).toEqual([0, 0]);
    expect(await raise()).toEqual({ ok: true });
    expect(await raise()).toMatchObject({ ok: false });
    expect(await db.webhookDelivery.count()).toBe(2);
    await runJobs();
    await runJobs();
    expect(received.map(({ path }) => path).sort()).toEqual(["/dinkes", "/masuk"]);
  });

  test("of a review reaches the puskesmas, and the Dinkes's own systems", async () => {
    const { head, admin, dinkesAdmin } = await makeOffice();
    await listen(admin, await receiver(200), ["report.reviewed"]);
    await listen(dinkesAdmin, `http://127.0.0.1:${portOf()}/dinkes`, ["report.reviewed"]);
    const meeting = await approve(head);
    await submitMeeting(head, meeting.id, { id: randomUUID(), note: null });
    const { id } = await db.submission.findFirstOrThrow();
    const decision = reviewSchema.parse({ id: randomUUID(), decision: "RETURNED", text: "Foto belum ada" });
    expect(await reviewSubmission(dinkesAdmin, id, decision)).toEqual({ ok: true });
    await runJobs();
    expect(received.map(({ path }) => path).sort()).toEqual(["/dinkes", "/masuk"]);
    expect(JSON.parse(received[0]?.body ?? "").type).toBe("report.reviewed");
  });

  test("goes out though the one who caused it is gone", async () => {
    const { head, admin } = await makeOffice();
    await listen(admin, await receiver(200));
    await approve(head);
    await deactivateUser(admin, head.userId);
    await runJobs();
    expect(received).toHaveLength(1);
  });
});

const portOf = () => {
  const address = server?.address();
  return typeof address === "object" && address ? address.port : 0;
};

const later = new Date(Date.now() + 91 * 86_400_000);

describe("a message that is not taken", () => {
  test("is sent again with the same id and a new timestamp, until it is taken", async () => {
    const { admin } = await makeOffice();
    const { id } = await listen(admin, await receiver(500, "nothing", 302, 101, 200));
    await testWebhook(admin, id);
    for (const says of ["menjawab 500", "memutus sambungan", "mengalihkan (302)", "menjawab 101"]) {
      await runJobs();
      expect((await findWebhook(admin, id))?.deliveries[0]).toMatchObject({
        lastError: expect.stringContaining(says),
        deliveredAt: null,
        failedAt: null,
      });
      await makeRetriesDue();
    }
    await runJobs();
    expect((await findWebhook(admin, id))?.deliveries[0]).toMatchObject({
      attempts: 5,
      lastStatus: 200,
      lastError: null,
    });
    expect(received.map(({ path }) => path)).toEqual(Array(5).fill("/masuk"));
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(JSON.parse(received[0]?.body ?? "").type).toBe("lokmin.test");
  });

  test("is given up after its last attempt or at once by 410, and sent again by hand", async () => {
    const { admin } = await makeOffice();
    const { id } = await listen(admin, await receiver(410, 500));
    await testWebhook(admin, id);
    await runJobs();
    const [gone] = (await findWebhook(admin, id))?.deliveries ?? [];
    expect(gone).toMatchObject({ failedAt: expect.any(Date), lastError: expect.stringContaining("410") });
    expect(await retryDelivery(admin, gone?.id ?? "")).toEqual({ ok: true });
    for (let attempt = 1; attempt <= 12; attempt++) {
      await runJobs();
      await makeRetriesDue();
    }
    expect(await db.webhookDelivery.findFirst()).toMatchObject({ attempts: 13, failedAt: expect.any(Date) });
    await expect(retryDelivery(await makeActor("PUSKESMAS_ADMIN"), gone?.id ?? "")).rejects.toThrow(NotAllowed);
  });

  test("waits no longer where the endpoint is off or gone", async () => {
    const { admin, head } = await makeOffice();
    const { id } = await listen(admin, await receiver(200));
    expect(await testWebhook(admin, id)).toEqual({ ok: true });
    expect(await testWebhook(admin, id)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("masih menunggu"),
    });
    await switchWebhook(admin, id, false);
    await approve(head);
    expect(await db.webhookDelivery.count()).toBe(1);
    await runJobs();
    expect((await findWebhook(admin, id))?.deliveries[0]).toMatchObject({ lastError: "Webhook ini dimatikan." });
    expect([await deleteOldDeliveries(new Date()), await deleteOldDeliveries(later)]).toEqual([0, 1]);
    await deleteWebhook(admin, id);
    expect([await listWebhooks(admin), received]).toEqual([[], []]);
  });
});

describe("an address of an inner network", () => {
  test.each([
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.100.100.200",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00:ec2::254",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
  ])("%s is not reached", (address) => {
    expect(isReachable(address, "")).toBe(false);
  });

  test("is allowed one by one, by the one who runs the server", async () => {
    for (const address of ["1.1.1.1", "172.32.0.1", "2606:4700::1"])
      expect(isReachable(address, ""), address).toBe(true);
    expect(isReachable("10.20.1.5", "10.20.0.0/16, 192.168.1.5")).toBe(true);
    expect(isReachable("192.168.1.5", "10.20.0.0/16, 192.168.1.5")).toBe(true);
    expect(isReachable("192.168.1.6", "10.20.0.0/16, 192.168.1.5, salah/99")).toBe(false);
    for (const host of ["localhost", "[::1]", "127.0.0.1"])
      expect(await resolveHost(host, ""), host).toMatchObject({ ok: false });
    for (const written of ["http://0x7f.1/", "http://2130706433/", "http://127.1/"])
      expect(await resolveHost(new URL(written).hostname, ""), written).toMatchObject({ ok: false });
  });

  test("is asked at the moment of sending, not only when it is written down", async () => {
    const { admin } = await makeOffice();
    const { id } = await listen(admin, await receiver(200));
    process.env.LOKMIN_WEBHOOK_PRIVATE = "";
    await testWebhook(admin, id);
    await runJobs();
    expect(received).toEqual([]);
    expect((await findWebhook(admin, id))?.deliveries[0]?.lastError).toContain("LOKMIN_WEBHOOK_PRIVATE");
  });
});

describe("an endpoint", () => {
  test("is the office's admin's alone, and its secret is kept sealed", async () => {
    const { admin, head } = await makeOffice();
    const { id, secret } = await listen(admin, "https://dasbor.example/lokmin");
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(await db.webhookEndpoint.findMany())).not.toContain(secret.slice(6));
    await expect(listen(head, "https://dasbor.example/")).rejects.toThrow(NotAllowed);
    await expect(renewWebhookSecret(await makeActor("PUSKESMAS_ADMIN"), id)).rejects.toThrow(NotAllowed);
    const renewed = await renewWebhookSecret(admin, id);
    expect(renewed.ok && renewed.secret).not.toBe(secret);
    const edit = { url: "https://lain.example/", topics: ["meeting.approved"], version: "0" };
    expect(await editWebhook(await inSession(admin), id, webhookEditSchema.parse(edit))).toEqual({ ok: true });
    expect(await editWebhook(await inSession(admin), id, webhookEditSchema.parse(edit))).toMatchObject({ ok: false });
  });

  test.each(["ftp://a.example/", "/lokmin", "https://a:b@c.example/", "javascript:alert(1)", ""])(
    "not at %s",
    (url) => {
      expect(newWebhookSchema.safeParse({ id: randomUUID(), url, topics: ["meeting.approved"] }).success).toBe(false);
    },
  );

  test("signs as in the specification's example", () => {
    // The example of the Standard Webhooks reference libraries.
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1614265330, body: '{"test": 2432232314}' };
    expect(signMessage(secret, message)).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
  });
});
