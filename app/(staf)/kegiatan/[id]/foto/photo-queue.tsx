import type { Queued } from "./use-photo-queue";

type Props = { queue: readonly Queued[]; sendAgain: () => void };

const words: Record<Queued["state"], string> = {
  waiting: "menunggu",
  sending: "sedang dikirim …",
  saved: "tersimpan",
  lost: "belum terkirim",
  refused: "",
};

/** How far the photos have come: each is counted when the server has kept it. */
export function PhotoQueue({ queue, sendAgain }: Props) {
  if (queue.length === 0) return null;
  const count = (state: Queued["state"]) => queue.filter((one) => one.state === state).length;
  const [saved, lost] = [count("saved"), count("lost")];
  const isBusy = count("waiting") + count("sending") > 0;
  const left = queue.filter(({ state }) => state !== "saved");
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className={isBusy || saved === 0 ? "" : "rounded border-l-4 border-done bg-done-soft px-4 py-3"}>
        {isBusy ? `${saved} dari ${queue.length} foto tersimpan …` : saved > 0 ? `${saved} foto tersimpan.` : ""}
      </p>
      {isBusy && (
        <progress value={saved} max={queue.length} aria-label="Foto tersimpan" className="w-full accent-accent" />
      )}
      {left.length > 0 && (
        <ul className="text-sm">
          {left.map(({ key, file, state, reason }) => (
            <li
              key={key}
              className={state === "refused" || state === "lost" ? "font-semibold text-late" : "text-muted"}
            >
              {file.name}: {reason || words[state]}
            </li>
          ))}
        </ul>
      )}
      {lost > 0 && !isBusy && (
        <div role="alert" className="rounded border-l-4 border-late bg-late-soft px-4 py-3">
          <p>
            {lost} foto belum terkirim: sambungan terputus, atau sesi Anda berakhir. Foto dan keterangannya masih di
            halaman ini selama tidak ditutup. Bila sesi berakhir,{" "}
            <a href="/masuk" target="_blank" rel="noreferrer" className="link">
              masuk lagi di tab baru
            </a>
            , lalu kirim lagi dari sini.
          </p>
          <button type="button" className="button mt-2" onClick={sendAgain}>
            Kirim lagi {lost} foto
          </button>
        </div>
      )}
    </div>
  );
}
