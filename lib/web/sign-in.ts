import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { log } from "@/lib/log";
import { deriveKey } from "@/lib/secrets";
import { openSession } from "@/lib/sessions/lifetime";
import { longestHours } from "@/lib/sessions/rules";
import { verifySignIn } from "@/lib/users/sign-in";
import { forgive, giveBack, take } from "@/lib/web/rate-limits";
import { isSecure, sessionCookie } from "@/lib/web/session-cookie";

declare module "next-auth" {
  interface User {
    sessionToken: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionToken?: string;
  }
}

/** Why nobody was signed in; next-auth hands it on in the address of the form. */
export type SignInFailure = "CredentialsSignin" | "TerlaluSering" | "Gangguan";

let options: NextAuthOptions | undefined;

/** Made at the first request: the secret is not there while Next builds. */
function authOptions(): NextAuthOptions {
  options ??= {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: longestHours * 3600 },
    // Credentials know no other strategy; what next-auth takes for a JWT is the token of our session's row.
    jwt: {
      encode: async ({ token }) => token?.sessionToken ?? "",
      decode: async () => null,
    },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
      },
    },
    pages: { signIn: "/masuk", error: "/masuk", signOut: "/masuk" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const typed = { email: credentials?.email ?? "", password: credentials?.password ?? "" };
          const outcome = await signIn(typed, request.headers ?? {}).catch((error) => {
            log.error({ request: request.headers?.["x-request-id"], err: error }, "masuk gagal karena gangguan");
            return { failure: "Gangguan" as const };
          });
          // next-auth puts the message of what is thrown into the form's address.
          if ("failure" in outcome) throw new Error(outcome.failure);
          return outcome;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user) token.sessionToken = user.sessionToken;
        return token;
      },
    },
    logger: { error: (code, cause) => log.error({ code, err: cause }, "next-auth"), warn: () => {}, debug: () => {} },
  };
  return options;
}

async function signIn(
  typed: { email: string; password: string },
  headers: Record<string, string>,
): Promise<{ id: string; sessionToken: string } | { failure: SignInFailure }> {
  const email = typed.email.trim().toLowerCase();
  const address = headers["x-client-address"] ?? "";
  const account = `${email} ${address}`;
  // Counted before the password is looked at, and given back for a good one: many at once are counted too.
  if (!(await take("signInAddress", address))) return { failure: "TerlaluSering" };
  if (!(await take("signInAccount", account))) return { failure: "TerlaluSering" };
  const user = await verifySignIn(email, typed.password);
  const sessionToken = user && (await openSession(user, headers["user-agent"] ?? ""));
  if (!sessionToken) return { failure: "CredentialsSignin" };
  await forgive("signInAccount", account);
  await giveBack("signInAddress", address);
  return { id: user.id, sessionToken };
}

export function authSecret(): string {
  return deriveKey("sesi").toString("base64url");
}

/** next-auth's own handler. @param address of its routes, after /api/auth */
export function authHandler(request: Request, address: string[]): Promise<Response> {
  return NextAuth(authOptions())(request, { params: { nextauth: address } });
}
