import type { ReactNode } from "react";
import { requireActor } from "@/lib/web/session";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return <div>{actor.name}<main>{children}</main></div>;
}
