import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { AskFirst } from "@/components/form/ask-first";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { formatMoment } from "@/lib/time";
import { findUser } from "@/lib/users/reads";
import { rolesOf } from "@/lib/users/rules";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { LinkGiven } from "../link-given";
import { UserFields } from "../user-fields";
import {
  deactivateUserAction,
  editUserAction,
  reactivateUserAction,
  recoverUserAction,
  renewLinkAction,
} from "./actions";

export const metadata: Metadata = { title: "Pengguna" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function UserPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const user = await findUser(actor, (await params).id);
  if (!user) notFound();
  const isSaved = (await searchParams).tersimpan !== undefined;
  const { timeZone } = actor.organisation;
  return (
    <>
      <PageHeader title={user.name} crumbs={[{ href: "/pengguna", label: "Pengguna" }]}>
        <p className="text-muted">{user.organisation.name}</p>
        {user.deactivatedAt && <Badge>{`Nonaktif sejak ${formatMoment(user.deactivatedAt, timeZone)}`}</Badge>}
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-10">
        {isSaved && (
          <p role="status" className="rounded border-l-4 border-done bg-done-soft px-4 py-3">
            Data pengguna tersimpan.
          </p>
        )}
        <ActionForm action={editUserAction.bind(null, user.id)} submit="Simpan">
          <HiddenField name="version" initial={user.version} />
          <UserFields roles={rolesOf(user.organisation.kind)} user={user} />
        </ActionForm>
        {!user.deactivatedAt && (
          <section aria-labelledby="tautan">
            <h2 id="tautan">Tautan masuk</h2>
            <p className="mt-1 mb-4 text-muted">
              Untuk orang yang baru atau lupa kata sandi: lewat tautan ini ia membuat kata sandinya sendiri.{" "}
              {user.openLinkUntil
                ? `Tautan terakhir belum dipakai dan berlaku sampai ${formatMoment(user.openLinkUntil, timeZone)}; tautan baru mengakhirinya.`
                : user.hasPassword
                  ? "Kata sandinya yang sekarang tetap berlaku sampai diganti."
                  : "Saat ini tidak ada tautan yang dapat dipakai."}
            </p>
            <ActionForm action={renewLinkAction.bind(null, user.id)}>
              <LinkGiven>
                <div>
                  <SubmitButton tone="plain">Buat tautan baru</SubmitButton>
                </div>
              </LinkGiven>
            </ActionForm>
          </section>
        )}
        {!user.deactivatedAt && user.id !== actor.userId && (
          <section aria-labelledby="pulihkan">
            <h2 id="pulihkan">Pulihkan akun</h2>
            <p className="mt-1 mb-4 text-muted">
              Bila HP dan kode pemulihannya hilang, atau akunnya dipakai orang lain: kata sandi, verifikasi dua langkah,
              semua perangkat, dan token API-nya berakhir, dan Anda mendapat tautan untuk diberikan kepadanya. Pastikan
              dulu lewat telepon atau tatap muka bahwa ia sendiri yang meminta.
            </p>
            <ActionForm action={recoverUserAction.bind(null, user.id)}>
              <LinkGiven>
                <div>
                  <SubmitButton tone="danger">Pulihkan akun</SubmitButton>
                </div>
              </LinkGiven>
            </ActionForm>
          </section>
        )}
        <Access userId={user.id} isDeactivated={user.deactivatedAt !== null} isOwn={user.id === actor.userId} />
      </div>
    </>
  );
}

function Access({ userId, isDeactivated, isOwn }: { userId: string; isDeactivated: boolean; isOwn: boolean }) {
  if (isOwn) return null;
  return (
    <section aria-labelledby="akses">
      <h2 id="akses">{isDeactivated ? "Aktifkan lagi" : "Nonaktifkan"}</h2>
      <p className="mt-1 mb-4 text-muted">
        {isDeactivated
          ? "Ia dapat masuk lagi dengan kata sandinya yang lama."
          : "Ia langsung keluar dari semua perangkat dan tidak dapat masuk. Catatan yang pernah dibuatnya tetap ada."}
      </p>
      {isDeactivated ? (
        <ActionForm action={reactivateUserAction.bind(null, userId)} submit="Aktifkan lagi" tone="plain" />
      ) : (
        <AskFirst action={deactivateUserAction.bind(null, userId)} words="Nonaktifkan pengguna">
          Dapat diaktifkan lagi kapan saja.
        </AskFirst>
      )}
    </section>
  );
}
