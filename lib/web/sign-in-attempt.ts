import { forgive, giveBack, take } from "@/lib/http/rate-limits";
import { log } from "@/lib/log";
import { beginPending, nextStepOf } from "@/lib/second-factor/pending";
import { endSession, openSession } from "@/lib/sessions/lifetime";
import { isKnownNetwork } from "@/lib/sessions/reads";
import { canonicalEmail } from "@/lib/users/rules";
import { verifySignIn } from "@/lib/users/sign-in";
import { cookieIn, sessionCookie } from "@/lib/web/session-cookie";

export type SignInFailure = "CredentialsSignin" | "TerlaluSering" | "Gangguan";

type Typed = { email: string; password: string };
export type SignInOutcome =
  | { id: string; sessionToken: string }
  /** The password was right; a second factor is awaited, which `pendingToken` leads to. */
  | { id: string; pendingToken: string }
  | { failure: SignInFailure };

/** Signs in within the limits; every outcome is logged, without the address that was typed. */
export async function attemptSignIn(typed: Typed, headers: Record<string, string>): Promise<SignInOutcome> {
  const from = { request: headers["x-request-id"], address: headers["x-client-address"] };
  try {
    const outcome = await signIn(typed, headers);
    if ("failure" in outcome) log.warn({ ...from, reason: outcome.failure }, "masuk gagal");
    else
      log.info({ ...from, actor: outcome.id }, "sessionToken" in outcome ? "masuk" : "masuk, menunggu langkah kedua");
    return outcome;
  } catch (error) {
    log.error({ ...from, err: error }, "masuk gagal karena gangguan");
    return { failure: "Gangguan" };
  }
}

async function signIn({ email: typed, password }: Typed, headers: Record<string, string>): Promise<SignInOutcome> {
  const email = canonicalEmail(typed);
  const address = headers["x-client-address"] ?? "";
  const account = `${email} ${address}`;
  // Counted before the password is looked at, and given back for a good one: many at once are counted too.
  if (!(await take("signInAddress", address))) return { failure: "TerlaluSering" };
  if (!(await take("signInAccount", account))) return { failure: "TerlaluSering" };
  // Guessed at from many networks, an account takes one sign-in after another; those it came from before are let
  // through all the same, so that nobody can shut its user out of his own office.
  const isFree = (await take("signInAnywhere", email)) || (await isKnownNetwork(email, address));
  if (!isFree && !(await take("signInSlowly", email))) return { failure: "TerlaluSering" };
  const user = await verifySignIn(email, password);
  if (!user) return { failure: "CredentialsSignin" };
  const isOpen = (await nextStepOf(user.id)) === "open";
  const browser = { userAgent: headers["user-agent"] ?? "", network: address };
  const token = isOpen ? await openSession(user, browser) : await beginPending(user);
  if (!token) return { failure: "CredentialsSignin" };
  // Another session of this browser would go on without anybody seeing it.
  if (isOpen) await endSession(cookieIn(headers.cookie, sessionCookie()));
  await forgive("signInAccount", account);
  await giveBack("signInAddress", address);
  await giveBack("signInAnywhere", email);
  return { id: user.id, ...(isOpen ? { sessionToken: token } : { pendingToken: token }) };
}
