// Whether every action of the staff's pages says what it did: by the notice, a sentence of its form, or a mark in the address.
import { expect, test } from "vitest";
import { ownFiles } from "@/tests/setup/sources";

/** They open what they are about, or lead out of the staff's pages. */
const sayItOtherwise = [
  "akun/keamanan/actions.ts beginPasskeyAction",
  "akun/konfirmasi/actions.ts beginPasskeyConfirmAction",
  "akun/konfirmasi/actions.ts confirmCodeAction",
  "akun/konfirmasi/actions.ts confirmPasswordAction",
  "akun/konfirmasi/actions.ts passkeyConfirmAction",
  "capaian/isi/actions.ts saveValuesAction",
  "capaian/sasaran/actions.ts saveSasaranAction",
  "capaian/target/actions.ts saveTargetsAction",
  "eskalasi/[id]/surat/[jenis]/actions.ts saveEscalationLetterAction",
  "eskalasi/[id]/surat/[jenis]/actions.ts voidEscalationLetterAction",
  "impor/[jenis]/[id]/actions.ts chooseAction",
  "impor/[jenis]/[id]/actions.ts confirmAction",
  "impor/[jenis]/actions.ts uploadAction",
  "kegiatan/[id]/foto/actions.ts addPhotoAction",
  "kegiatan/[id]/surat/[jenis]/actions.ts saveLetterAction",
  "kegiatan/[id]/surat/[jenis]/actions.ts voidLetterAction",
  "pengguna/pertama/actions.ts addFirstUsersAction",
  "pengguna/tautan/actions.ts giveLinksAction",
];

const says = /\btell\(|tersimpan|\bdone:|\bsecret:|RowAnswer|withQuery|[?&][a-z]+[=`]|redirect\([^)]*\?/;

test("every action says what it did", () => {
  const silent = ownFiles("app/(staf)")
    .filter(({ text }) => text.includes('"use server"'))
    .flatMap(({ path, text }) => {
      const parts = text.split(/^(?=(?:export )?(?:async )?function )/m);
      const nameOf = (part: string) => /^(?:async )?function (\w+)/.exec(part)?.[1];
      const helpers = parts.filter((part) => says.test(part)).flatMap((part) => nameOf(part) ?? []);
      return parts.flatMap((part) => {
        const [, action] = /^export async function (\w+)/.exec(part) ?? [];
        const isSaid = says.test(part) || helpers.some((helper) => part.includes(`${helper}(`));
        return action && !isSaid ? [`${path.replace("app/(staf)/", "")} ${action}`] : [];
      });
    });
  expect(silent.sort()).toEqual(sayItOtherwise);
});
