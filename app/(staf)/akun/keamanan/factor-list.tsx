import Link from "next/link";
import { AskFirst } from "@/components/form/ask-first";
import type { ListedFactor } from "@/lib/second-factor/reads";
import type { FactorKind } from "@/lib/second-factor/writes";
import { formatMoment } from "@/lib/time";
import { removeFactorAction } from "./actions";

type Props = {
  kind: FactorKind;
  title: string;
  text: string;
  factors: readonly ListedFactor[];
  timeZone: string;
  add: { href: string; text: string } | null;
  /** Whether nothing is left once one is removed. */
  isLast: boolean;
};

export function FactorList({ kind, title, text, factors, timeZone, add, isLast }: Props) {
  const moment = (at: Date) => formatMoment(at, timeZone);
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{title}</h2>
      <p className="mt-1 text-muted">{text}</p>
      {factors.length > 0 && (
        <ul className="mt-3 border-t border-line">
          {factors.map((factor) => (
            <li key={factor.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
              <div className="min-w-0 flex-1 basis-60">
                <span className="font-semibold">{factor.name}</span>
                <span className="block text-sm text-muted">
                  Ditambahkan {moment(factor.createdAt)} ·{" "}
                  {factor.lastUsedAt ? `terakhir dipakai ${moment(factor.lastUsedAt)}` : "belum pernah dipakai"}
                </span>
              </div>
              <AskFirst action={removeFactorAction.bind(null, kind, factor.id)} words={`Hapus ${factor.name}`}>
                {isLast
                  ? "Ini langkah kedua Anda yang terakhir: sesudah dihapus, kata sandi saja cukup untuk masuk, dan kode pemulihan berakhir."
                  : "Sesudah dihapus, ini tidak dapat dipakai lagi untuk masuk."}
              </AskFirst>
            </li>
          ))}
        </ul>
      )}
      {add && (
        <p className="mt-2">
          <Link href={add.href} prefetch={false} className="link inline-flex min-h-11 items-center">
            {add.text}
          </Link>
        </p>
      )}
    </section>
  );
}
