import { plainWords } from "@/lib/plain-words";

export type WrittenVillage = { code: string; name: string };

export type KnownVillages = {
  own: ReadonlyMap<string, string>;
  foreign: ReadonlyMap<string, string>;
};

/** "1801152001", as a spreadsheet keeps it that took the code for a number, is "18.01.15.2001"; null for anything else. */
export function villageCodeIn(text: string): string | null {
  const code = text.replace(/\s/g, "").replace(/^(\d{2})(\d{2})(\d{2})(\d{4})$/, "$1.$2.$3.$4");
  return /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code) ? code : null;
}

export function findVillage(
  { code: written, name }: WrittenVillage,
  known: KnownVillages,
): { code: string } | { reason: string } {
  const code = villageCodeIn(written);
  if (code) return checkedCode(code, name, known);
  if (written && !/\p{L}/u.test(written))
    return { reason: `Kode desa “${short(written)}” belum benar: tulis seperti 18.01.15.2001` };
  const wanted = written || name;
  if (!wanted) return { reason: "Isi kode desa" };
  const byName = [...known.own].filter(([, own]) => villageKey(own) === villageKey(wanted));
  const [first, second] = byName;
  if (!first)
    return { reason: `Desa “${short(wanted)}” tidak ada di wilayah kerja Anda: periksa namanya, atau tulis kodenya` };
  if (second)
    return {
      reason: `Ada ${byName.length} desa bernama ${first[1]}: tulis kodenya (${byName.map(([one]) => one).join(" atau ")})`,
    };
  return written && name ? checkedCode(first[0], name, known) : { code: first[0] };
}

function checkedCode(code: string, name: string, { own, foreign }: KnownVillages) {
  const ownName = own.get(code);
  if (ownName === undefined) {
    const foreignName = foreign.get(code);
    return {
      reason: foreignName
        ? `Desa ${foreignName} (${code}) di luar wilayah kerja puskesmas Anda`
        : `Kode desa ${code} tidak ada; lihat daftarnya di templat`,
    };
  }
  return name === "" || villageKey(ownName) === villageKey(name)
    ? { code }
    : {
        reason: `Kode ${code} adalah ${ownName}, tetapi di kolom nama tertulis “${short(name)}”: perbaiki salah satunya`,
      };
}

function villageKey(name: string): string {
  return plainWords(name).replace(/^(desa|ds|kelurahan|kel|pekon|kampung|nagari|gampong) (?=.)/, "");
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).replace(/\p{Cs}$/u, "")}…` : text;
}
