// Every write of lib, against everybody who might try it, in every state of the meeting it concerns.
import { afterAll, beforeAll, expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { inScopeOf } from "@/lib/database-scope";
import { hashToken, newToken } from "@/lib/secrets";
import { Prisma } from "@/prisma/generated/client";
import { certificateWrites, staffCertificateWrites } from "@/tests/access/certificate-writes";
import { clusterWrites } from "@/tests/access/cluster-writes";
import { type OneConnection, oneConnection } from "@/tests/access/connection";
import { escalationOfficeWrites, escalationWrites } from "@/tests/access/escalation-writes";
import { figureWrites } from "@/tests/access/figure-writes";
import { letterWrites, paperOfficeWrites } from "@/tests/access/letter-writes";
import { byCode, bySignInLink, linkWrites } from "@/tests/access/link-writes";
import { meetingWrites } from "@/tests/access/meeting-writes";
import { needWrites } from "@/tests/access/need-writes";
import { notificationWrites } from "@/tests/access/notification-writes";
import { officeWrites } from "@/tests/access/office-writes";
import { programmeWrites } from "@/tests/access/programme-writes";
import { questionWrites } from "@/tests/access/question-writes";
import { resultWrites } from "@/tests/access/result-writes";
import { sessionWrites } from "@/tests/access/session-writes";
import { expectedOf, letters, lineOfOffice } from "@/tests/access/table";
import { testWrites } from "@/tests/access/test-writes";
import { trainingEvaluationWrites } from "@/tests/access/training-evaluations";
import { trainingWrites } from "@/tests/access/training-writes";
import { bringInto, makeWorld, type State, states, type World } from "@/tests/access/world";
import { officialWhatsapp } from "@/tests/setup/whatsapp-server";

beforeAll(() => {
  Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:9", SMTP_FROM: "lokmin@lokmin.example" });
  Object.assign(process.env, officialWhatsapp);
});
afterAll(() => {
  for (const name of Object.keys(officialWhatsapp)) delete process.env[name];
  delete process.env.SMTP_URL;
  delete process.env.SMTP_FROM;
});

async function inWorld(run: (it: World, connection: OneConnection) => Promise<void>) {
  const it = await makeWorld();
  const connection = await oneConnection();
  try {
    await run(it, connection);
  } finally {
    await connection.end();
  }
}

const ofOffices = {
  ...staffCertificateWrites,
  ...officeWrites,
  ...figureWrites,
  ...paperOfficeWrites,
  ...clusterWrites,
  ...escalationOfficeWrites,
  ...programmeWrites,
  ...questionWrites,
  ...needWrites,
  ...notificationWrites,
};

const isRefused = (outcome: unknown): boolean =>
  outcome === false ||
  outcome === "closed" ||
  outcome === "gone" ||
  /"ok":false|:"refused"/.test(JSON.stringify(outcome) ?? "");

/** As the table says it; anything else is a fault, said in words. */
async function tryOut(connection: OneConnection, prepare: () => Promise<unknown>, call: () => Promise<unknown>) {
  return connection.undoing(async () => {
    await prepare();
    const { result, written } = await connection.watching(() =>
      call().then(
        (outcome) => ({ outcome }),
        (error: unknown) => ({ error }),
      ),
    );
    const and = written.length > 0 ? `, and written: ${written[0]?.slice(0, 60)}` : "";
    if ("error" in result) {
      const isThere = !(result.error instanceof Prisma.PrismaClientKnownRequestError && result.error.code === "P2025");
      if (!(result.error instanceof NotAllowed) && isThere) return ` ${String(result.error).slice(-300)} `;
      return and ? ` not allowed${and} ` : ".";
    }
    if (isRefused(result.outcome)) return and ? ` refused${and} ` : "-";
    return and ? "+" : "=";
  });
}

// Some 2,500 cases each: long on a machine that does much else.
const long = { timeout: 300_000 };

test.each([
  ["a meeting itself", { ...meetingWrites, ...letterWrites, ...certificateWrites }],
  ["what a meeting brings", resultWrites],
  ["the rolls of sessions", sessionWrites],
  ["what is handed to a Dinkes", escalationWrites],
  ["the tests of a training", testWrites],
  ["a training", { ...trainingWrites, ...trainingEvaluationWrites }],
])("who writes to %s, in any state of it", long, async (_, table) => {
  const found: Record<string, Record<string, string>> = {};
  await inWorld(async (it, connection) => {
    for (const state of states)
      await connection.undoing(async () => {
        await bringInto(state, it);
        for (const [name, { prepare, call }] of Object.entries(table)) {
          const line: string[] = [];
          for (const letter of letters) {
            const actor = it.actors[letter];
            line.push(
              await tryOut(
                connection,
                async () => prepare?.(it, actor),
                () => inScopeOf(actor, () => call(it, actor)),
              ),
            );
          }
          found[name] = { ...found[name], [state]: line.join("") };
        }
      });
  });
  expect(found).toEqual(Object.fromEntries(Object.entries(table).map(([name, row]) => [name, expectedOf(row)])));
});

test("who writes to what an office keeps", long, async () => {
  const found: Record<string, string> = {};
  await inWorld(async (it, connection) => {
    for (const [name, { prepare, call }] of Object.entries(ofOffices)) {
      const line: string[] = [];
      for (const letter of letters) {
        const actor = it.actors[letter];
        line.push(
          await tryOut(
            connection,
            async () => prepare?.(it, actor),
            () => inScopeOf(actor, () => call(it, actor)),
          ),
        );
      }
      found[name] = line.join("");
    }
  });
  expect(found).toEqual(Object.fromEntries(Object.entries(ofOffices).map(([name, row]) => [name, lineOfOffice(row)])));
});

test("who holds a personal link or the code on the projector", long, async () => {
  const nothing = async () => {};
  const found: Record<string, string> = {};
  const note = (name: string, said: string) => {
    found[name] = `${found[name] ?? ""}${said}`;
  };
  await inWorld(async (it, connection) => {
    for (const state of states)
      await connection.undoing(async () => {
        await bringInto(state, it);
        for (const [name, { call, token }] of Object.entries(linkWrites)) {
          note(name, await tryOut(connection, nothing, () => call(it, hashToken(token(it)))));
          note(`${name}, by a wrong link`, await tryOut(connection, nothing, () => call(it, hashToken(newToken()))));
        }
        for (const [name, { call }] of Object.entries(byCode))
          note(name, await tryOut(connection, nothing, () => call(it)));
      });
  });
  const lineOf = (open: readonly State[]) => states.map((state) => (open.includes(state) ? "+" : "-")).join("");
  expect(found).toEqual(
    Object.fromEntries([
      ...Object.entries(linkWrites).flatMap(([name, row]) => [
        [name, lineOf(row.in)],
        [`${name}, by a wrong link`, row.wrong.repeat(states.length)],
      ]),
      ...Object.entries(byCode).map(([name, row]) => [name, lineOf(row.in)]),
    ]),
  );
});

test("who holds a sign-in link sets the password once", async () => {
  const it = await makeWorld();
  for (const write of Object.values(bySignInLink)) {
    expect(await write(it, false)).toMatchObject({ ok: false });
    expect(await write(it, true)).toMatchObject({ ok: true });
  }
});
