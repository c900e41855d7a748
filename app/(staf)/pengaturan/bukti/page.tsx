import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { listEvidenceRules } from "@/lib/evidence/reads";
import { canWriteRules, fixedKey } from "@/lib/evidence/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { RuleForm } from "./rule-form";
import { RuleRow } from "./rule-row";

export const metadata: Metadata = { title: "Daftar bukti" };

export default async function EvidenceRulesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteRules(actor)) notFound();
  const rules = await listEvidenceRules(actor);
  const wanted = queryText((await searchParams).ubah);
  const changing = rules.find((rule) => rule.key === wanted && rule.key !== fixedKey);
  if (changing || wanted === "baru")
    return (
      <>
        <PageHeader
          title={changing ? "Ubah bukti" : "Tambah bukti"}
          crumbs={[
            { href: "/pengaturan", label: "Pengaturan" },
            { href: "/pengaturan/bukti", label: "Daftar bukti" },
          ]}
        />
        <div className="max-w-2xl">
          <RuleForm rule={changing} ruleKey={changing?.key ?? randomUUID()} />
        </div>
      </>
    );
  return (
    <>
      <PageHeader
        title="Daftar bukti"
        crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}
        action={
          <Link href="/pengaturan/bukti?ubah=baru" prefetch={false} className="button button-main">
            Tambah bukti
          </Link>
        }
      >
        <p className="mt-2 max-w-prose">
          Bukti yang diminta sebelum kepala puskesmas mengesahkan kegiatan, menurut elemen penilaian (EP) akreditasi.
          Ubah kata-katanya, tambah bukti sendiri, atau sembunyikan yang tidak dipakai di {actor.organisation.name}.
          Pengesahan yang sudah ada tidak berubah.
        </p>
      </PageHeader>
      <ul className="border-t border-line">
        {rules.map((rule) => (
          <RuleRow key={rule.key} rule={rule} />
        ))}
      </ul>
    </>
  );
}
