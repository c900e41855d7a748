"use client";

import { useRef } from "react";
import type { CreationOptions } from "@/lib/second-factor/passkeys";
import type { FormState } from "@/lib/web/form";
import { PasskeyMessage } from "./passkey-message";
import { type Begun, usePasskey } from "./use-passkey";

type Props = {
  begin: () => Promise<Begun<CreationOptions>>;
  finish: (name: string, sent: string) => Promise<FormState>;
  /** The name proposed: browser and system. */
  device: string;
};

async function ask(optionsJSON: CreationOptions) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return startRegistration({ optionsJSON });
}

export function AddPasskey({ begin, finish, device }: Props) {
  const name = useRef<HTMLInputElement>(null);
  const { message, isWaiting, isPossible, run } = usePasskey(begin, ask, (sent) =>
    finish(name.current?.value ?? "", sent),
  );
  if (!isPossible)
    return <p className="text-muted">Peramban ini belum dapat menyimpan kunci sandi, atau JavaScript dimatikan.</p>;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWaiting) run();
      }}
    >
      <PasskeyMessage text={message} />
      <div className="max-w-xs">
        <label htmlFor="nama-kunci" className="mb-1 block font-semibold">
          Nama kunci sandi
        </label>
        <p id="nama-kunci-hint" className="mb-1 text-sm text-muted">
          Supaya Anda mengenalinya di daftar
        </p>
        <input
          id="nama-kunci"
          ref={name}
          defaultValue={device}
          maxLength={60}
          autoComplete="off"
          aria-describedby="nama-kunci-hint"
          className="input"
        />
      </div>
      <div>
        <button type="submit" className="button" aria-disabled={isWaiting}>
          Simpan kunci sandi
        </button>
      </div>
    </form>
  );
}
