import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { resolveHost } from "@/lib/webhooks/addresses";

export type Posted = { status: number } | { reason: string };

const waitMs = 10_000;
const mostAnswerBytes = 65_536;

/**
 * Sends one message to the address that its name led to a moment ago, and to no other: a name that leads elsewhere by
 * now, or an answer that leads on, is not followed.
 */
export async function post(
  url: URL,
  { headers, body, signal }: { headers: Record<string, string | number>; body: string; signal: AbortSignal },
): Promise<Posted> {
  const resolved = await resolveHost(url.hostname, process.env.LOKMIN_WEBHOOK_PRIVATE ?? "");
  if (!resolved.ok) return resolved;
  const { address, family } = resolved;
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((done) => {
    const sent = send(
      url,
      {
        ...{ method: "POST", headers, agent: false, signal: AbortSignal.any([signal, AbortSignal.timeout(waitMs)]) },
        lookup: (_, { all }, found) => (all ? found(null, [{ address, family }]) : found(null, address, family)),
      },
      (response) => {
        let length = 0;
        const end = () => {
          sent.destroy();
          done({ status: response.statusCode ?? 0 });
        };
        response.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length > mostAnswerBytes) end();
        });
        response.on("end", end);
        response.on("error", end);
      },
    );
    // Unheard, it would end the connection without an error and without an answer.
    sent.on("upgrade", ({ statusCode }, socket) => {
      socket.destroy();
      done({ status: statusCode ?? 0 });
    });
    sent.on("error", (error) => done({ reason: reasonOf(error) }));
    sent.end(body);
  });
}

const codes: Record<string, string> = {
  ECONNREFUSED: "Server tujuan menolak sambungan",
  ECONNRESET: "Server tujuan memutus sambungan",
  EHOSTUNREACH: "Server tujuan tidak terjangkau",
  ENETUNREACH: "Server tujuan tidak terjangkau",
  ABORT_ERR: `Server tujuan tidak menjawab dalam ${waitMs / 1000} detik`,
};

function reasonOf(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))
    return `Sertifikat server tujuan tidak dapat dipercaya (${code})`;
  return codes[code] ?? `Sambungan ke server tujuan gagal (${code || error.name})`;
}
