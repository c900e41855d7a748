import type { ReactNode } from "react";
import { LocalWords } from "@/components/local-words";
import { NoticeBar } from "@/components/shell/notice-bar";
import { Shell } from "@/components/shell/shell";
import { currentNotice, noticeCookie } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";
import { undoAction } from "./undo-action";
import { UnreadCount } from "./unread-count";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <Shell
      notice={<NoticeBar notice={await currentNotice()} cookie={noticeCookie()} undo={undoAction} />}
      unread={<UnreadCount actor={actor} />}
      person={{ userId: actor.userId, name: actor.name, role: actor.role, organisation: actor.organisation.name }}
    >
      <LocalWords words={actor.organisation.areaWords}>{children}</LocalWords>
    </Shell>
  );
}
