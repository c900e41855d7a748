import { useRouter } from "next/navigation";
import { type RefObject, useContext, useEffect, useMemo, useRef, useState } from "react";
import { WriterContext } from "@/components/form/writer-context";
import { isBlank, type RowFaults, type RowTexts, readTypedRow, type SentRow } from "@/lib/plan/typed-row";
import type { VillageChoice } from "@/lib/plan/typed-villages";
import { keepRows, readKeptRows } from "./kept-rows";
import { type GridRow, isUnsaved, newRow, saidBy, withNext } from "./row-state";

export type RowAnswer =
  | { ok: true; number: number; version: number }
  | { ok: false; faults: RowFaults; message: string };

export type SaveRow = (row: SentRow & { as: string }) => Promise<RowAnswer>;

type Options = {
  meetingId: string;
  save: SaveRow;
  meetingDay: string;
  villages: readonly VillageChoice[];
  /** Rows the page shows already. */
  listed: readonly string[];
};

const retryAfter = 8_000;

/** The rows that are being written: kept in the tab until the server has them, sent one after the other. */
export function usePlanRows({ meetingId, save, meetingDay, villages, listed }: Options) {
  const writer = useContext(WriterContext);
  const router = useRouter();
  const [rows, setRows] = useState<readonly GridRow[]>(() => [newRow()]);
  const [isLost, setLost] = useState(false);
  const latest = useRef(rows);
  const isBusy = useRef(false);

  function update(change: (rows: readonly GridRow[]) => readonly GridRow[]) {
    latest.current = withNext(change(latest.current));
    setRows(latest.current);
    const kept = latest.current.filter((row) => !isBlank(row) || row.stored !== null);
    keepRows(
      writer,
      meetingId,
      kept.map(({ id, texts, ownerValue, version, number, stored }) => ({
        id,
        texts,
        ownerValue,
        version,
        number,
        stored,
      })),
    );
  }

  function patch(id: string, change: Partial<GridRow> | ((row: GridRow) => Partial<GridRow>)) {
    update((all) =>
      all.map((row) => (row.id === id ? { ...row, ...(typeof change === "function" ? change(row) : change) } : row)),
    );
  }

  /** Sends a row that is whole; of one that is not it says what is missing. */
  function leave(id: string) {
    const row = latest.current.find((one) => one.id === id);
    if (!row || !isUnsaved(row)) return;
    if (row.state === "sending") return patch(id, { isLeft: true });
    const read = readTypedRow(row, { meetingDay, villages });
    if ("faults" in read) return patch(id, { faults: read.faults, message: "", state: "typing" });
    patch(id, { faults: {}, message: "", state: "waiting", isLeft: true });
    void send();
  }

  async function send() {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let row = nextOf(latest.current); row; row = nextOf(latest.current)) {
      const read = readTypedRow(row, { meetingDay, villages });
      if ("faults" in read) {
        patch(row.id, { faults: read.faults, state: "typing" });
        continue;
      }
      patch(row.id, { state: "sending" });
      const said = saidBy(row);
      try {
        const answer = await save({ ...read.sent, as: writer });
        setLost(false);
        if (answer.ok) patch(row.id, (now) => takenAs(now, answer, said));
        else patch(row.id, { state: "typing", faults: answer.faults, message: answer.message });
      } catch {
        patch(row.id, { state: "waiting" });
        setLost(true);
        break;
      }
    }
    isBusy.current = false;
  }

  const sendAgain = useRef(send);
  sendAgain.current = send;
  useEffect(() => {
    if (!isLost) return;
    const again = () => void sendAgain.current();
    const timer = setInterval(again, retryAfter);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [isLost]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is put back once, when the grid is shown
  useEffect(() => {
    const kept = readKeptRows(writer, meetingId).map((row): GridRow => ({ ...newRow(), ...row }));
    if (kept.length === 0) return;
    const unsaved = kept.filter(isUnsaved);
    update(() => unsaved);
    for (const row of unsaved) leave(row.id);
    // Shown again as it was before they were saved: by the browser's way back.
    if (kept.some((row) => row.stored !== null && !listed.includes(row.id))) router.refresh();
  }, [writer, meetingId]);

  const current = useRef({ patch, leave, update });
  current.current = { patch, leave, update };
  // The same from one key to the next, so that only the row that is written in is drawn again.
  const actions = useMemo(() => actionsOf(current), []);
  return { rows, isLost, unsaved: rows.filter(isUnsaved).length, sendAgain: () => void send(), ...actions };
}

type Steps = {
  patch: (id: string, change: (row: GridRow) => Partial<GridRow>) => void;
  leave: (id: string) => void;
  update: (change: (rows: readonly GridRow[]) => readonly GridRow[]) => void;
};

function actionsOf(steps: RefObject<Steps>) {
  return {
    // Onto what the row says by then: two fields may be written before the row is drawn again.
    change: (id: string, texts: Partial<RowTexts>, ownerValue?: string) =>
      steps.current.patch(id, (row) => ({
        texts: { ...row.texts, ...texts },
        ...(ownerValue !== undefined && { ownerValue }),
        faults: Object.fromEntries(Object.entries(row.faults).filter(([field]) => !(field in texts))),
        isLeft: false,
      })),
    leave: (id: string) => steps.current.leave(id),
    drop: (id: string) => steps.current.update((all) => all.filter((row) => row.id !== id)),
    insert: (added: readonly GridRow[]) => {
      steps.current.update((all) => [...all.filter((row) => !isBlank(row) || row.stored !== null), ...added]);
      for (const row of added) steps.current.leave(row.id);
    },
  };
}

const nextOf = (rows: readonly GridRow[]) => rows.find((row) => row.state === "waiting");

/** What was typed while a row was on its way is sent after it. */
function takenAs(row: GridRow, answer: { number: number; version: number }, said: string): Partial<GridRow> {
  const { number, version } = answer;
  return { number, version, stored: said, state: saidBy(row) === said || !row.isLeft ? "typing" : "waiting" };
}
