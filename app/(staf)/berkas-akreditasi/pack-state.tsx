import { ActionForm } from "@/components/form/action-form";
import { Refresher } from "@/components/refresher";
import { formatSize } from "@/lib/documents/rules";
import type { PackOverview, ReadyPack } from "@/lib/evidence-pack/overview";
import type { ListedPack } from "@/lib/evidence-pack/reads";
import { formatMoment } from "@/lib/time";
import { makePackAction } from "./actions";

type Props = {
  overview: PackOverview;
  address: string;
  /** Sent back by the download: a file of it is gone. */
  isOutdated: boolean;
};

/** What there is to download, what is being made, and the one button. */
export function PackState({ overview, address, isOutdated }: Props) {
  const { making, failed, ready, canMake, year, puskesmas } = overview;
  const { timeZone } = puskesmas;
  return (
    <section aria-labelledby="berkas" className="card flex max-w-2xl flex-col gap-4">
      <h2 id="berkas">Berkas tahun {year}</h2>
      {isOutdated && <p role="alert">Satu berkas di dalamnya sudah dihapus. Buat lagi, lalu unduh.</p>}
      {failed && <p role="alert">Pembuatan terakhir berhenti: {failed.outcome}</p>}
      {ready ? <Ready ready={ready} timeZone={timeZone} /> : !making && <p>Belum pernah dibuat.</p>}
      {making && <Making pack={making} address={address} timeZone={timeZone} />}
      {canMake && !making && (
        <ActionForm
          action={makePackAction.bind(null, year)}
          submit={ready ? "Buat lagi" : `Buat berkas ${year}`}
          tone={ready && ready.changed === 0 && !ready.hindrance ? "plain" : "main"}
        />
      )}
    </section>
  );
}

function Ready({ ready, timeZone }: { ready: ReadyPack; timeZone: string }) {
  const { pack, bytes, changed, hindrance } = ready;
  return (
    <>
      <p>
        Dibuat dari keadaan {formatMoment(pack.createdAt, timeZone)}
        {changed > 0 ? `; ${changed} kegiatan berubah sejak itu.` : "; tidak ada yang berubah sejak itu."}
      </p>
      {hindrance === null && (
        <p>
          <a className={changed > 0 ? "button" : "button button-main"} href={`/berkas-akreditasi/${pack.id}/unduh`}>
            Unduh ZIP ({formatSize(bytes)})
          </a>
        </p>
      )}
      {hindrance === "changed" && <p>Satu berkas di dalamnya sudah dihapus, jadi ZIP ini tidak dapat diunduh lagi.</p>}
      {hindrance === "not everything" && (
        <p>Anda tidak dapat melihat semua berkas di dalamnya, jadi ZIP ini tidak dapat Anda unduh.</p>
      )}
    </>
  );
}

function Making({ pack, address, timeZone }: { pack: ListedPack; address: string; timeZone: string }) {
  const done = pack.parts.filter(({ state }) => state !== "WAITING").length;
  return (
    <div>
      <p role="status">
        Sedang dibuat sejak {formatMoment(pack.createdAt, timeZone)}: {done} dari {pack.parts.length} bagian.
      </p>
      <progress
        value={done}
        max={pack.parts.length}
        aria-label="Bagian yang sudah dibuat"
        className="w-full accent-accent"
      />
      <p>
        <a href={address} className="link">
          <Refresher />
        </a>
      </p>
    </div>
  );
}
