import { type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { readAppCode, readRecoveryCode } from "@/lib/second-factor/codes";
import { type Account, authorOf } from "@/lib/second-factor/rules";
import { clockWords, readCode, stepOf } from "@/lib/second-factor/totp";
import { reopenToken } from "@/lib/secrets";
import { formatMoment } from "@/lib/time";
import { transact } from "@/lib/transact";
import { isPassword } from "@/lib/users/sign-in";

/** Takes a code of an authenticator app or a recovery code, once. Its caller limits the attempts. */
export async function spendCode(account: Account, typed: string, now = new Date()): Promise<Outcome> {
  const code = readAppCode(typed);
  if (code) return spendAppCode(account, code, now);
  const recovery = readRecoveryCode(typed);
  return recovery ? spendRecoveryCode(account, recovery) : unreadable;
}

async function spendAppCode({ userId, organisation }: Account, code: string, now: Date): Promise<Outcome> {
  const apps = await db.authenticatorApp.findMany({
    where: { userId, confirmedAt: { not: null } },
    select: { id: true, sealedSecret: true },
  });
  for (const { id, sealedSecret } of apps) {
    const secret = reopenToken(sealedSecret);
    const reading = secret && readCode(secret, code, now);
    if (!reading) continue;
    if (!reading.isRight) {
      await refuseLater(id, reading.step, now);
      return refuse(clockWords(reading.minutesAhead, formatMoment(now, organisation.timeZone)), "code");
    }
    return (await takeStep(id, reading.step, now)) ? { ok: true } : used;
  }
  return apps.length > 0 && apps.every(({ sealedSecret }) => reopenToken(sealedSecret) === null) ? lost : wrong;
}

/** Of two who send the same code at once the UPDATE lets one through. */
async function takeStep(id: string, step: number, now: Date): Promise<boolean> {
  const { count } = await transact((tx) =>
    tx.authenticatorApp.updateMany({
      where: { id, lastStep: { lt: step }, NOT: { refusedSteps: { has: step } } },
      data: { lastStep: step, lastUsedAt: now },
    }),
  );
  return count === 1;
}

/** Told that a code is of another hour, a guesser must not use it in that hour. */
async function refuseLater(id: string, step: number, now: Date): Promise<void> {
  const current = stepOf(now);
  if (step <= current) return;
  await transact(
    (tx) => tx.$executeRaw`
    UPDATE "AuthenticatorApp" SET "refusedSteps" = array_append(
      ARRAY(SELECT s FROM unnest("refusedSteps") s WHERE s >= ${current - 1}::int), ${step}::int)
    WHERE id = ${id}::uuid`,
  );
}

async function spendRecoveryCode(account: Account, typed: string): Promise<Outcome> {
  const { userId, organisation } = account;
  const codes = await db.recoveryCode.findMany({
    where: { userId, usedAt: null },
    select: { id: true, codeHash: true },
  });
  for (const { id, codeHash } of codes) {
    if (!(await isPassword(codeHash, typed))) continue;
    return transact<Outcome>(async (tx) => {
      const { count } = await tx.recoveryCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: new Date() } });
      if (count === 0) return unusable;
      await recordEvent(tx, authorOf(account), {
        action: "recovery-code.used",
        subjectId: userId,
        organisationId: organisation.id,
        data: { left: await tx.recoveryCode.count({ where: { userId, usedAt: null } }) },
      });
      return { ok: true };
    });
  }
  return unusable;
}

const wrong = refuse(
  "Kode tidak cocok. Ketik kode yang sekarang tampil di aplikasi untuk akun Lokmin, sebelum berganti.",
  "code",
);

const lost = refuse(
  "Aplikasi autentikator Anda tidak berlaku lagi sejak data Lokmin dipulihkan tanpa kuncinya. Masuklah dengan kode pemulihan atau kunci sandi, atau minta admin lain memulihkan akun Anda; admin tunggal memakai npm run pulihkan-admin di servernya.",
  "code",
);

const used = refuse("Kode ini sudah dipakai. Tunggu sampai aplikasi menampilkan kode berikutnya.", "code");

const unusable = refuse(
  "Kode pemulihan ini tidak cocok atau sudah pernah dipakai. Pakai kode lain dari daftar Anda.",
  "code",
);

const unreadable = refuse(
  "Ketik 6 angka dari aplikasi autentikator, atau satu kode pemulihan (12 huruf dan angka)",
  "code",
);
