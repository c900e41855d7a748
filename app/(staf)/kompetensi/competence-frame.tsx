import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { TabRow } from "@/components/tab-row";

const tabs = [
  { href: "/kompetensi", label: "Kebutuhan" },
  { href: "/kompetensi/rencana", label: "Rencana pelatihan" },
] as const;

type Props = { here: (typeof tabs)[number]["href"]; canSet: boolean; children: ReactNode };

export function CompetenceFrame({ here, canSet, children }: Props) {
  return (
    <>
      <PageHeader
        title="Kompetensi dan rencana pelatihan"
        action={
          canSet && (
            <Link href="/kompetensi/baru" prefetch={false} className="button button-main">
              <Icon name="plus" />
              Tambah kompetensi
            </Link>
          )
        }
      >
        <p className="text-muted">Apa yang wajib dikuasai setiap profesi, siapa yang belum, dan pelatihan untuk itu</p>
      </PageHeader>
      <TabRow label="Bagian kompetensi" tabs={tabs.map((tab) => ({ ...tab, isHere: tab.href === here }))} />
      {children}
    </>
  );
}
