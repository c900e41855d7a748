import type { ReactNode } from "react";
import { LocalWords } from "@/components/local-words";
import { Shell } from "@/components/shell/shell";
import { requireActor } from "@/lib/web/session";
import { UnreadCount } from "./unread-count";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <Shell
      unread={<UnreadCount actor={actor} />}
      person={{ userId: actor.userId, name: actor.name, role: actor.role, organisation: actor.organisation.name }}
    >
      <LocalWords words={actor.organisation.areaWords}>{children}</LocalWords>
    </Shell>
  );
}
