import { type Agreement, agreementOf, type Pair } from "@/lib/simulations/agreement";

type Item = { id: string; text: string; points: number };
type Score = { itemId: string; points: number };
type Observation = { invitationId: string; observer: string; seconds: number | null; scores: readonly Score[] };

/** Points given of the points of the items that were scored, 0 to 1; null where none was. */
export function shareOf(items: readonly Item[], scores: readonly Score[]): number | null {
  const most = new Map(items.map(({ id, points }) => [id, points]));
  const possible = scores.reduce((sum, { itemId }) => sum + (most.get(itemId) ?? 0), 0);
  return possible === 0 ? null : scores.reduce((sum, { points }) => sum + points, 0) / possible;
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const present = <T>(values: readonly (T | null)[]) => values.filter((value) => value !== null);

export type ParticipantResult = { observers: number; share: number | null; seconds: number | null };

/** Of one participant: the mean of what his observers gave him, and of the times they took. */
export function resultOf(items: readonly Item[], observations: readonly Observation[]): ParticipantResult {
  return {
    observers: observations.length,
    share: meanOf(present(observations.map(({ scores }) => shareOf(items, scores)))),
    seconds: meanOf(present(observations.map(({ seconds }) => seconds))),
  };
}

/** The mean share that an item got, the weakest first: what to train again. */
export function itemResults(items: readonly Item[], observations: readonly Observation[]) {
  return items
    .map((item) => {
      const own = observations.flatMap(({ scores }) => scores.filter(({ itemId }) => itemId === item.id));
      return { ...item, scored: own.length, share: meanOf(own.map(({ points }) => points / item.points)) };
    })
    .sort((one, other) => (one.share ?? 2) - (other.share ?? 2));
}

export type ObserverPair = Agreement & { one: string; other: string };

/** Each two observers who scored the same participants, over all items that both scored. */
export function observerPairs(items: readonly Item[], observations: readonly Observation[]): ObserverPair[] {
  const observers = [...new Set(observations.map(({ observer }) => observer))].sort((a, b) => a.localeCompare(b, "id"));
  return observers.flatMap((one, index) =>
    observers.slice(index + 1).flatMap((other) => {
      const agreement = agreementOf(pairsOf(items, observations, one, other));
      return agreement.pairs > 0 ? [{ ...agreement, one, other }] : [];
    }),
  );
}

function pairsOf(items: readonly Item[], observations: readonly Observation[], one: string, other: string): Pair[] {
  const by = (observer: string) => observations.filter((observation) => observation.observer === observer);
  return by(one).flatMap((first) => {
    const second = by(other).find(({ invitationId }) => invitationId === first.invitationId);
    const given = new Map(second?.scores.map(({ itemId, points }) => [itemId, points]));
    return items.flatMap(({ id, points: most }): Pair[] => {
      const mine = first.scores.find(({ itemId }) => itemId === id);
      const theirs = given.get(id);
      return mine && theirs !== undefined ? [[mine.points / most, theirs / most]] : [];
    });
  });
}

/** "3:40" */
export function timeWords(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
