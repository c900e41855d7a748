import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireMeeting } from "@/lib/web/meeting";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await requireMeeting((await params).id);
  return { title: { default: meeting.title, template: `%s · ${meeting.title.replaceAll("%s", "%")} · Lokmin` } };
}

export default function ScreenLayout({ children }: { children: ReactNode }) {
  return children;
}
