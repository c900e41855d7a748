import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { deriveKey } from "@/lib/secrets";
import { verifySignIn } from "@/lib/users/sign-in";
import { forgive, giveBack, take } from "@/lib/web/rate-limits";

declare module "next-auth" {
  interface Session {
    userId: string;
    epoch: number;
  }
  interface User {
    epoch: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    epoch?: number;
  }
}

let options: NextAuthOptions | undefined;

/** Made at the first request: the secret is not there while Next builds. */
export function authOptions(): NextAuthOptions {
  options ??= {
    secret: authSecret(),
    // One working day; the user behind it is read again at every request.
    session: { strategy: "jwt", maxAge: 12 * 3600 },
    pages: { signIn: "/masuk", error: "/masuk", signOut: "/masuk" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const email = String(credentials?.email ?? "")
            .trim()
            .toLowerCase();
          const address = String(request.headers?.["x-client-address"] ?? "");
          const account = `${email} ${address}`;
          // Counted before the password is looked at, and given back for a good one: many at once are counted too.
          if (!(await take("signInAddress", address))) throw new Error("TerlaluSering");
          if (!(await take("signInAccount", account))) throw new Error("TerlaluSering");
          const user = await verifySignIn(email, String(credentials?.password ?? ""));
          if (!user) return null;
          await forgive("signInAccount", account);
          await giveBack("signInAddress", address);
          return { id: user.id, epoch: user.sessionEpoch };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user) token.epoch = user.epoch;
        return token;
      },
      session({ session, token }) {
        return { ...session, userId: token.sub ?? "", epoch: token.epoch ?? -1 };
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
  return options;
}

export function authSecret(): string {
  return deriveKey("sesi").toString("base64url");
}

/** next-auth's own handler. */
export function authHandler(request: Request, context: unknown): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}
