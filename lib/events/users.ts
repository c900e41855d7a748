import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { roleNames } from "@/lib/users/rules";
import { Role } from "@/prisma/generated/enums";

const named = z.object({ name: z.string() });
const account = named.extend({ position: z.string().nullable(), role: z.enum(Role), email: z.string() });

const accountWords = ({ name, position, role, email }: z.output<typeof account>) =>
  [name, position, roleNames[role], email].filter(Boolean).join(", ");

function step(verb: string) {
  return kind("user", named, ({ name }) => ({ verb, subject: name }));
}

function own(verb: string, subject: string) {
  return kind("user", z.object({}), () => ({ verb, subject }));
}

function factor(verb: string, what: string) {
  return kind("user", named, ({ name }) => ({ verb, subject: `${what} “${name}”` }));
}

export const userEvents = {
  "user.added": kind("user", named.extend({ role: z.enum(Role) }), ({ name, role }) => ({
    verb: "menambah pengguna",
    subject: `${name}, ${roleNames[role]}`,
  })),
  "user.edited": kind("user", z.object({ before: account, after: account }), ({ before, after }) => {
    const [dari, menjadi] = [accountWords(before), accountWords(after)];
    return {
      verb: before.role === after.role ? "mengubah pengguna" : "mengubah peran",
      subject: after.name,
      detail: dari === menjadi ? {} : { dari, menjadi },
    };
  }),
  "user.link-given": step("membuat tautan masuk untuk"),
  "user.deactivated": step("menonaktifkan pengguna"),
  "user.reactivated": step("mengaktifkan lagi pengguna"),
  "password.set-by-link": own("menyimpan", "kata sandi baru lewat tautan masuk"),
  "password.changed": own("mengganti", "kata sandinya sendiri"),
  "authenticator-app.added": factor("menambah", "aplikasi autentikator"),
  "authenticator-app.removed": factor("menghapus", "aplikasi autentikator"),
  "passkey.added": factor("menambah", "kunci sandi"),
  "passkey.removed": factor("menghapus", "kunci sandi"),
  "recovery-codes.made": own("membuat", "kode pemulihan baru"),
  "recovery-code.used": kind("user", z.object({ left: z.number() }), ({ left }) => ({
    verb: "masuk dengan",
    subject: `kode pemulihan, ${left} kode tersisa`,
  })),
  "second-factor.guessed": own("salah berkali-kali memasukkan", "kode langkah kedua, sesudah kata sandi yang benar"),
  "user.email-changed": kind("user", named.extend({ before: z.string(), after: z.string() }), (data) => ({
    verb: "mengganti alamat email masuk",
    subject: data.name,
    detail: { dari: data.before, menjadi: data.after },
  })),
  "user.recovered": kind("user", named.extend({ factors: z.number(), tokens: z.number() }), ({ name, tokens }) => ({
    verb: "memulihkan akun",
    subject: `${name}: verifikasi dua langkah dan kata sandi dihapus${tokens > 0 ? `, ${tokens} token API dicabut` : ""}`,
  })),
  "session.ended": kind("user", z.object({ device: z.string() }), ({ device }) => ({
    verb: "mengeluarkan perangkat",
    subject: device,
  })),
  "sessions.ended": own("keluar dari", "semua perangkat"),
};
