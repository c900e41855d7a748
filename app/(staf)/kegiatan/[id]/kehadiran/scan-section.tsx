import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { FileField } from "@/components/form/file-field";
import type { Actor } from "@/lib/actor";
import { type ListedDocument, listDocuments } from "@/lib/documents/reads";
import {
  acceptedTypes,
  documentsPerOwner,
  formatSize,
  photoLimit,
  takesDocument,
  tooBigPhoto,
} from "@/lib/documents/rules";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, isApproved } from "@/lib/meetings/rules";
import { formatMoment } from "@/lib/time";
import { addScanAction, removeScanAction } from "./scan-actions";

/** The signed paper list, photographed or scanned, beside what was typed. */
export async function ScanSection({ actor, meeting }: { actor: Actor; meeting: FoundMeeting }) {
  const scans = await listDocuments(actor, meeting.id, "ATTENDANCE_SCAN");
  const isOpen = takesDocument("staff", "ATTENDANCE_SCAN", meeting.status) && !isApproved(meeting);
  const canKeep = canWriteMeeting(actor, meeting) && isOpen;
  if (scans.length === 0 && !canKeep) return null;
  const hasRoom = scans.length < documentsPerOwner.ATTENDANCE_SCAN;
  return (
    <section id="pindaian" aria-labelledby="judul-pindaian" className="no-print mt-8 scroll-mt-20">
      <h2 id="judul-pindaian">Daftar hadir yang ditandatangani</h2>
      {scans.length === 0 ? (
        <p className="mt-1 mb-3 text-muted">
          Belum ada. Foto atau pindai lembar yang sudah ditandatangani, lalu simpan di sini sebagai bukti.
        </p>
      ) : (
        <ul className="mt-2 mb-4 border-t border-line">
          {scans.map((scan) => (
            <Scan key={scan.id} scan={scan} meeting={meeting} canRemove={canKeep} />
          ))}
        </ul>
      )}
      {canKeep && hasRoom && (
        <ActionForm
          key={scans.length}
          action={addScanAction.bind(null, meeting.id)}
          submit="Simpan pindaian"
          tone="plain"
          className="card flex max-w-2xl flex-col gap-4"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <FileField
            name="file"
            label="Foto atau PDF daftar hadir"
            accept={acceptedTypes}
            limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
            hint="Foto (JPEG, PNG, WebP) sampai 12 MB, diperkecil dan dibersihkan dari data lokasi; PDF sampai 5 MB."
          />
        </ActionForm>
      )}
    </section>
  );
}

function Scan({ scan, meeting, canRemove }: { scan: ListedDocument; meeting: FoundMeeting; canRemove: boolean }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
      <div className="min-w-0">
        <a href={`/berkas/${scan.id}`} className="link inline-block py-1 font-semibold break-all">
          {scan.name}
        </a>
        <p className="text-sm text-muted">
          {formatSize(scan.size)}, {scan.uploader}, {formatMoment(scan.createdAt, meeting.timeZone)}
        </p>
      </div>
      {canRemove && (
        <details className="text-right">
          <summary className="link inline-flex min-h-11 items-center">Hapus</summary>
          <ActionForm
            action={removeScanAction.bind(null, meeting.id, scan.id)}
            submit="Ya, hapus berkas ini"
            tone="danger"
            className="flex flex-col gap-2"
          />
        </details>
      )}
    </li>
  );
}
