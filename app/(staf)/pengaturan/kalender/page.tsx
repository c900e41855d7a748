import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { isDinkes } from "@/lib/actor";
import { type FeedAddress, findFeeds } from "@/lib/calendar/reads";
import { canKeepFeed, type FeedOwner, hasOrganisationFeed } from "@/lib/calendar/rules";
import { isConfirmed } from "@/lib/second-factor/hold";
import { formatMoment } from "@/lib/time";
import { confirmAddress, requireSignedIn } from "@/lib/web/second-step";
import { renewFeedAction, revokeFeedAction } from "./actions";

export const metadata: Metadata = { title: "Kalender langganan" };

export default async function CalendarFeedsPage() {
  const actor = await requireSignedIn();
  const isShown = await isConfirmed(actor);
  const { ofOrganisation, ofUser } = await findFeeds(actor);
  const { timeZone } = actor.organisation;
  return (
    <>
      <PageHeader title="Kalender langganan" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Jadwal kegiatan muncul sendiri di kalender ponsel atau komputer Anda, dan ikut berubah bila waktu atau
          tempatnya berubah. Di dalamnya tidak ada tautan pribadi undangan.
        </p>
      </PageHeader>
      <div className="flex flex-col gap-8">
        {hasOrganisationFeed(actor) && (
          <Feed
            owner="puskesmas"
            title={`Kalender ${actor.organisation.name}`}
            text="Untuk dibagikan kepada staf. Siapa pun yang memegang alamat ini dapat membaca jadwalnya; cabut bila tersebar."
            feed={ofOrganisation}
            isShown={isShown}
            canKeep={canKeepFeed(actor, "puskesmas")}
            timeZone={timeZone}
          />
        )}
        <Feed
          owner="saya"
          title="Kalender saya"
          text={
            isDinkes(actor)
              ? "Kegiatan terjadwal semua puskesmas yang Anda bina. Alamat ini hanya untuk Anda; berhenti sendiri bila akun Anda dinonaktifkan."
              : "Kegiatan puskesmas Anda. Alamat ini hanya untuk Anda; berhenti sendiri bila akun Anda dinonaktifkan."
          }
          feed={ofUser}
          isShown={isShown}
          canKeep={canKeepFeed(actor, "saya")}
          timeZone={timeZone}
        />
        <section aria-labelledby="cara" className="max-w-prose">
          <h2 id="cara" className="mb-2">
            Cara berlangganan
          </h2>
          <ul className="list-disc pl-5">
            <li>iPhone, iPad, Mac: tekan “Langganan”, lalu setujui.</li>
            <li>
              Google Kalender (lewat komputer): “Kalender lain” → tanda tambah → “Dari URL”, lalu tempel alamatnya.
              Google dapat baru memeriksa perubahan setelah beberapa jam.
            </li>
            <li>Outlook: “Tambahkan kalender” → “Berlangganan dari web”, lalu tempel alamatnya.</li>
          </ul>
        </section>
      </div>
    </>
  );
}

type FeedProps = {
  owner: FeedOwner;
  title: string;
  text: string;
  feed: FeedAddress | null;
  isShown: boolean;
  canKeep: boolean;
  timeZone: string;
};

function Feed({ owner, title, text, feed, isShown, canKeep, timeZone }: FeedProps) {
  const id = `kalender-${owner}`;
  return (
    <section aria-labelledby={id} className="card flex flex-col gap-3">
      <h2 id={id}>{title}</h2>
      <p className="max-w-prose text-muted">{text}</p>
      {feed ? (
        <>
          {isShown && (
            <label className="font-semibold">
              Alamat kalender
              <input readOnly value={feed.address} className="input mt-1 font-mono text-sm font-normal" />
            </label>
          )}
          <p className="text-sm text-muted">Dibuat {formatMoment(feed.createdAt, timeZone)}</p>
          <p>
            <a href={isShown ? feed.address : confirmAddress("/pengaturan/kalender")} className="button">
              {isShown ? "Langganan" : "Tampilkan alamat"}
            </a>
          </p>
          {canKeep && (
            <details>
              <summary className="min-h-11 content-center text-accent">Ganti atau cabut alamat</summary>
              <p className="mb-3 max-w-prose">
                Alamat lama langsung berhenti: kalender yang memakainya tidak mendapat pembaruan lagi.
              </p>
              <div className="flex flex-wrap gap-3">
                <ActionForm action={renewFeedAction.bind(null, owner)} submit="Ganti dengan alamat baru" tone="plain" />
                <ActionForm action={revokeFeedAction.bind(null, owner)} submit="Cabut alamat" tone="danger" />
              </div>
            </details>
          )}
        </>
      ) : canKeep ? (
        <ActionForm action={renewFeedAction.bind(null, owner)} submit="Buat alamat kalender" tone="plain" />
      ) : (
        <p>Belum ada alamat. Mintalah petugas puskesmas membuatnya.</p>
      )}
    </section>
  );
}
