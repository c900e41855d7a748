// One sign-in per demo account and run: the end-to-end tests take its cookies instead of filling in the form each time.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request } from "@playwright/test";
import type { DemoFile } from "@/prisma/demo/demo";

/** In the data folder of the run. */
export const sessionsFile = "sesi-uji.json";

export async function signInEverybody(baseURL: string, data: string) {
  const { accounts, password }: DemoFile & { password: string } = JSON.parse(
    readFileSync(join(data, "demo.json"), "utf8"),
  );
  const sessions: [string, unknown][] = [];
  for (const { email } of accounts) {
    const client = await request.newContext({ baseURL });
    await client.post("/api/auth/callback/credentials", {
      form: { email, password, callbackUrl: "/beranda" },
      maxRedirects: 0,
    });
    sessions.push([email, await client.storageState()]);
    await client.dispose();
  }
  writeFileSync(join(data, sessionsFile), JSON.stringify(Object.fromEntries(sessions)), { mode: 0o600 });
}
