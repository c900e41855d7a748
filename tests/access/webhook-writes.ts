// Where an office has others told of what happens: its admins alone.
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { newWebhookSchema, webhookEditSchema } from "@/lib/webhooks/schema";
import {
  addWebhook,
  deleteWebhook,
  editWebhook,
  renewWebhookSecret,
  retryDelivery,
  switchWebhook,
  testWebhook,
} from "@/lib/webhooks/writes";
import { inLastSession, makeSession } from "@/tests/factories/sessions";
import type { OfficeWrite } from "./table";
import type { World } from "./world";

const fields = { url: "https://dasbor.example/", topics: ["meeting.approved"] };
const ofHost = "+..........";
const add = async (actor: Actor) =>
  addWebhook(await inLastSession(actor), newWebhookSchema.parse({ id: randomUUID(), ...fields }));
const prepare = async ({ actors }: World) => [await makeSession({ id: actors.A.userId }), await add(actors.A)];
const first = async () => (await db.webhookEndpoint.findFirstOrThrow()).id;

export const webhookWrites: Record<string, OfficeWrite> = {
  "webhooks/writes addWebhook": {
    call: (_, actor) => add(actor),
    prepare: (_, actor) => makeSession({ id: actor.userId }),
    grid: "+....+.+.++",
  },
  "webhooks/writes editWebhook": {
    call: async (_, actor) =>
      editWebhook(await inLastSession(actor), await first(), webhookEditSchema.parse({ ...fields, version: 0 })),
    prepare,
    grid: ofHost,
  },
  "webhooks/writes switchWebhook": {
    call: async (_, actor) => switchWebhook(actor, await first(), false),
    prepare,
    grid: ofHost,
  },
  "webhooks/writes renewWebhookSecret": {
    call: async (_, actor) => renewWebhookSecret(actor, await first()),
    prepare,
    grid: ofHost,
  },
  "webhooks/writes deleteWebhook": {
    call: async (_, actor) => deleteWebhook(actor, await first()),
    prepare,
    grid: ofHost,
  },
  "webhooks/writes testWebhook": { call: async (_, actor) => testWebhook(actor, await first()), prepare, grid: ofHost },
  "webhooks/writes retryDelivery": {
    call: async (_, actor) => retryDelivery(actor, (await db.webhookDelivery.findFirstOrThrow()).id),
    prepare: async ({ actors }) => {
      await makeSession({ id: actors.A.userId });
      await add(actors.A);
      await testWebhook(actors.A, await first());
    },
    grid: ofHost,
  },
};
