import type { Status } from "@/lib/pws/achievement";
import { statusLetters, statusShapes } from "@/lib/pws/readings";
import { statusCells } from "./status-tones";

/** "● B": a state by shape and letter on its tint. */
export function StatusMark({ status, word }: { status: Status; word?: boolean }) {
  return (
    <span
      className={`inline-block min-w-8 shrink-0 rounded px-1.5 text-center font-semibold whitespace-nowrap ${statusCells[status]}`}
    >
      <span aria-hidden="true">{statusShapes[status]} </span>
      {word ? status : statusLetters[status]}
    </span>
  );
}
