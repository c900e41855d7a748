import type { ReactNode } from "react";
import type { FormAction } from "@/lib/web/form";
import { ActionForm } from "./action-form";

type Props = {
  action: FormAction;
  /** What is done, as on the button: "Hapus klaster". */
  words: string;
  /** What becomes of it. */
  children: ReactNode;
};

/** What has no undo is behind a fold that says what it does. */
export function AskFirst({ action, words, children }: Props) {
  return (
    <details className="max-w-prose rounded-md border border-line px-4 open:pb-4">
      <summary className="min-h-11 content-center font-semibold">{`${words}\u00a0…`}</summary>
      <ActionForm action={action} submit={words} tone="danger" className="flex flex-col items-start gap-3 pt-2">
        <div className="text-sm">{children}</div>
      </ActionForm>
    </details>
  );
}
