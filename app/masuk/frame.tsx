import type { ReactNode } from "react";

export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <div>
        <p className="text-lg font-bold text-accent">Lokmin</p>
        <h1>{title}</h1>
      </div>
      {children}
    </main>
  );
}
