import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Of this field and this country; the list of @zxcvbn-ts/language-common has the world's 49,000. */
const own =
  `indonesia45 merdeka1945 katasandi katasandiku rahasia puskesmas puskesmasku dinaskesehatan dinkes kesehatan lokmin
  lokakarya posyandu bidandesa kaderposyandu jakarta bandung surabaya semarang yogyakarta medan makassar palembang
  lampung bandarlampung denpasar balikpapan samarinda pontianak banjarmasin manado ambon jayapura kupang mataram
  garuda pancasila bhinneka bhinekatunggalika nusantara indonesiaraya sayangku cintaku bismillah alhamdulillah
  subhanallah astaghfirullah assalamualaikum monyet administrator passw0rd p@ssw0rd`.split(/\s+/);

const rows = ["0123456789012345678901234567890", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz"];

let common: Set<string> | undefined;

/** Read where the first password is set: most processes never need it. */
function commonPasswords(): Set<string> {
  if (common) return common;
  const folder = process.env.LOKMIN_ROOT ?? process.cwd();
  const file = join(folder, "node_modules/@zxcvbn-ts/language-common/src/passwords.json");
  const listed: unknown = JSON.parse(readFileSync(file, "utf8"));
  common = new Set([...own, ...(Array.isArray(listed) ? listed.map(String) : [])]);
  return common;
}

/** Whether it is one that people guess first: listed, with a few figures or signs around a listed word, or a row of keys. */
export function isCommonPassword(password: string): boolean {
  const plain = password
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s._-]/g, "");
  if (new Set(plain).size <= 3) return true;
  const backwards = [...plain].reverse().join("");
  if (rows.some((row) => row.includes(plain) || row.includes(backwards))) return true;
  const listed = commonPasswords();
  const half = plain.slice(0, plain.length / 2);
  return (
    [plain, backwards, ...coresOf(plain)].some((word) => listed.has(word)) ||
    (half + half === plain && listed.has(half))
  );
}

/** "!sayangku2026" as "sayangku"; a core of less than four letters says nothing. */
function coresOf(plain: string): string[] {
  const core = plain.replace(/^[\d\W_]{1,8}/, "").replace(/[\d\W_]{1,8}$/, "");
  return [core, plain.replace(/[\d\W_]{1,8}$/, "")].filter((word) => word.length >= 4);
}
