import { PassThrough } from "node:stream";
import nodemailer from "nodemailer";
import { type Outcome, refuse } from "@/lib/actor";
import type { MailSettings } from "@/lib/email/settings";
import { log } from "@/lib/log";

export type Mail = {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  calendar?: string;
};

type Trouble = {
  isServerFault?: boolean;
  isTemporary?: boolean;
  isUncertain?: boolean;
};

export type MailOutcome = Outcome & Trouble;

export type Mailer = { send: (mail: Mail) => Promise<MailOutcome>; close: () => void };

export const connectionsAtOnce = 3;
const seconds = 1000;

export function openMailer({ url, from }: MailSettings): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connectionsAtOnce,
    connectionTimeout: 8 * seconds,
    greetingTimeout: 8 * seconds,
    socketTimeout: 15 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const handedOver = new Set<string>();
  transport.use("stream", ({ message, data: { messageId } }, done) => {
    message.transform(
      new PassThrough({
        flush(flushed) {
          if (messageId) handedOver.add(messageId);
          flushed();
        },
      }),
    );
    done();
  });
  return {
    async send({ id, to, subject, text, calendar }) {
      const messageId = `<${id}@lokmin>`;
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          messageId,
          attachments: calendar ? [calendarFile(calendar)] : [],
        });
        return { ok: true };
      } catch (error) {
        return failure(error, handedOver.has(messageId));
      }
    },
    close: () => transport.close(),
  };
}

const calendarFile = (content: string) => ({
  filename: "undangan.ics",
  content,
  contentType: "text/calendar; charset=utf-8; method=PUBLISH",
});

function failure(error: unknown, isHandedOver: boolean): MailOutcome {
  const code = textOf(error, "code");
  const status = Number(textOf(error, "responseCode")) || 0;
  log.warn({ code, status }, "email tidak terkirim");
  if (code === "EAUTH" || status === 535)
    return {
      ...refuse("Server email menolak nama pengguna atau kata sandinya. Mintalah pengelola memeriksa SMTP_URL."),
      isServerFault: true,
      isTemporary: true,
    };
  if (textOf(error, "command") === "MAIL FROM" && status >= 500)
    return {
      ...refuse(`Server email menolak alamat pengirim (${status}). Mintalah pengelola memeriksa SMTP_FROM.`),
      isServerFault: true,
      isTemporary: true,
    };
  if (status >= 500 && code === "EENVELOPE" && /relay/i.test(textOf(error, "response")))
    return {
      ...refuse(
        `Server email tidak mau meneruskan pesan ke luar (${status}). Mintalah pengelola memeriksa SMTP_URL dan SMTP_FROM.`,
      ),
      isServerFault: true,
      isTemporary: true,
    };
  if (status >= 500 && code === "EENVELOPE")
    return refuse(`Server email menolak alamat ini (${status}). Periksa alamat emailnya di Mitra.`);
  if (status >= 500) return refuse(`Server email menolak pesan ini (${status}). Tanyakan kepada pengelola email.`);
  if (status >= 400)
    return {
      ...refuse(`Server email menunda pesan ini (${status}). Coba lagi beberapa menit kemudian.`),
      isTemporary: true,
    };
  const silent = refuse("Server email tidak menjawab. Periksa jaringan, atau coba lagi nanti.");
  return isHandedOver
    ? { ...silent, isServerFault: true, isUncertain: true }
    : { ...silent, isServerFault: true, isTemporary: true };
}

function textOf(error: unknown, name: "code" | "responseCode" | "command" | "response"): string {
  if (!(error instanceof Error) || !(name in error)) return "";
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
