import { AppLink } from "@/components/app-link";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { type Retention, retentionKinds, retentionNames, retentionWords } from "@/lib/privacy/kinds";
import { setRetentionAction } from "./actions";

export function PrivacySection({ retention }: { retention: Retention }) {
  return (
    <section aria-labelledby="data-pribadi">
      <h2 id="data-pribadi" className="mb-2">
        Masa simpan data pribadi
      </h2>
      <p className="max-w-prose">
        Yang lewat masa simpannya dihapus sendiri setiap hari. <AppLink href="/privasi">Halaman privasi</AppLink>{" "}
        menjelaskannya kepada setiap orang yang datanya disimpan.
      </p>
      <ActionForm action={setRetentionAction} submit="Simpan masa simpan" className="mt-4 flex max-w-xl flex-col gap-4">
        {retentionNames.map((name) => (
          <TextField
            key={name}
            name={name}
            label={`${retentionKinds[name].name} (bulan)`}
            hint={`${retentionWords(retention[name])} ${retentionKinds[name].since}. ${retentionKinds[name].gone} Kosong: disimpan selamanya.`}
            inputMode="numeric"
            maxLength={3}
            initial={retention[name] ?? ""}
          />
        ))}
      </ActionForm>
    </section>
  );
}
