import type { Metadata } from "next";
import { isDinkes } from "@/lib/actor";
import { dayOf } from "@/lib/time";
import { type Query, queryYear } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { DinkesHome } from "./dinkes-home";
import { PuskesmasHome } from "./puskesmas-home";

export const metadata: Metadata = { title: "Beranda" };

export default async function HomePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const now = new Date();
  const year = queryYear((await searchParams).tahun) ?? Number(dayOf(now, actor.organisation.timeZone).slice(0, 4));
  return isDinkes(actor) ? (
    <DinkesHome actor={actor} now={now} year={year} />
  ) : (
    <PuskesmasHome actor={actor} now={now} year={year} />
  );
}
