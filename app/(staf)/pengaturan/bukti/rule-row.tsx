import Link from "next/link";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { checkNames, fixedKey, groundName, type ListedRule } from "@/lib/evidence/rules";
import { kindNames } from "@/lib/meetings/rules";
import { dropRuleAction, hideRuleAction } from "./actions";

/** One rule of the list, and what can be done with it. */
export function RuleRow({ rule }: { rule: ListedRule }) {
  const { key, origin, isHidden } = rule;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className={`font-semibold ${isHidden ? "text-muted" : ""}`}>{rule.text}</b>
          <span className="text-sm text-muted">{groundName(rule.ep)}</span>
          {isHidden ? (
            <Badge>Disembunyikan</Badge>
          ) : (
            <Badge tone={rule.isRequired ? "accent" : "plain"}>{rule.isRequired ? "Wajib" : "Tambahan"}</Badge>
          )}
          {origin === "changed" && <Badge tone="soon">Diubah</Badge>}
          {origin === "own" && <Badge tone="soon">Milik sendiri</Badge>}
        </p>
        <p className="text-sm text-muted">
          {rule.kinds.map((kind) => kindNames[kind]).join(", ")}
          {rule.typeKeys && " (hanya yang pertama tiap tahun)"}
          {" · "}
          {rule.check ? `diperiksa otomatis: ${checkNames[rule.check]}` : "ditandai petugas"}
        </p>
        {key === fixedKey && <p className="text-sm">Selalu diminta: RTL lalu tidak boleh hilang tanpa kabar.</p>}
      </div>
      {key !== fixedKey && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Link
            href={`/pengaturan/bukti?ubah=${key}`}
            prefetch={false}
            className="link inline-flex min-h-11 items-center"
          >
            Ubah<span className="sr-only"> {rule.text}</span>
          </Link>
          <ActionForm
            action={hideRuleAction.bind(null, key, !isHidden)}
            submit={isHidden ? "Tampilkan lagi" : "Sembunyikan"}
            tone="plain"
          />
          {origin === "changed" && (
            <ActionForm action={dropRuleAction.bind(null, key)} submit="Kembali ke bawaan" tone="plain" />
          )}
        </div>
      )}
    </li>
  );
}
