import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { allEnded } from "@/tests/setup/all-ended";

export type Received = { to: string[]; raw: string };

let servers: SMTPServer[] = [];

/** A server on the loopback that keeps what it takes; its address goes where the app looks for it. */
export async function mailServer(options: SMTPServerOptions = {}, credentials = ""): Promise<Received[]> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {
    // A client that gives up is part of what is tried here.
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : 0;
  process.env.SMTP_URL = `smtp://${credentials}127.0.0.1:${port}`;
  process.env.SMTP_FROM = "Puskesmas Sragi <undangan@sragi.example>";
  return received;
}

export async function closeMailServers(): Promise<void> {
  delete process.env.SMTP_URL;
  delete process.env.SMTP_FROM;
  await allEnded(servers.map((server) => new Promise<void>((done) => server.close(done))));
  servers = [];
}

/** Hangs up on the one whose session it is, without a word. */
export function hangUp(sessionId: string): void {
  for (const server of servers) for (const one of server.connections) if (one.id === sessionId) one.close();
}

/** A server's no to one of its questions. */
export function refuseWith(responseCode: number, message: string) {
  return (_address: unknown, _session: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error(message), { responseCode }));
}

/** The text of a message that has one part. */
export function textOf(raw: string): string {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  return decoded(body.join("\r\n\r\n"), encoding);
}

export function decoded(text: string, encoding: string | undefined): string {
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return text;
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
