// The HTTP API: one token, one user's view; the document tells what is really answered.
import { randomUUID } from "node:crypto";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { answerApi } from "@/app/api/v1/[[...jalan]]/api";
import { type Actor, NotAllowed } from "@/lib/actor";
import { openApiDocument } from "@/lib/api/document";
import { listTokens } from "@/lib/api-tokens/reads";
import { newTokenSchema } from "@/lib/api-tokens/schema";
import { createToken, revokeToken } from "@/lib/api-tokens/writes";
import { db } from "@/lib/db";
import { deactivateUser, reactivateUser } from "@/lib/users/writes";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { makeEvent } from "@/tests/factories/events";
import { makeIndicator, makeValue } from "@/tests/factories/indicators";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor } from "@/tests/factories/users";
import { asOwner } from "@/tests/setup/owner";

async function tokenOf(actor: Actor, name = "Dasbor"): Promise<string> {
  const outcome = await createToken(
    await inSession(actor),
    newTokenSchema.parse({ id: randomUUID(), name, days: "90" }),
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.token;
}

async function get(path: string, token?: string, more: Record<string, string> = {}) {
  const reply = await answerApi({
    ...{ method: "GET", path: `/api/v1/${path}`, address: `192.0.2.${randomUUID()}`, body: "" },
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...more },
  });
  return { ...reply, json: reply.body ? JSON.parse(reply.body) : null };
}

const ids = (answer: { json: { data: { id: string }[] } }) => answer.json.data.map(({ id }) => id).sort();

async function makeWorld() {
  const dinkes = await makeKabupaten();
  const own = await makePuskesmas({ parentId: dinkes.id });
  const sibling = await makePuskesmas({ parentId: dinkes.id });
  const foreign = await makePuskesmas();
  const meetings = {
    own: await makeMeeting("CLOSED", { host: own }),
    draft: await makeMeeting("DRAFT", { host: own, secondReason: "Uji" }),
    sibling: await makeMeeting("SCHEDULED", { host: sibling }),
    foreign: await makeMeeting("CLOSED", { host: foreign }),
  };
  return { dinkes, own, sibling, foreign, meetings };
}

describe("a token", () => {
  test("is shown once, kept as a hash, and reads until it is revoked", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const token = await tokenOf(actor);
    expect(token).toMatch(/^lokmin-[0-9A-Za-z]{22}$/);
    const [kept] = await db.apiToken.findMany();
    expect(JSON.stringify(await db.event.findMany(), (_, value) => String(value ?? ""))).not.toContain(token.slice(7));
    expect(JSON.stringify(kept)).not.toContain(token.slice(7));
    expect(kept?.lastUsedAt).toBeNull();
    expect((await get("organisations", token)).status).toBe(200);
    expect((await listTokens(actor))[0]?.lastUsedAt).toBeInstanceOf(Date);
    expect(await revokeToken(actor, kept?.id ?? "")).toEqual({ ok: true });
    expect((await get("organisations", token)).status).toBe(401);
    await expect(revokeToken(await makeActor("PUSKESMAS_ADMIN"), kept?.id ?? "")).rejects.toThrow(NotAllowed);
  });

  test("ends by its day, and with its user", async () => {
    const office = await makePuskesmas();
    const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: office.id });
    const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: office.id });
    const [late, other] = [await tokenOf(actor), await tokenOf(actor)];
    const [oldest] = await db.apiToken.findMany({ orderBy: { createdAt: "asc" }, take: 1 });
    await db.apiToken.update({ where: { id: oldest?.id ?? "" }, data: { expiresAt: new Date() } });
    expect((await get("meetings", late)).status).toBe(401);
    expect((await get("meetings", other)).status).toBe(200);
    await deactivateUser(admin, actor.userId);
    const answer = await get("meetings", other);
    expect(answer).toMatchObject({ status: 401, json: { title: "Token tidak dikenali" } });
    expect(answer.headers["Content-Type"]).toBe("application/problem+json");
    expect(await reactivateUser(admin, actor.userId)).toEqual({ ok: true });
    expect((await get("meetings", other)).status).toBe(401);
  });

  test("is told what is wrong with a question that no database could answer", async () => {
    const token = await tokenOf(await makeActor("PUSKESMAS_STAFF"));
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");
    const [one, other] = [randomUUID(), randomUUID()];
    const asked = [
      "figures?villageCode=18%00",
      `figures?cursor=${cursor([one, 2 ** 40, other, "18", 1])}`,
      `figures?cursor=${cursor([one, 2026, other, "18\u0000", 1])}`,
      `puskesmas-figures?cursor=${cursor([one, 2026, other, 2 ** 40, one])}`,
      "action-items?deadlineFrom=0000-01-01",
      "meetings?startsFrom=0000-01-01T00:00:00Z",
      "meetings?updatedSince=0000-01-01T00:00:00Z",
      "figures?updatedSince=0000-01-01T00:00:00Z",
    ];
    for (const path of asked) expect([path, (await get(path, token)).status]).toEqual([path, 400]);
  });

  test("is made twenty times at most, and the same form makes one", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const form = newTokenSchema.parse({ id: randomUUID(), name: "Satu", days: "30" });
    expect(await createToken(await inSession(actor), form)).toMatchObject({ ok: true });
    expect(await createToken(await inSession(actor), form)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("sudah dibuat"),
    });
    for (let count = 1; count < 20; count++) await tokenOf(actor);
    await expect(tokenOf(actor)).rejects.toThrow("Paling banyak 20");
  });

  test("is asked for politely: wrong ones end in 429, a right one still reads", async () => {
    const token = await tokenOf(await makeActor("PUSKESMAS_STAFF"));
    const from = (authorization: string) =>
      answerApi({
        method: "GET",
        path: "/api/v1/meetings",
        address: "198.51.100.7",
        body: "",
        headers: { authorization },
      });
    const statuses = [];
    for (let count = 0; count < 21; count++) statuses.push((await from("Bearer lokmin-AAAAAAAAAAAAAAAAAAAAAA")).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    expect((await from(`Bearer ${token}`)).status).toBe(200);
    expect((await from(`Basic ${token}`)).status).toBe(429);
  });
});

