import { cookies } from "next/headers";
import { z } from "zod";
import { keyedHash } from "@/lib/secrets";
import { hostCookie, hostCookieOptions, sessionCookie } from "@/lib/web/session-cookie";

/** What was just done, shown once on the page that follows; with an undo where there is one. */
export type Notice = { key: string; words: string; undoId?: string | undefined; isRefusal?: boolean | undefined };

const notice = z.object({
  /** Of the session it was said in: who signs in after it on the same browser does not read it. */
  session: z.string().max(20),
  key: z.string().max(40),
  words: z.string().max(400),
  undoId: z.uuid().optional(),
  isRefusal: z.boolean().optional(),
});

/** The page's script deletes it; without script it ends by itself. */
export const noticeCookie = () => hostCookie("lokmin.kabar");
const lifetime = 20;

export async function tell(words: string, more: { undoId?: string; isRefusal?: boolean } = {}): Promise<void> {
  const jar = await cookies();
  const value: z.input<typeof notice> = {
    session: markOf(jar),
    key: Date.now().toString(36),
    words: words.slice(0, 400),
    ...more,
  };
  jar.set(noticeCookie(), Buffer.from(JSON.stringify(value)).toString("base64url"), {
    ...hostCookieOptions(),
    maxAge: lifetime,
    httpOnly: false,
  });
}

export async function currentNotice(): Promise<Notice | null> {
  const jar = await cookies();
  const value = jar.get(noticeCookie())?.value;
  return value ? readNotice(value, markOf(jar)) : null;
}

export function readNotice(value: string, ownSession: string): Notice | null {
  try {
    const { session, ...said } = notice.parse(JSON.parse(Buffer.from(value, "base64url").toString()));
    return session === ownSession ? said : null;
  } catch {
    return null;
  }
}

type Jar = { get: (name: string) => { value: string } | undefined };

const markOf = (jar: Jar) => keyedHash(jar.get(sessionCookie())?.value ?? "").slice(0, 12);
