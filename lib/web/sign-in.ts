import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { log } from "@/lib/log";
import { deriveKey } from "@/lib/secrets";
import { longestHours } from "@/lib/sessions/rules";
import { hostCookie, hostCookieOptions, sessionCookie } from "@/lib/web/session-cookie";
import { attemptSignIn } from "@/lib/web/sign-in-attempt";

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

/** Before the token of a sign-in that waits for its second factor, which must become no session's cookie. */
export const pendingPrefix = "LangkahKedua:";

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
      sessionToken: { name: sessionCookie(), options: hostCookieOptions() },
      callbackUrl: { name: hostCookie("next-auth.callback-url"), options: hostCookieOptions() },
    },
    pages: { signIn: "/masuk", error: "/masuk", signOut: "/masuk" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const typed = { email: credentials?.email ?? "", password: credentials?.password ?? "" };
          const outcome = await attemptSignIn(typed, request.headers ?? {});
          // next-auth puts the message of what is thrown into the form's address.
          if ("failure" in outcome) throw new Error(outcome.failure);
          if ("pendingToken" in outcome) throw new Error(`${pendingPrefix}${outcome.pendingToken}`);
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

export function authSecret(): string {
  return deriveKey("sesi").toString("base64url");
}

/** next-auth's own handler. @param address of its routes, after /api/auth */
export function authHandler(request: Request, address: string[]): Promise<Response> {
  return NextAuth(authOptions())(request, { params: { nextauth: address } });
}
