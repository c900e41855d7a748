import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { answerFeed } from "@/app/kalender/[berkas]/feed";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { type Actor, NotAllowed } from "@/lib/actor";
import { findFeeds } from "@/lib/calendar/reads";
import { renewFeed, revokeFeed } from "@/lib/calendar/writes";
import { db } from "@/lib/db";
import { recordAnswer } from "@/lib/invitations/writes";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, editMeeting, moveMeeting } from "@/lib/meetings/writes";
import { newToken } from "@/lib/secrets";
import type { MeetingStatus, Role } from "@/prisma/generated/client";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let lastAddress = 0;
function newAddress(): string {
  lastAddress += 1;
  return `198.51.100.${lastAddress}`;
}

function get(address: string, headers: Record<string, string> = {}, from = newAddress()) {
  const path = address.replace("webcal://lokmin.test", "");
  return answerFeed({ method: "GET", path, headers, address: from, body: "" });
}

async function subscribe(actor: Actor, owner: "puskesmas" | "saya"): Promise<string> {
  await renewFeed(await inSession(actor), owner);
  const { ofOrganisation, ofUser } = await findFeeds(actor);
  const feed = owner === "puskesmas" ? ofOrganisation : ofUser;
  if (!feed) throw new Error("no feed");
  return feed.address;
}

function eventsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

describe("the file of one invitation", () => {
  test("holds its meeting, its own address and nobody else's", async () => {
    const host = await makePuskesmas({ name: "Puskesmas Malangke", timeZone: "Asia/Makassar" });
    const meeting = await makeMeeting("SCHEDULED", {
      host,
      title: "Lokmin; koma, dan 👩‍⚕️",
      startsAt: new Date("2031-06-24T01:00:00Z"),
    });
    const mine = await makeInvitation({ meetingId: meeting.id });
    const other = await makeInvitation({ meetingId: meeting.id });
    const path = `/u/${mine.token}/acara.ics`;
    const reply = await answerInvitee({ method: "GET", path, headers: {}, address: newAddress(), body: "" });
    expect(reply.status).toBe(200);
    expect(reply.headers["Content-Type"]).toBe("text/calendar; charset=utf-8");
    expect(reply.headers["Cache-Control"]).toBe("no-store");
    const [event] = eventsIn(reply.body);
    expect(event?.summary).toBe(meeting.title);
    expect(event?.uid).toBe(`${meeting.id}@lokmin`);
    expect(event?.startDate.toJSDate()).toEqual(meeting.startsAt);
    expect(event?.description).toContain(`http://lokmin.test/u/${mine.token}`);
    expect(reply.body.replace(/\r\n /g, "")).not.toContain(other.token);
    expect(reply.body).not.toContain("ATTENDEE");
  });

  test("a wrong link and a draft's have none", async () => {
    const meeting = await makeMeeting("DRAFT", { host: await makePuskesmas() });
    const { token } = await makeInvitation({ meetingId: meeting.id });
    for (const wrong of [token, newToken(), "pendek"]) {
      const path = `/u/${wrong}/acara.ics`;
      const reply = await answerInvitee({ method: "GET", path, headers: {}, address: newAddress(), body: "" });
      expect(reply.status).toBe(404);
    }
  });
});

