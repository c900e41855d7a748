import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { AskFirst } from "@/components/form/ask-first";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { listMembers, ownOffice } from "@/lib/area-maps/members";
import { findAreaMap, findTiles } from "@/lib/area-maps/reads";
import { canArrangeMap } from "@/lib/area-maps/rules";
import { shortName } from "@/lib/area-maps/short-names";
import { formatMoment } from "@/lib/time";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { arrangeTilesAction, removeAreaMapAction } from "./actions";
import { BorderForm } from "./border-form";
import { TileEditor } from "./tile-editor";

export const metadata: Metadata = { title: "Tata peta" };

export default async function ArrangeMapPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canArrangeMap(actor)) notFound();
  const query = await searchParams;
  const office = ownOffice(actor);
  const members = await listMembers(actor, office);
  const [{ tiles, version }, areaMap] = await Promise.all([findTiles(office, members), findAreaMap(office)]);
  const names = new Map(members.map((member) => [member.id, shortName(member)]));
  return (
    <>
      <PageHeader
        title="Tata peta"
        crumbs={[
          { href: "/matriks", label: "Matriks" },
          { href: "/matriks/peta", label: "Peta" },
        ]}
      />
      <BorderNotice query={query} />
      <div className="flex flex-col gap-10">
        <section aria-labelledby="petak">
          <h2 id="petak" className="mb-1">
            Petak
          </h2>
          <ActionForm key={version} action={arrangeTilesAction} submit="Simpan petak">
            <TileEditor version={version} tiles={tiles.map((tile) => ({ ...tile, name: names.get(tile.id) ?? "" }))} />
          </ActionForm>
        </section>
        <section aria-labelledby="batas">
          <h2 id="batas" className="mb-1">
            Batas wilayah sendiri
          </h2>
          <p className="mb-3 max-w-prose">
            Punya berkas GeoJSON batas wilayah dengan kode Kemendagri? Unggah, maka peta digambar menurut batasnya, di
            atas petak.
          </p>
          {areaMap && (
            <div className="mb-4">
              <p className="mb-2">
                Dipakai: <b>{areaMap.fileName}</b>, {areaMap.drawing.shapes.length} wilayah, diunggah {areaMap.uploader}
                , {formatMoment(areaMap.uploadedAt, actor.organisation.timeZone)}.
              </p>
              <AskFirst action={removeAreaMapAction} words="Hapus batas wilayah">
                Peta kembali ke kotak-kotak sampai berkas lain diunggah.
              </AskFirst>
            </div>
          )}
          <BorderForm />
        </section>
      </div>
    </>
  );
}

function BorderNotice({ query }: { query: Awaited<Query> }) {
  const state = queryText(query.batas);
  if (state === "dihapus") return <SavedNotice>Batas wilayah dihapus. Peta kembali ke petak saja.</SavedNotice>;
  if (state !== "tersimpan") return null;
  const [missing, unknown] = [queryText(query.tanpa), queryText(query.asing)];
  return (
    <SavedNotice>
      Batas wilayah tersimpan.{missing && ` Belum ada di berkas: ${missing}.`}
      {unknown && ` Kode yang tidak dikenal di wilayah Anda dan dilewati: ${unknown}.`}
    </SavedNotice>
  );
}
