import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LocalWords } from "@/components/local-words";
import { requireMeeting } from "@/lib/web/meeting";
import { requireActor } from "@/lib/web/session";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await requireMeeting((await params).id);
  return { title: { default: meeting.title, template: `%s · ${meeting.title.replaceAll("%s", "%")} · Lokmin` } };
}

export default async function ScreenLayout({ children }: { children: ReactNode }) {
  const { organisation } = await requireActor();
  return <LocalWords words={organisation.areaWords}>{children}</LocalWords>;
}
