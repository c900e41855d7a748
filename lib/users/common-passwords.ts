const common = new Set(
  `1234567890 0123456789 12345678910 123456789a a123456789 1q2w3e4r5t qwertyuiop qwerty123456 password12 password123
  password1234 passw0rd123 p@ssw0rd123 iloveyou123 administrator admin12345 admin123456 welcome123 welcome1234
  indonesia1 indonesia123 indonesia45 merdeka1945 bismillah1 bismillah123 sayangku123 katasandi1 katasandi123
  katasandiku rahasia123 rahasia1234 puskesmas1 puskesmas12 puskesmas123 puskesmas1234 dinaskesehatan dinkes12345
  kesehatan123 lokmin1234 lokmin12345 lokmin123456 posyandu123 bidandesa123 qazwsxedcrfv 1qaz2wsx3edc zaq12wsxcde3
  asdfghjkl123 zxcvbnm123 monyet12345 jakarta123 lampung123 surabaya123`.split(/\s+/),
);

const rows = ["0123456789012345678901234567890", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz"];

export function isCommonPassword(password: string): boolean {
  const plain = password
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s._-]/g, "");
  if (common.has(plain) || new Set(plain).size <= 3) return true;
  const backwards = [...plain].reverse().join("");
  if (rows.some((row) => row.includes(plain) || row.includes(backwards))) return true;
  // One word and a year or a few figures: "puskesmas2026".
  return /^(puskesmas|dinkes|dinaskesehatan|kesehatan|lokmin|indonesia|katasandi|password|admin|rahasia|bismillah)\d{0,6}[!@#.]?$/.test(
    plain,
  );
}
