// An error value is never "nothing": what it was meant to say nobody knows.

/** Stands for a formula whose result was never stored. */
export const missingResult = "#RUMUS!";

const mergedMark = "#GABUNG!";

/** Stands in each cell of a merged range whose single value cannot be shared out. */
export function mergedCell(range: string): string {
  return `${mergedMark} ${range}`;
}

const errorValues =
  /^(#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NULL!|NUM!|ERROR!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)|Err:\d{3}|#{3,50})$/i;

/** Why a cell says nothing although something stands in it, told with its address; null for any other text. */
export function cellError(text: string, address: string): string | null {
  if (text === missingResult)
    return `Sel ${address} berisi rumus tanpa hasil: buka berkas di Excel, simpan lagi, atau ganti rumus dengan isinya`;
  if (text.startsWith(mergedMark))
    return `Sel ${text.slice(mergedMark.length + 1)} digabung: pisahkan, lalu isi setiap barisnya`;
  if (errorValues.test(text)) return `Sel ${address} berisi ${text}: ganti dengan isinya, atau kosongkan`;
  return null;
}

/** "H2", from row and column counted from 0. */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return `${letters}${row + 1}`;
}
