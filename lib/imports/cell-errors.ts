// An error value is never read as empty.

export const missingResult = "#RUMUS!";

const mergedMark = "#GABUNG!";

export function mergedCell(range: string): string {
  return `${mergedMark} ${range}`;
}

const errorValues =
  /^(#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NULL!|NUM!|ERROR!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)|Err:\d{3}|#{3,50})$/i;

/** Why a filled cell cannot be read, with its address; null for any other text. */
export function cellError(text: string, address: string): string | null {
  if (text === missingResult)
    return `Sel ${address} berisi rumus tanpa hasil: buka berkas di Excel, simpan lagi, atau ganti rumus dengan isinya`;
  if (text.startsWith(mergedMark))
    return `Sel ${text.slice(mergedMark.length + 1)} digabung: pisahkan, lalu isi setiap barisnya`;
  if (errorValues.test(text)) return `Sel ${address} berisi ${text}: ganti dengan isinya, atau kosongkan`;
  return null;
}

export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return `${letters}${row + 1}`;
}
