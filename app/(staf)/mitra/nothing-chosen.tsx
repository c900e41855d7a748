import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";

export function NothingChosen() {
  return (
    <EmptyState
      title="Belum ada jabatan yang dipilih"
      action={
        <AppLink href="/mitra" className="button">
          Pilih dari daftar mitra
        </AppLink>
      }
    >
      Centang jabatan di daftar mitra, lalu tekan tombol di bawahnya.
    </EmptyState>
  );
}
