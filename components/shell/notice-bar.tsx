"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/icon";
import type { Notice } from "@/lib/web/notice";

type Props = { notice: Notice | null; cookie: string; undo: (undoId: string) => Promise<void> };

/**
 * Says what was just done until another page is opened, with an undo in reach of the thumb. What is below it can be
 * pressed all the same: without script it cannot be closed.
 */
export function NoticeBar({ notice, cookie, undo }: Props) {
  const path = usePathname();
  const [seen, setSeen] = useState<{ key: string; path: string } | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  useEffect(() => {
    if (!notice) return;
    // biome-ignore lint/suspicious/noDocumentCookie: read once, and the other way to delete it needs https
    document.cookie = `${cookie}=; path=/; max-age=0; samesite=lax${cookie.startsWith("__Host-") ? "; secure" : ""}`;
    setSeen((before) => (before?.key === notice.key ? before : { key: notice.key, path }));
    // Left once, it does not come back with the page.
    if (seen?.key === notice.key && seen.path !== path) setClosed(notice.key);
  }, [notice, cookie, path, seen]);
  const isShown =
    notice !== null && closed !== notice.key && (seen === null || seen.key !== notice.key || seen.path === path);
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-18 z-20 flex justify-center px-2 lg:bottom-4 lg:left-56"
    >
      {isShown && (
        <div
          className={`flex max-w-xl items-center gap-3 rounded-md border border-l-4 bg-surface py-1 pr-1 pl-4 shadow-lg ${notice.isRefusal ? "border-late" : "border-done"}`}
        >
          <p className="min-w-0 flex-1 py-2 text-sm">{notice.words}</p>
          {notice.undoId && (
            <form action={undo.bind(null, notice.undoId)} className="pointer-events-auto">
              <SubmitButton tone="plain">Urungkan</SubmitButton>
            </form>
          )}
          <button
            type="button"
            aria-label="Tutup pesan ini"
            onClick={() => setClosed(notice.key)}
            className="pointer-events-auto hidden size-11 shrink-0 items-center justify-center [@media(scripting:enabled)]:flex"
          >
            <Icon name="cross" className="size-4" />
          </button>
        </div>
      )}
    </div>
  );
}
