"use client";

import { useState } from "react";
import { newId } from "@/components/device/new-id";
import type { NewOperation } from "./queue";
import { Sheet, SheetField } from "./sheet";

type Props = {
  /** What was searched for: usually the guest's name. */
  words: string;
  isKnown: (guest: { name: string; title: string; institution: string }) => boolean;
  /** The session whose roll is open: the guest is present in it. */
  session: string | null;
  make: (operation: NewOperation) => void;
  onClose: () => void;
};

/** A guest without invitation, in three fields. */
export function GuestSheet({ words, session, isKnown, make, onClose }: Props) {
  const [name, setName] = useState(words.trim());
  const [title, setTitle] = useState("");
  const [institution, setInstitution] = useState("");
  const [error, setError] = useState("");
  const [isAlike, setAlike] = useState(false);
  const save = (isAnother: boolean) => {
    const guest = { name: name.trim(), title: title.trim(), institution: institution.trim() };
    if (!guest.name || !guest.title || !guest.institution) return setError("Isi nama, jabatan, dan instansi tamu");
    if (!isAnother && isKnown(guest)) {
      setAlike(true);
      return setError(`${guest.name}, ${guest.title} sudah ada di daftar hadir`);
    }
    const id = newId();
    make({ kind: "guest", id, ...guest, isAnother });
    if (session) make({ kind: "session", seen: null, sessionId: session, attendeeId: id, status: "PRESENT" });
    onClose();
  };
  return (
    <Sheet title="Tamu tanpa undangan" onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        {error && (
          <p role="alert" className="font-semibold text-late">
            {error}
          </p>
        )}
        <SheetField label="Nama tamu" value={name} onChange={setName} />
        <SheetField label="Jabatan tamu" value={title} onChange={setTitle} />
        <SheetField label="Instansi tamu" value={institution} onChange={setInstitution} />
        <button type="submit" className="button button-main">
          Tambah tamu
        </button>
        {isAlike && (
          <button type="button" className="button" onClick={() => save(true)}>
            Tambah sebagai orang lain dengan nama sama
          </button>
        )}
      </form>
    </Sheet>
  );
}
