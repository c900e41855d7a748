import { randomUUID } from "node:crypto";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { licenceKindNames } from "@/lib/staff/professions";
import type { WholeStaff } from "@/lib/staff/reads";
import { expiryOf } from "@/lib/staff/rules";
import type { LicenceKind } from "@/prisma/generated/enums";
import { addLicenceAction, editLicenceAction, removeLicenceAction } from "./actions";

export function Licences({ staff, today }: { staff: WholeStaff; today: string }) {
  return (
    <section aria-labelledby="str-sip">
      <h2 id="str-sip">STR dan SIP</h2>
      {staff.licences.length === 0 && <p className="mt-1 text-muted">Belum dicatat.</p>}
      <ul className="mt-2">
        {staff.licences.map((licence) => {
          const { words, tone } = expiryOf(licence.expiresOn, today);
          return (
            <li key={licence.id} className="border-b border-line py-3">
              <p className="flex flex-wrap items-center gap-2">
                <b>{licenceKindNames[licence.kind]}</b> {licence.number} <Badge tone={tone}>{words}</Badge>
              </p>
              {staff.mayKeep && <Change staffId={staff.id} licence={licence} />}
            </li>
          );
        })}
      </ul>
      {staff.mayKeep && (
        <details className="no-print mt-2">
          <summary className="link inline-flex min-h-11 items-center">Catat STR atau SIP</summary>
          <ActionForm
            action={addLicenceAction.bind(null, staff.id)}
            submit="Catat"
            className="mt-2 flex max-w-2xl flex-col gap-4"
          >
            <input type="hidden" name="id" value={randomUUID()} />
            <LicenceFields />
          </ActionForm>
        </details>
      )}
    </section>
  );
}

type Licence = WholeStaff["licences"][number];

function Change({ staffId, licence }: { staffId: string; licence: Licence }) {
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center text-sm">Ubah</summary>
      <ActionForm
        key={licence.version}
        action={editLicenceAction.bind(null, staffId, licence.id)}
        submit="Simpan"
        className="mt-2 flex max-w-2xl flex-col gap-4"
      >
        <HiddenField name="version" initial={licence.version} />
        <LicenceFields licence={licence} />
      </ActionForm>
      <ActionForm
        action={removeLicenceAction.bind(null, staffId, licence.id)}
        submit="Hapus"
        tone="danger"
        className="mt-3"
      />
    </details>
  );
}

const kinds = Object.entries(licenceKindNames).map(([value, label]) => ({ value, label }));

function LicenceFields({ licence }: { licence?: { kind: LicenceKind; number: string; expiresOn: string | null } }) {
  return (
    <>
      <SelectField name="kind" label="Jenis" empty="Pilih STR atau SIP" options={kinds} initial={licence?.kind} />
      <TextField name="number" label="Nomor" initial={licence?.number} autoComplete="off" />
      <TextField
        name="expiresOn"
        label="Berlaku sampai"
        type="date"
        optional
        hint="STR yang berlaku seumur hidup: kosongkan"
        initial={licence?.expiresOn}
        className="sm:max-w-xs"
      />
    </>
  );
}
