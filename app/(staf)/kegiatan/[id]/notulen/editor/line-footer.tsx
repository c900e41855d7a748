"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { useLocalWords } from "@/components/local-words";
import type { LineFields } from "@/lib/minutes/lines";
import type { ShownLine } from "./drafts";
import { useEditor } from "./editor-context";
import type { Link as Way } from "./notes-store";
import { lineState } from "./words";

type Props = {
  line: ShownLine;
  fields: LineFields;
  name: string;
  link: Way;
  takesItems: boolean;
  isOpen: boolean;
  onOpen: () => void;
};

/** State of the line, what became of it, and what can be done with it. */
export function LineFooter({ line: { id, row, draft }, fields, name, link, takesItems, isOpen, onOpen }: Props) {
  const say = useLocalWords();
  const { store, meetingId, villages } = useEditor();
  const { words, tone } = lineState(draft, link);
  const village = villages.find(({ code }) => code === fields.villageCode)?.name;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 self-start text-sm lg:mt-0 lg:min-h-11">
      <span className={tone}>
        {words}
        {row && !draft && row.editor !== store.owner.userName && <span> · {row.editor}</span>}
      </span>
      {draft?.state === "refused" && (
        <button type="button" className="link min-h-11 px-1" onClick={() => store.retry(id)}>
          Coba lagi
        </button>
      )}
      {village && (
        <span className="text-muted">
          {say("Desa")} {village}
        </span>
      )}
      {row?.itemId ? (
        <Link
          href={`/kegiatan/${meetingId}/rtl/${row.itemId}`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center"
        >
          RTL {row.itemNumber}
        </Link>
      ) : (
        takesItems &&
        (row !== null || (draft?.attempts.length ?? 0) > 0) && <MakeItem id={id} isSent={draft === null} />
      )}
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={`Lainnya: ${name}`}
        className="link min-h-11 px-1"
        onClick={onOpen}
      >
        Lainnya
      </button>
    </div>
  );
}

/** Opens the form of a row with the line's words in it, once the server has them. */
function MakeItem({ id, isSent }: { id: string; isSent: boolean }) {
  const { store, meetingId } = useEditor();
  const router = useRouter();
  const href = `/kegiatan/${meetingId}/rtl/tambah?catatan=${id}`;
  const waitForServer = (event: MouseEvent) => {
    if (isSent || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const until = Date.now() + 3000;
    const look = () => {
      const state = store.read().drafts.get(id)?.state;
      if (state !== "waiting" || Date.now() > until) router.push(href);
      else setTimeout(look, 50);
    };
    look();
  };
  return (
    <Link href={href} prefetch={false} onClick={waitForServer} className="link inline-flex min-h-11 items-center">
      Jadikan RTL
    </Link>
  );
}
