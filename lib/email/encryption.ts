import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import type { MailSettings } from "@/lib/email/settings";

export type Encryption = "tls" | "none" | "unknown";

export const encryptionWords: Record<Encryption, string> = {
  tls: "terenkripsi (TLS)",
  none: "tanpa enkripsi: server ini tidak menawarkan TLS, jadi isi undangan dan kata sandi SMTP dapat dibaca di jaringan. Pakai smtps:// atau server yang menawarkan STARTTLS.",
  unknown: "belum dapat diperiksa: server email tidak menjawab, atau sertifikat TLS-nya tidak sah.",
};

export function probeEncryption({ url }: MailSettings, timeoutMs = 5000): Promise<Encryption> {
  const connection = new SMTPConnection({
    ...new SMTPTransport({ url }).options,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return new Promise((done) => {
    const end = (encryption: Encryption) => {
      done(encryption);
      connection.close();
    };
    connection.on("error", () => end("unknown"));
    connection.on("end", () => end("unknown"));
    connection.connect(() => end(connection.secure ? "tls" : "none"));
  });
}
