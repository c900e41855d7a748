import { detailLines } from "@/lib/events/details";
import type { Told } from "@/lib/events/kind";
import { eventKinds, isAction } from "@/lib/events/kinds";

export type StoredEvent = {
  action: string | null;
  data: unknown;
  verb: string | null;
  subject: string | null;
  detail: unknown;
};

export type Sentence = { verb: string; subject: string; lines: string[] };

export function tellEvent(event: StoredEvent): Sentence {
  const { verb, subject, detail }: Told = toldOf(event) ?? { verb: event.action ?? "", subject: "" };
  return { verb, subject, lines: detailLines(detail) };
}

function toldOf({ action, data, verb, subject, detail }: StoredEvent): Told | null {
  if (verb !== null) return { verb, subject: subject ?? "", ...(isDetail(detail) ? { detail } : {}) };
  return action !== null && isAction(action) ? eventKinds[action].tellStored(data) : null;
}

function isDetail(detail: unknown): detail is Record<string, unknown> {
  return typeof detail === "object" && detail !== null && !Array.isArray(detail);
}