describe("what a token reads", () => {
  test("is what its user sees: a puskesmas its own, a Dinkes those below it without drafts", async () => {
    const { dinkes, own, meetings } = await makeWorld();
    const staff = await tokenOf(await makeActor("PUSKESMAS_READER", { organisationId: own.id }));
    const office = await tokenOf(await makeActor("DINKES_REVIEWER", { organisationId: dinkes.id }));
    expect(ids(await get("meetings", staff))).toEqual([meetings.own.id, meetings.draft.id].sort());
    expect(ids(await get("meetings", office))).toEqual([meetings.own.id, meetings.sibling.id].sort());
    expect((await get("organisations", office)).json.data).toHaveLength(3);
    expect((await get("organisations", staff)).json.data).toHaveLength(1);
    for (const { id } of Object.values(meetings)) await makeActionItem({ meetingId: id });
    expect((await get("action-items", staff)).json.data).toHaveLength(2);
    expect((await get("action-items", office)).json.data).toHaveLength(2);
    expect((await get("attendance", office)).json.data).toHaveLength(2);
    expect((await get(`meetings?organisationId=${own.id}`, office)).json.data).toHaveLength(1);
    expect((await get(`action-items?meetingId=${meetings.foreign.id}`, office)).json.data).toEqual([]);
  });

  test("figures and indicators are narrowed too, and paged without loss", async () => {
    const { dinkes, own, foreign } = await makeWorld();
    const shared = await makeIndicator({ organisationId: dinkes.id });
    const secret = await makeIndicator({ organisationId: foreign.id });
    const at = { indicatorId: shared.id, villageCode: "18.01.15.2001", year: 2026 };
    for (const month of [1, 2, 3, 4, 5]) await makeValue({ ...at, puskesmasId: own.id, month, value: month });
    await makeValue({ ...at, indicatorId: secret.id, puskesmasId: foreign.id, month: 1, value: 9 });
    const token = await tokenOf(await makeActor("DINKES_ADMIN", { organisationId: dinkes.id }));
    const seen: number[] = [];
    let cursor = "";
    do {
      const { json } = await get(`figures?limit=2${cursor}`, token);
      seen.push(...json.data.map(({ value }: { value: number }) => value));
      cursor = json.nextCursor === null ? "" : `&cursor=${json.nextCursor}`;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await get("figures?updatedSince=2100-01-01T00:00:00Z", token)).json.data).toEqual([]);
    for (const [sourceId, value] of [
      [dinkes.id, 4],
      [own.id, 5],
    ] as const)
      await db.puskesmasValue.create({
        data: {
          ...{ puskesmasId: own.id, indicatorId: shared.id, year: 2026, month: 1, sourceId, value },
          ...{ origin: "SHEET", enteredBy: "Sulastri" },
        },
      });
    const first = await get("puskesmas-figures?limit=1", token);
    const second = await get(`puskesmas-figures?limit=1&cursor=${first.json.nextCursor}`, token);
    const both = [...first.json.data, ...second.json.data];
    expect(both.map(({ value }: { value: number }) => value).sort()).toEqual([4, 5]);
    expect(`${first.body}${second.body}`).not.toContain("Sulastri");
    expect(second.json.nextCursor).toBeNull();
    expect(ids(await get("indicators", token))).toEqual([shared.id]);
  });

  test("counts who came without telling who, and holds no name, phone or signature", async () => {
    const { own, meetings } = await makeWorld();
    const token = await tokenOf(await makeActor("PUSKESMAS_STAFF", { organisationId: own.id }));
    const meetingId = meetings.own.id;
    const invitation = await makeInvitation({ meetingId, holderName: "Sulastri", phone: "62840000001" });
    await makeAnswer({ invitationId: invitation.id, choice: "PRESENT" });
    await makeInvitation({ meetingId });
    await makeAttendance({ meetingId, invitation });
    await makeAttendance({ meetingId, name: "Tamu Rahasia" });
    await makeActionItem({ meetingId, responsibleName: "Sulastri" });
    const { json } = await get(`attendance?year=${meetings.own.year}&status=CLOSED`, token);
    expect(json.data[0]).toMatchObject({ meetingId, invited: 2, accepted: 1, present: 2, walkIns: 1 });
    for (const path of ["attendance", "meetings", "action-items", "organisations"]) {
      const { body } = await get(path, token);
      for (const word of ["Sulastri", "Tamu Rahasia", "6284", "signature"]) expect(body, path).not.toContain(word);
    }
  });

  test("since a moment, is what changed after it", async () => {
    const { own, meetings } = await makeWorld();
    const token = await tokenOf(await makeActor("PUSKESMAS_STAFF", { organisationId: own.id }));
    const old = new Date("2026-01-01T00:00:00Z");
    await db.meeting.updateMany({ data: { createdAt: old, changedAt: old } });
    await asOwner(['DELETE FROM "Event"']);
    const since = "updatedSince=2026-02-01T00:00:00%2B07:00";
    expect((await get(`meetings?${since}`, token)).json.data).toEqual([]);
    await makeEvent({ organisationId: own.id, meetingId: meetings.own.id });
    expect(ids(await get(`meetings?${since}`, token))).toEqual([meetings.own.id]);
  });

  test("asked for wrongly, is told in words for each parameter", async () => {
    const token = await tokenOf(await makeActor("PUSKESMAS_STAFF"));
    const wrong = await get("meetings?limit=900&kind=X&taun=2026&updatedSince=kemarin&organisationId=1", token);
    expect(wrong.status).toBe(400);
    expect(wrong.json.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      "kind",
      "limit",
      "organisationId",
      "taun",
      "updatedSince",
    ]);
    expect((await get("meetings?cursor=x", token)).json.title).toBe("Cursor tidak dikenali");
    expect((await get("rahasia", token)).status).toBe(404);
    const post = { method: "POST", path: "/api/v1/meetings", address: "", body: "", headers: {} };
    expect((await answerApi(post)).status).toBe(405);
  });
});

