"use client";

import { forgetTyping } from "@/components/form/kept-typing";
import { Icon } from "@/components/icon";

export function SignOut({ className }: { className: string }) {
  return (
    <form method="post" action="/api/auth/signout" onSubmit={forgetTyping} className="shrink-0">
      <input type="hidden" name="callbackUrl" value="/masuk" />
      <button type="submit" className={className}>
        <Icon name="exit" />
        Keluar
      </button>
    </form>
  );
}
