const diskFull = "53100";

const states = [
  diskFull,
  "55P03", // lock_not_available: lock_timeout
  "57014", // query_canceled: statement_timeout
  "25P03", // idle_in_transaction_session_timeout
  "40P01", // deadlock_detected
  "53300", // too_many_connections
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "08000",
  "08003",
  "08006",
];

const certificateReasons = new Map([
  [
    "CERT_HAS_EXPIRED",
    "Sertifikat TLS server basis data sudah habis masa berlakunya. Perbarui di server PostgreSQL itu.",
  ],
  [
    "CERT_NOT_YET_VALID",
    "Sertifikat TLS server basis data belum mulai berlaku. Periksa jam komputer ini dan server itu.",
  ],
]);

/** Prisma's own: no connection, none in time, none that can be trusted, no transaction in time, deadlock. */
const prismaCodes = ["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2034"];

const away = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN"];
const nodeCodes = [...away, ...certificateReasons.keys()];

const codes = new Set([...states, ...prismaCodes, ...nodeCodes]);

const words =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client (?:has encountered a connection error|was closed)|timeout expired|due to (?:lock|statement) timeout|Read-only file system|deadlock detected|remaining connection slots/;

/**
 * Whether an error says that the database is busy or away for now, so that trying again later may help. Looks through
 * causes and what Prisma wraps.
 */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  if ("code" in error && typeof error.code === "string" && codes.has(error.code)) return true;
  if (words.test(error.message) || states.some((state) => error.message.includes(`\`${state}\``))) return true;
  return isUnavailable(error.cause, depth + 1);
}

/** What to mend where the database's certificate is not valid now; null for any other reason. */
export function certificateReason(error: unknown): string | null {
  return error instanceof Error && "code" in error ? (certificateReasons.get(String(error.code)) ?? null) : null;
}

export const unavailableDigest = "SIBUK-";

/** Waiting does not help here: somebody has to make room. */
export const storageFullDigest = `${unavailableDigest}PENUH-`;

function isStorageFull(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  if ("code" in error && error.code === diskFull) return true;
  return error.message.includes(`\`${diskFull}\``) || isStorageFull(error.cause, depth + 1);
}

/** Says so in the error itself: of what a server throws, Next tells the browser its digest alone. */
export function labelUnavailable(error: unknown): void {
  if (error instanceof Error && isUnavailable(error))
    Object.assign(error, {
      digest: `${isStorageFull(error) ? storageFullDigest : unavailableDigest}${crypto.randomUUID().slice(0, 8)}`,
    });
}
