import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { qrPicture } from "@/lib/invitations/qr";
import type { StartedApp } from "@/lib/second-factor/reads";
import type { FormAction } from "@/lib/web/form";
import { AppCodeField } from "./code-fields";

/** The picture that an authenticator app reads, its secret to be typed instead, and the first code in return. */
export function AppSetUp({ app, confirm }: { app: StartedApp; confirm: FormAction }) {
  const { size, path } = qrPicture(app.address);
  return (
    <div className="flex flex-col gap-5">
      <ol className="list-decimal pl-5">
        <li>Buka aplikasi autentikator di HP, misalnya Google Authenticator, Aegis, atau 2FAS.</li>
        <li>Pilih tambah akun, lalu pindai gambar ini.</li>
        <li>Ketik kode yang tampil di aplikasi.</li>
      </ol>
      <svg
        role="img"
        aria-label="Gambar untuk dipindai aplikasi autentikator"
        viewBox={`0 0 ${size} ${size}`}
        className="w-52 bg-white text-black"
        shapeRendering="crispEdges"
      >
        <path d={path} fill="black" />
      </svg>
      <details>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">Tidak dapat memindai?</summary>
        <p className="mt-1">
          Di HP ini sendiri:{" "}
          <a href={app.address} className="link">
            buka di aplikasi autentikator
          </a>
          . Atau ketik kunci ini di aplikasi, dengan jenis berdasarkan waktu:
        </p>
        <p className="mt-2 font-mono break-words">{app.secret.match(/.{1,4}/g)?.join(" ")}</p>
      </details>
      <ActionForm action={confirm} submit="Simpan aplikasi">
        <HiddenField name="id" initial={app.id} />
        <AppCodeField />
      </ActionForm>
    </div>
  );
}
