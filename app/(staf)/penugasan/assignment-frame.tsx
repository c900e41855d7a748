import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { TabRow } from "@/components/tab-row";
import { type Actor, isDinkes } from "@/lib/actor";
import { canAssign } from "@/lib/assignments/rules";

const tabs = [
  { href: "/penugasan", label: "Daftar" },
  { href: "/penugasan/perkembangan", label: "Perkembangan" },
  { href: "/penugasan/kebutuhan", label: "Kebutuhan" },
] as const;

/** What a Dinkes plans over its puskesmas is not for one of them. */
function tabsOf(actor: Actor) {
  return tabs.filter(({ href }) => href !== "/penugasan/kebutuhan" || isDinkes(actor));
}

type Props = { actor: Actor; here: (typeof tabs)[number]["href"]; children: ReactNode };

/** What the pages of special assignments share. */
export function AssignmentFrame({ actor, here, children }: Props) {
  return (
    <>
      <PageHeader
        title="Penugasan khusus"
        action={
          canAssign(actor) && (
            <Link href="/penugasan/baru" prefetch={false} className="button button-main">
              <Icon name="plus" />
              Catat penugasan
            </Link>
          )
        }
      >
        <p className="text-muted">
          {isDinkes(actor)
            ? "Tenaga kesehatan yang ditugaskan untuk suatu masa ke puskesmas dan rumah sakit"
            : `Tenaga kesehatan yang ditugaskan untuk suatu masa di ${actor.organisation.name}`}
        </p>
      </PageHeader>
      <TabRow
        label="Bagian penugasan khusus"
        tabs={tabsOf(actor).map((tab) => ({ ...tab, isHere: tab.href === here }))}
      />
      {children}
    </>
  );
}
