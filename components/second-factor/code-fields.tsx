import { TextField } from "@/components/form/field";

/** The field for a code of an authenticator app. */
export function AppCodeField({ hint = "6 angka yang sekarang tampil di aplikasi autentikator" }: { hint?: string }) {
  return (
    <TextField
      name="code"
      label="Kode"
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
      className="max-w-xs"
    />
  );
}

export function RecoveryCodeField() {
  return (
    <TextField
      name="code"
      label="Kode pemulihan"
      hint="12 huruf dan angka dari daftar yang Anda simpan; tiap kode hanya dapat dipakai satu kali"
      autoComplete="one-time-code"
      maxLength={40}
      className="max-w-xs"
    />
  );
}
