import { Refresher } from "@/components/refresher";
import type { Saving } from "@/lib/imports/confirm";

/** How far the saving of a large upload is; it goes on by itself, seen or not. */
export function SavingProgress({ saving, path }: { saving: Saving; path: string }) {
  const { state, done, total, outcome } = saving;
  if (state === "failed")
    return (
      <p role="alert" className="card font-semibold text-late">
        Belum disimpan: {outcome}
      </p>
    );
  return (
    <section aria-label="Penyimpanan" className="card flex flex-col gap-2">
      <p role="status" className="text-xl">
        {state === "retrying" && outcome ? `${outcome} Dicoba lagi sebentar lagi.` : "Sedang disimpan"}
        {total !== null && `: ${done.toLocaleString("id-ID")} dari ${total.toLocaleString("id-ID")} baris`}
      </p>
      <p className="text-sm text-muted">
        Anda boleh meninggalkan halaman ini.{" "}
        <a href={path} className="link">
          <Refresher />
        </a>
      </p>
    </section>
  );
}
