import { ActionForm } from "@/components/form/action-form";
import type { LostScope } from "@/lib/invitations/lost-links";
import { replaceLinksAction } from "./actions";

type Props = {
  meetingId: string;
  /** Invitations whose link cannot be copied any more. */
  lost: number;
  /** Those of them that nobody was sent. */
  unsent: number;
};

export function LostLinks({ meetingId, lost, unsent }: Props) {
  const button = (scope: LostScope, submit: string) => (
    <ActionForm action={replaceLinksAction.bind(null, meetingId, scope)} submit={submit} tone="plain" />
  );
  return (
    <section className="no-print mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      <p className="mb-3 max-w-prose">
        Tautan {lost} undangan tidak dapat disalin lagi sejak data dipulihkan tanpa kuncinya. Yang sudah dibagikan tetap
        terbuka; bila diganti, tautan lama berakhir dan yang baru perlu dikirim.
      </p>
      <div className="flex flex-wrap gap-3">
        {unsent > 0 && button("unsent", `Buat tautan baru untuk yang belum dikirim (${unsent})`)}
        {lost > unsent && button("all", `Buat tautan baru untuk semuanya (${lost})`)}
      </div>
    </section>
  );
}
