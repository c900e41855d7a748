// A passkey in software: what a browser and its authenticator would answer, with anything about it wrong on request.
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Assertion, Registration } from "@/lib/second-factor/passkey-schema";

type Asked = { challenge: string };
type Wrong = { origin?: string; rpID?: string; counter?: number; isVerified?: boolean; userHandle?: string };

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** The few shapes of CBOR that are needed: a text or bytes of less than 64 KB after its head. */
const head = (major: number, length: number) =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
const bytesOf = (bytes: Uint8Array) => Buffer.concat([head(2, bytes.length), bytes]);
const textOf = (text: string) => Buffer.concat([head(3, Buffer.byteLength(text)), Buffer.from(text)]);

export function makeAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinate = (text: string) => bytesOf(Buffer.from(text, "base64url"));
  // Key type EC2, algorithm ES256, curve P-256, x and y.
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ]);
  const id = randomBytes(16);
  let used = 0;

  const clientData = (type: string, { challenge }: Asked, { origin = process.env.APP_URL ?? "" }: Wrong) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const authenticatorData = (flags: number, { rpID = "localhost", counter, isVerified = true }: Wrong, more = "") => {
    used = counter ?? used + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(used);
    return Buffer.concat([sha256(rpID), Buffer.from([flags | (isVerified ? 4 : 0)]), count, Buffer.from(more, "hex")]);
  };

  return {
    register(asked: Asked, wrong: Wrong = {}): Registration {
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const data = authenticatorData(0x41, wrong, credential.toString("hex"));
      const attestationObject = Buffer.concat([
        ...[
          head(5, 3),
          textOf("fmt"),
          textOf("none"),
          textOf("attStmt"),
          head(5, 0),
          textOf("authData"),
          bytesOf(data),
        ],
      ]);
      return {
        ...{ id: base64url(id), rawId: base64url(id), type: "public-key", clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(clientData("webauthn.create", asked, wrong)),
          attestationObject: base64url(attestationObject),
          transports: ["internal"],
        },
      };
    },
    sign(asked: Asked, wrong: Wrong = {}): Assertion {
      const data = authenticatorData(0x01, wrong);
      const client = clientData("webauthn.get", asked, wrong);
      return {
        ...{ id: base64url(id), rawId: base64url(id), type: "public-key", clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign("sha256", Buffer.concat([data, sha256(client)]), privateKey)),
          ...(wrong.userHandle ? { userHandle: base64url(wrong.userHandle) } : {}),
        },
      };
    },
  };
}
