import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TickField } from "@/components/form/tick-field";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { isDinkes } from "@/lib/actor";
import { findFactorRule } from "@/lib/second-factor/office-rule";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { setFactorRuleAction } from "./actions";

export const metadata: Metadata = { title: "Verifikasi dua langkah" };

export default async function FactorRulePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const rule = await findFactorRule(actor);
  if (!rule) notFound();
  const isSaved = (await searchParams).tersimpan === "ya";
  return (
    <>
      <PageHeader title="Verifikasi dua langkah" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Admin yang diwajibkan menyiapkannya saat masuk berikutnya, paling lambat tujuh hari lagi, dan sebelum itu
          tidak sampai ke halaman mana pun. Untuk akun Anda sendiri:{" "}
          <Link href="/akun/keamanan" prefetch={false} className="link">
            Akun saya
          </Link>
          .
        </p>
        {rule.askedBy && (
          <p className="mt-2 max-w-prose font-semibold">
            {rule.askedBy} sudah mewajibkannya untuk admin di kantor Anda.
          </p>
        )}
      </PageHeader>
      {isSaved && <SavedNotice>Pengaturan tersimpan.</SavedNotice>}
      <div className="flex max-w-2xl flex-col gap-8">
        <ActionForm key={String(isSaved)} action={setFactorRuleAction} submit="Simpan">
          <TickField
            name="ofOwnAdmins"
            label={`Wajib untuk admin di ${actor.organisation.name}`}
            initial={rule.ofOwnAdmins}
          />
          {isDinkes(actor) && (
            <TickField
              name="ofAdminsBelow"
              label="Wajib untuk admin di semua instansi di bawahnya"
              initial={rule.ofAdminsBelow}
            />
          )}
        </ActionForm>
        <Without count={rule.count} without={rule.without} />
      </div>
    </>
  );
}

type Rule = NonNullable<Awaited<ReturnType<typeof findFactorRule>>>;

function Without({ count, without }: Pick<Rule, "count" | "without">) {
  return (
    <section aria-labelledby="tanpa">
      <h2 id="tanpa">Admin tanpa langkah kedua</h2>
      {count === 0 ? (
        <p className="mt-1 text-muted">Semua admin sudah memakainya.</p>
      ) : (
        <>
          <ul className="mt-2 border-t border-line">
            {without.map(({ id, name, organisation }) => (
              <li key={id} className="border-b border-line py-2">
                <Link href={`/pengguna/${id}`} prefetch={false} className="link">
                  {name}
                </Link>
                <span className="text-muted">, {organisation.name}</span>
              </li>
            ))}
          </ul>
          {count > without.length && <p className="mt-2 text-muted">dan {count - without.length} lainnya</p>}
        </>
      )}
    </section>
  );
}
