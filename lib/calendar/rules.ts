import { type Actor, isPuskesmas, isPuskesmasWriter } from "@/lib/actor";

export const feedOwners = ["puskesmas", "saya"] as const;
export type FeedOwner = (typeof feedOwners)[number];

export function canKeepFeed(actor: Actor, owner: FeedOwner): boolean {
  return owner === "saya" || (owner === "puskesmas" && isPuskesmasWriter(actor));
}

export function hasOrganisationFeed(actor: Actor): boolean {
  return isPuskesmas(actor);
}

export function feedPath(token: string): string {
  return `/kalender/${token}.ics`;
}

export function feedAddress(token: string): string {
  return `${(process.env.APP_URL ?? "").replace(/^https?:/, "webcal:")}${feedPath(token)}`;
}

export function feedToken(path: string): string {
  return /^\/kalender\/([0-9A-Za-z]{22})\.ics(?![0-9A-Za-z])/.exec(path.split("?", 1)[0] ?? "")?.[1] ?? "";
}
