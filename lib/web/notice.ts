import { cookies } from "next/headers";
import { z } from "zod";
import { isSecure } from "@/lib/web/session-cookie";

/** What was just done, shown once on the page that follows; with an undo where there is one. */
export type Notice = { key: string; words: string; undoId?: string | undefined; isRefusal?: boolean | undefined };

const notice = z.object({
  key: z.string().max(40),
  words: z.string().max(400),
  undoId: z.uuid().optional(),
  isRefusal: z.boolean().optional(),
});

/** The page's script deletes it; without script it ends by itself. */
export const noticeCookie = "lokmin.kabar";
const lifetime = 20;

export async function tell(words: string, more: { undoId?: string; isRefusal?: boolean } = {}): Promise<void> {
  const value: Notice = { key: Date.now().toString(36), words: words.slice(0, 400), ...more };
  (await cookies()).set(noticeCookie, Buffer.from(JSON.stringify(value)).toString("base64url"), {
    path: "/",
    maxAge: lifetime,
    sameSite: "lax",
    secure: isSecure(),
    httpOnly: false,
  });
}

export async function currentNotice(): Promise<Notice | null> {
  const value = (await cookies()).get(noticeCookie)?.value;
  if (!value) return null;
  try {
    return notice.parse(JSON.parse(Buffer.from(value, "base64url").toString()));
  } catch {
    return null;
  }
}