describe("the document", () => {
  test("is OpenAPI 3.1 by a validator of others, and is asked about by its tag", async () => {
    const answer = await get("openapi.json");
    expect(await new Validator().validate(answer.json)).toMatchObject({ valid: true });
    expect(answer.json.openapi).toBe("3.1.0");
    expect((await get("openapi.json", undefined, { "if-none-match": answer.headers.ETag ?? "" })).status).toBe(304);
  });

  test("describes what is answered, refusals too", async () => {
    const { dinkes, own, meetings } = await makeWorld();
    await makeActionItem({ meetingId: meetings.own.id });
    await makeAttendance({
      meetingId: meetings.own.id,
      invitation: await makeInvitation({ meetingId: meetings.own.id }),
    });
    const { id } = await makeIndicator({ organisationId: dinkes.id });
    await makeValue({
      puskesmasId: own.id,
      indicatorId: id,
      villageCode: "18.01.15.2001",
      year: 2026,
      month: 1,
      value: 1,
    });
    await db.puskesmasValue.create({
      data: {
        ...{ puskesmasId: own.id, indicatorId: id, year: 2026, month: 1, sourceId: dinkes.id, value: 2 },
        ...{ origin: "DHIS2", enteredBy: "Sulastri" },
      },
    });
    const token = await tokenOf(await makeActor("DINKES_ADMIN", { organisationId: dinkes.id }));
    const document = openApiDocument("https://lokmin.example", "1");
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema(document, "api");
    const check = (path: string, value: unknown) => {
      const schema = { $ref: `api#${path}` };
      if (!ajv.validate(schema, value)) throw new Error(`${path}: ${ajv.errorsText()}`);
    };
    const paths = Object.keys(JSON.parse(JSON.stringify(document.paths)));
    for (const path of paths) {
      const { status, json } = await get(path.slice(1), token);
      expect(status, path).toBe(200);
      expect(json.data.length, path).toBeGreaterThan(0);
      check(`/paths/~1${path.slice(1)}/get/responses/200/content/application~1json/schema`, json);
    }
    const problem = "/components/schemas/Problem";
    check(problem, (await get("meetings?limit=0", token)).json);
    check(problem, (await get("meetings")).json);
    expect(() => check("/components/schemas/Meeting", { id: 1 })).toThrow();
  });
});
