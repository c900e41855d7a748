import pino from "pino";

const shared = globalThis as { lokminLog?: pino.Logger };

shared.lokminLog ??= pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    base: undefined,
    // A message of the database may quote what somebody typed; its other properties always do.
    serializers: {
      err: (error) => redactText(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        "password",
        "*.password",
        "phone",
        "*.phone",
        "token",
        "*.token",
        "cookie",
        "*.cookie",
        "authorization",
        "*.authorization",
      ],
      censor: "[disembunyikan]",
    },
  },
  // Written in batches: one system call per request was a tenth of what an invitee's page costs. What waits is
  // written out when the process ends, also by an error.
  pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 200 }),
);

export const log: pino.Logger = shared.lokminLog;

export function loggablePath(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  return (
    path
      .replace(/^\/(u|t|d|h|masuk\/tautan|pasang|kalender)\/[^/]+/, "/$1/[token]")
      // A mangled address (//u/…, /%75/…, http://…) holds the same token.
      .replace(/[0-9A-Za-z]{22,}/g, "[token]")
  );
}

export function redactText(text: string): string {
  return text
    .replace(/(?:\+?62[\s.-]*(?:\(0\)\s*)?|0)8(?:[\s.-]?\d){7,12}/g, "[nomor]")
    .replace(/\b[0-9A-Za-z]{22}\b/g, "[token]");
}
