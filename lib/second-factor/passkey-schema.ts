import { z } from "zod";
import { text } from "@/lib/fields";

const bytes = z.string().regex(/^[\w-]{0,16000}$/);

const common = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
};

const registration = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});

const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});

export type Registration = z.output<typeof registration>;
export type Assertion = z.output<typeof assertion>;

/** What a browser answered, as its script sent it; null for anything else. */
function readWith<T>(schema: z.ZodType<T>, sent: unknown): T | null {
  if (typeof sent !== "string" || sent.length > 40_000) return null;
  try {
    return schema.safeParse(JSON.parse(sent)).data ?? null;
  } catch {
    return null;
  }
}

export const readRegistration = (sent: unknown) => readWith(registration, sent);
export const readAssertion = (sent: unknown) => readWith(assertion, sent);

export const passkeyNameSchema = z.object({ name: text("nama kunci sandi", 60) });
