export function count(number: number): string {
  return number.toLocaleString("id-ID");
}

/** "1.200 angka baru, 3 angka berubah"; "" where nothing is written. */
export function countLine({ baru, ubah }: { baru: number; ubah: number }): string {
  return [baru > 0 ? `${count(baru)} angka baru` : "", ubah > 0 ? `${count(ubah)} angka berubah` : ""]
    .filter(Boolean)
    .join(", ");
}