describe("a feed", () => {
  test("holds the year behind and all that comes, cancelled ones as cancelled, no draft and no personal link", async () => {
    const host = await makePuskesmas();
    const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
    const at = async (status: MeetingStatus, day: string, kind: "KALAKARYA" | "MONTHLY_LOKMIN" = "KALAKARYA") => {
      const meeting = await makeMeeting(status, {
        host,
        kind,
        title: `${status} ${day}`,
        startsAt: new Date(`${day}T02:00:00Z`),
      });
      return { meeting, invitation: await makeInvitation({ meetingId: meeting.id }) };
    };
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const { invitation } = await at("SCHEDULED", soon);
    await at("CANCELLED", "2099-01-02");
    await at("POSTPONED", "2099-01-03");
    await at("DRAFT", "2099-01-04");
    await at("CLOSED", new Date(Date.now() - 300 * 86_400_000).toISOString().slice(0, 10));
    await at("CLOSED", new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10));
    const reply = await get(await subscribe(actor, "puskesmas"));
    const states = eventsIn(reply.body).map((event) => String(event.component.getFirstPropertyValue("status")));
    expect(states.sort()).toEqual(["CANCELLED", "CONFIRMED", "CONFIRMED", "TENTATIVE"]);
    expect(reply.body.replace(/\r\n /g, "")).not.toContain(invitation.token);
    expect(reply.body).not.toContain("/u/");
  });

  test("each edit and each step moves its last change, an answer or a mark does not; a number that only grows", async () => {
    const host = await makePuskesmas();
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const form = { kind: "KALAKARYA", title: "Uji", date: "2099-05-05", startTime: "09:00", place: "Aula" };
    const id = "01990000-0000-7000-8000-00000000000a";
    await draftMeeting(actor, meetingSchema.parse({ ...form, id }));
    await moveMeeting(actor, id, "schedule");
    const address = await subscribe(actor, "puskesmas");
    const look = async () => {
      const [event] = eventsIn((await get(address)).body);
      return { sequence: event?.sequence, changed: String(event?.component.getFirstPropertyValue("last-modified")) };
    };
    const age = () => db.$executeRaw`UPDATE "Meeting" SET "changedAt" = "changedAt" - interval '1 hour'`;
    await age();
    let before = await look();
    const edit = async (change: object) => {
      const { version } = await db.meeting.findUniqueOrThrow({ where: { id } });
      await editMeeting(actor, { ...meetingSchema.parse({ ...form, ...change, id }), version });
    };
    const changes: [string, () => Promise<unknown>, number][] = [
      ["title", () => edit({ title: "Uji lain" }), 0],
      ["time", () => edit({ startTime: "10:00" }), 1],
      ["postpone", () => moveMeeting(actor, id, "postpone", "hujan"), 1],
      ["schedule again", () => moveMeeting(actor, id, "schedule"), 1],
      ["cancel", () => moveMeeting(actor, id, "cancel", "banjir"), 1],
    ];
    for (const [name, change, steps] of changes) {
      await change();
      const after = await look();
      expect(after.changed > before.changed, name).toBe(true);
      expect(after.sequence, name).toBe((before.sequence ?? 0) + steps);
      await age();
      before = await look();
    }
    const { id: invitationId } = await makeInvitation({ meetingId: id });
    await db.meeting.update({ where: { id }, data: { status: "SCHEDULED" } });
    before = await look();
    expect(await recordAnswer(actor, id, invitationId, { choice: "PRESENT" })).toEqual({ ok: true });
    expect((await look()).changed).toBe(before.changed);
  });

  test("what did not change is answered with 304", async () => {
    const host = await makePuskesmas();
    const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
    const meeting = await makeMeeting("SCHEDULED", { host });
    const address = await subscribe(actor, "saya");
    const first = await get(address);
    expect(first.status).toBe(200);
    const again = await get(address, { "if-none-match": first.headers.ETag ?? "" });
    expect([again.status, again.body]).toEqual([304, ""]);
    await db.meeting.update({ where: { id: meeting.id }, data: { place: "Balai desa" } });
    expect((await get(address, { "if-none-match": first.headers.ETag ?? "" })).status).toBe(200);
  });

  test("a Dinkes's user gets all its puskesmas, no other kabupaten's", async () => {
    const provinsi = await makeProvinsi();
    const kabupaten = await makeKabupaten({ parentId: provinsi.id });
    const mine = await makePuskesmas({ parentId: kabupaten.id });
    const alsoMine = await makePuskesmas({ parentId: kabupaten.id });
    const foreign = await makePuskesmas();
    for (const host of [mine, alsoMine, foreign])
      await makeMeeting("SCHEDULED", { host, title: `Lokmin ${host.name}` });
    const titlesFor = async (actor: Actor) =>
      eventsIn((await get(await subscribe(actor, "saya"))).body).map((event) => event.summary);
    const expected = [`Lokmin ${mine.name}`, `Lokmin ${alsoMine.name}`].sort();
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
    expect((await titlesFor(reviewer)).sort()).toEqual(expected);
    const above = await makeActor("DINKES_REVIEWER", { organisationId: provinsi.id });
    expect((await titlesFor(above)).sort()).toEqual(expected);
  });

  test("renewed, revoked or with its user gone, the old address finds nothing", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const first = await subscribe(actor, "saya");
    const second = await subscribe(actor, "saya");
    expect(second).not.toBe(first);
    expect((await get(first)).status).toBe(404);
    expect((await get(second)).status).toBe(200);
    await db.user.update({ where: { id: actor.userId }, data: { deactivatedAt: new Date() } });
    expect((await get(second)).status).toBe(404);
    await db.user.update({ where: { id: actor.userId }, data: { deactivatedAt: null } });
    await revokeFeed(actor, "saya");
    expect((await get(second)).status).toBe(404);
    expect((await findFeeds(actor)).ofUser).toBeNull();
  });

  test("renewed twice at once, one address is left", async () => {
    const actor = await inSession(await makeActor("PUSKESMAS_STAFF"));
    await allEnded([renewFeed(actor, "puskesmas"), renewFeed(actor, "puskesmas"), renewFeed(actor, "puskesmas")]);
    expect(await db.calendarFeed.count({ where: { revokedAt: null } })).toBe(1);
  });

  test("wrong addresses look alike and are slowed; writing is not known here", async () => {
    const from = newAddress();
    const statuses: number[] = [];
    for (let time = 0; time < 30; time += 1) statuses.push((await get(`/kalender/${newToken()}.ics`, {}, from)).status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
    for (const path of ["/kalender/", "/kalender/x.ics", `/kalender/${newToken()}`, "/kalender/../etc/passwd.ics"])
      expect((await get(path)).status).toBe(404);
    const post = { method: "POST", path: "/kalender/x.ics", headers: {}, address: newAddress(), body: "" };
    expect((await answerFeed(post)).status).toBe(405);
  });
});

