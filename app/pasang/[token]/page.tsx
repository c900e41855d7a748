import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextField } from "@/components/form/field";
import { take } from "@/lib/http/rate-limits";
import { isSetupOpen, listSetupAreas } from "@/lib/organisations/setup";
import { tokenIn } from "@/lib/secrets";
import { clientAddress } from "@/lib/web/session";
import { setUpAction } from "./actions";

export const metadata: Metadata = { title: "Mulai Lokmin" };

/** The link that an empty installation prints when it starts; gone once there is a user. */
export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const token = tokenIn(decodeURIComponent((await params).token)) ?? "";
  if (!(await isSetupOpen(token))) {
    await take("wrongSignInLink", await clientAddress());
    notFound();
  }
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-10">
      <div>
        <p className="text-lg font-bold text-accent">Lokmin</p>
        <h1>Mulai Lokmin</h1>
        <p className="mt-1 text-muted">
          Buat kantor Anda dan adminnya. Sesudah itu satu halaman menuntun langkah berikutnya: puskesmas, pengguna,
          daftar mitra, indikator, dan Lokmin pertama.
        </p>
      </div>
      <ActionForm action={setUpAction.bind(null, token)} submit="Simpan dan mulai">
        <RadioGroup
          name="kind"
          legend="Kantor Anda"
          initial="DINKES"
          options={[
            { value: "DINKES", label: "Dinas Kesehatan", hint: "menambahkan puskesmasnya sendiri" },
            { value: "PUSKESMAS", label: "Satu puskesmas", hint: "Dinas Kesehatan dapat menyusul" },
          ]}
        />
        <TextField
          name="area"
          label="Wilayah"
          hint="Nama atau kode Kemendagri. Dinas Kesehatan: Lampung atau 18, Kabupaten Lampung Selatan atau 18.01. Puskesmas: kecamatan tempat gedungnya, Sragi atau 18.01.15. Zona waktunya mengikuti wilayah."
          suggestions={await listSetupAreas()}
          autoComplete="off"
        />
        <TextField
          name="organisationName"
          label="Nama instansi"
          optional
          hint="Kosongkan untuk “Dinas Kesehatan” atau “Puskesmas” dan nama wilayahnya"
          autoComplete="off"
        />
        <h2 className="mt-2">Admin</h2>
        <TextField name="name" label="Nama" hint="Lengkap dengan gelar" autoComplete="name" />
        <TextField name="email" label="Alamat email" hint="Dipakai untuk masuk" type="email" autoComplete="username" />
        <TextField
          name="newPassword"
          label="Kata sandi baru"
          hint="Sekurangnya 10 huruf atau angka"
          type="password"
          autoComplete="new-password"
        />
        <TextField name="repeatPassword" label="Ulangi kata sandi baru" type="password" autoComplete="new-password" />
      </ActionForm>
    </main>
  );
}
