import type { KnownDirectory } from "@/lib/directory/import-standing";
import type { ReadyRow, RowValues } from "@/lib/directory/import-values";
import { formatPhone } from "@/lib/directory/rules";
import { isSameWords, plainWords } from "@/lib/plain-words";

type Claim = { name: string; where: string };

/** A number that somebody else has too, in the file or in the directory: a couple may share one. */
export function sharedPhoneWarnings(ready: readonly ReadyRow[], { seats }: KnownDirectory): Map<number, string[]> {
  const claims = new Map<string, Claim[]>();
  const claim = (phone: string, name: string, where: string) => {
    const known = claims.get(phone);
    if (known) known.push({ name, where });
    else claims.set(phone, [{ name, where }]);
  };
  const replaced = new Set(ready.flatMap(({ seat }) => seat?.id ?? []));
  for (const { row, values } of ready)
    if (values.phone && values.name) claim(values.phone, values.name, `di baris ${row}`);
  for (const { id, title, institution, holder } of [...seats.values()].flat())
    if (holder?.phone && !replaced.has(id))
      claim(holder.phone, holder.name, `(${title}, ${institution}) di daftar mitra`);
  return new Map(
    ready.flatMap(({ row, values: { phone, name } }) => {
      const other = phone && name ? claims.get(phone)?.find((one) => !isSameWords(one.name, name)) : undefined;
      return phone && other
        ? [[row, [`Nomor HP ${formatPhone(phone)} juga dipakai ${other.name} ${other.where}`]] as const]
        : [];
    }),
  );
}

export function villageWarning({ institution, villageCode }: RowValues, own: ReadonlyMap<string, string>): string[] {
  const name = villageCode && own.get(villageCode);
  if (!name || names(institution, name)) return [];
  const other = [...own].find(([, one]) => names(institution, one));
  return other ? [`Kode ${villageCode} adalah ${name}, sedangkan instansinya menyebut ${other[1]}`] : [];
}

function names(institution: string, village: string): boolean {
  return ` ${plainWords(institution)} `.includes(` ${plainWords(village)} `);
}
