import { z } from "zod";
import { kind } from "@/lib/events/kind";

const named = z.object({ name: z.string() });

export const apiTokenEvents = {
  "api-token.created": kind("api-token", named.extend({ expiresAt: z.string() }), ({ name, expiresAt }) => ({
    verb: "membuat token API",
    subject: name,
    detail: { berlakuSampai: expiresAt.slice(0, 10) },
  })),
  "api-token.revoked": kind("api-token", named, ({ name }) => ({ verb: "mencabut token API", subject: name })),
};
