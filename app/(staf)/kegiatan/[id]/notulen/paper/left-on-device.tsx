"use client";

import { useEffect, useState } from "react";
import { type KeptDraft, readKept } from "../editor/device";

/** Words this device never sent before the minutes were closed: shown, so that nobody takes them for written. */
export function LeftOnDevice({ meetingId }: { meetingId: string }) {
  const [kept, setKept] = useState<readonly KeptDraft[]>([]);
  useEffect(() => {
    readKept(meetingId)
      .then(setKept)
      .catch(() => {});
  }, [meetingId]);
  if (kept.length === 0) return null;
  return (
    <div role="status" className="no-print rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      <p className="font-semibold">Di perangkat ini ada {kept.length} baris yang belum terkirim.</p>
      <p>Isinya tidak masuk notulen ini; terkirim bila notulen dibuka kembali, lalu halaman ini dimuat ulang.</p>
      <ul className="list-disc pl-5">
        {kept.map(({ key, userName, draft }) => (
          <li key={key} className="whitespace-pre-line">
            {draft.fields.text} <span className="text-sm text-muted">({userName})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
