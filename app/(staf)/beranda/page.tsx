import type { Metadata } from "next";
import { isDinkes } from "@/lib/actor";
import { requireActor } from "@/lib/web/session";
import { DinkesHome } from "./dinkes-home";
import { PuskesmasHome } from "./puskesmas-home";

export const metadata: Metadata = { title: "Beranda" };

export default async function HomePage() {
  const actor = await requireActor();
  const now = new Date();
  return isDinkes(actor) ? <DinkesHome actor={actor} now={now} /> : <PuskesmasHome actor={actor} now={now} />;
}
