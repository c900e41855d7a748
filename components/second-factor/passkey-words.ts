/** What the browser's refusal means to its user. */
export function passkeyFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return "Perangkat ini sudah menyimpan kunci sandi untuk akun Anda.";
  if (name === "NotAllowedError" || name === "AbortError")
    return "Belum jadi: dibatalkan, waktunya habis, atau perangkat ini tidak menyimpan kunci sandi Anda. Coba lagi.";
  return "Peramban ini tidak dapat memakai kunci sandi. Pakai cara lain, atau peramban yang lebih baru.";
}
