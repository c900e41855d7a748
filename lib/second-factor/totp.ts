// Codes by time (RFC 6238) as authenticator apps make them: SHA-1, six figures, 30 seconds.
import { Secret, TOTP } from "otpauth";

export const stepSeconds = 30;

/** A code is taken half a minute before and after its own half minute. */
const window = 1;

export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totpOf(secret: string, email = ""): TOTP {
  return new TOTP({ issuer: "Lokmin", label: email, secret: Secret.fromBase32(secret), period: stepSeconds });
}

export function appAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

export function codeAt(secret: string, at: Date): string {
  return totpOf(secret).generate({ timestamp: at.getTime() });
}

export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds);
}

export type CodeReading = { isRight: true; step: number } | { isRight: false; step: number; minutesAhead: number };

/** @returns when the code is made; null where neither now nor on a clock that is off by minutes, hours or a day */
export function readCode(secret: string, token: string, now: Date): CodeReading | null {
  const totp = totpOf(secret);
  const timestamp = now.getTime();
  const near = totp.validate({ token, timestamp, window });
  if (near !== null) return { isRight: true, step: stepOf(now) + near };
  for (const { minutes, within } of otherClocks) {
    const delta = totp.validate({ token, timestamp: timestamp + minutes * 60_000, window: within });
    if (delta === null) continue;
    const step = stepOf(now) + (minutes * 60) / stepSeconds + delta;
    return { isRight: false, step, minutesAhead: Math.round(((step - stepOf(now)) * stepSeconds) / 60) };
  }
  return null;
}

/** Every minute up to 70, and whole hours or a day with the few minutes by which clocks differ besides. */
const otherClocks = [
  { minutes: 0, within: 140 },
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24].flatMap((hours) =>
    [1, -1].map((sign) => ({ minutes: sign * hours * 60, within: 8 })),
  ),
];

export function clockWords(minutesAhead: number, now: string): string {
  const minutes = Math.abs(minutesAhead);
  const hours = Math.round(minutes / 60);
  const span = minutes < 50 ? `${Math.max(1, minutes)} menit` : hours === 24 ? "satu hari" : `${hours} jam`;
  const way = minutesAhead > 0 ? "lebih cepat" : "lebih lambat";
  return `Kode ini dari jam yang berbeda: jam HP Anda sekitar ${span} ${way} daripada jam server, yang sekarang menunjukkan ${now}. Bila jam HP yang salah, setel ke otomatis, lalu ketik kode yang baru; bila jam server yang salah, beri tahu pengelola Lokmin.`;
}
