import { Icon } from "@/components/icon";
import type { Marked } from "./use-marks";

type Props = {
  /** What can be taken back. */
  last: Marked | null;
  isLarge: boolean;
  onUndo: (marked: Marked) => void;
  onGuest: (() => void) | null;
};

/** Under the thumb: what was marked last with its undo, and a guest. */
export function BottomBar({ last, isLarge, onUndo, onGuest }: Props) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 mx-auto flex max-w-2xl items-center gap-2 border-t border-line bg-surface p-2">
      {last ? (
        <>
          <p role="status" className="line-clamp-2 min-w-0 flex-1 text-sm">
            {last.seat}: {last.words}
          </p>
          <button type="button" className="link min-h-11 shrink-0 px-2" onClick={() => onUndo(last)}>
            Urungkan
          </button>
        </>
      ) : (
        <span className="flex-1" />
      )}
      {onGuest && (
        <button type="button" className="button button-main" aria-label="Tamu" onClick={onGuest}>
          <Icon name="plus" />
          {!(isLarge && last) && "Tamu"}
        </button>
      )}
    </div>
  );
}
