import { expect, test } from "vitest";
import type { NewsEvent } from "@/lib/notifications/facts";
import { newestOfLike } from "@/lib/notifications/make";

const event = (id: number, over: Partial<NewsEvent> = {}): NewsEvent => ({
  ...{ id: BigInt(id), at: new Date("2026-06-24T02:00:00Z"), action: "invitation.answered", userId: null },
  ...{ meetingId: "m1", subjectId: `s${id}`, officeId: null, forwardId: null, requesterId: null, organisationId: "o1" },
  ...over,
});
const ids = (events: NewsEvent[]) => newestOfLike(events).map(({ id }) => Number(id));

test("of many answers to one meeting the newest is looked at", () => {
  expect(ids([event(1), event(2), event(3, { meetingId: "m2" }), event(4)])).toEqual([3, 4]);
});

test("who did it and what was done keep news of a meeting apart", () => {
  const given = { action: "approval.given" };
  expect(ids([event(1, { ...given, userId: "u1" }), event(2, { ...given, userId: "u2" }), event(3)])).toEqual([
    1, 2, 3,
  ]);
});

test("news of a subject, and those without a meeting, are looked at one by one", () => {
  const comment = { action: "item.commented", subjectId: "s" };
  expect(ids([event(1, comment), event(2, comment)])).toEqual([1, 2]);
  expect(ids([event(3, { meetingId: null }), event(4, { meetingId: null })])).toEqual([3, 4]);
});