test("both addresses of one person renewed at once do not wait for each other for ever", async () => {
  const puskesmas = await makePuskesmas();
  const actor = await inSession(await makeActor("PUSKESMAS_ADMIN", { organisationId: puskesmas.id }));
  const renewals = Array.from({ length: 6 }, () => [renewFeed(actor, "saya"), renewFeed(actor, "puskesmas")]).flat();
  expect(await allEnded(renewals)).toEqual(Array(12).fill({ ok: true }));
  expect(await db.calendarFeed.count({ where: { revokedAt: null } })).toBe(2);
});

describe("who keeps the address of a puskesmas", () => {
  const roles: [Role, boolean][] = [
    ["PUSKESMAS_ADMIN", true],
    ["PUSKESMAS_HEAD", true],
    ["PUSKESMAS_STAFF", true],
    ["PUSKESMAS_READER", false],
    ["DINKES_ADMIN", false],
    ["DINKES_REVIEWER", false],
  ];
  test.each(roles)("%s: %s", async (role, may) => {
    const actor = await inSession(await makeActor(role));
    if (may) expect(await renewFeed(actor, "puskesmas")).toEqual({ ok: true });
    else {
      await expect(renewFeed(actor, "puskesmas")).rejects.toThrow(NotAllowed);
      await expect(revokeFeed(actor, "puskesmas")).rejects.toThrow(NotAllowed);
    }
    expect(await renewFeed(actor, "saya")).toEqual({ ok: true });
  });

  test("nobody sees another puskesmas's address, or another user's", async () => {
    const staff = await makeActor("PUSKESMAS_STAFF");
    await subscribe(staff, "puskesmas");
    await subscribe(staff, "saya");
    const stranger = await makeActor("PUSKESMAS_STAFF");
    expect(await findFeeds(stranger)).toEqual({ ofOrganisation: null, ofUser: null });
    const colleague = await makeActor("PUSKESMAS_READER", { organisationId: staff.organisation.id });
    const seen = await findFeeds(colleague);
    expect(seen.ofUser).toBeNull();
    expect(seen.ofOrganisation).not.toBeNull();
  });
});
