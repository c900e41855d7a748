import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { newRecoveryCodes, readAppCode } from "@/lib/second-factor/codes";
import { countFactors, holdAccount } from "@/lib/second-factor/hold";
import { isRequired } from "@/lib/second-factor/required";
import { authorOf, type Holder, mostFactors } from "@/lib/second-factor/rules";
import { clockWords, newAppSecret, readCode } from "@/lib/second-factor/totp";
import { reopenToken, sealToken } from "@/lib/secrets";
import { formatMoment } from "@/lib/time";
import { transact } from "@/lib/transact";
import { hashPassword } from "@/lib/users/sign-in";

/** One app at a time is being set up: a new beginning ends the one before. */
export async function beginApp(holder: Holder, { id, name }: { id: string; name: string }): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const refusal = (await holdAccount(tx, holder)) ?? (await requireRoom(tx, holder));
      if (refusal) return refusal;
      const { userId } = holder;
      await tx.authenticatorApp.deleteMany({ where: { userId, confirmedAt: null } });
      await tx.authenticatorApp.create({ data: { id, userId, name, sealedSecret: sealToken(newAppSecret()) } });
      return { ok: true };
    },
    { onDuplicate: () => ({ ok: true }) },
  );
}

export async function requireRoom(tx: Db, { userId }: Holder): Promise<Refusal | null> {
  return (await countFactors(tx, userId)) < mostFactors
    ? null
    : refuse(`Paling banyak ${mostFactors} aplikasi dan kunci sandi. Hapus dulu yang tidak dipakai.`);
}

export async function confirmApp(holder: Holder, id: string, typed: string, now = new Date()): Promise<Outcome> {
  const code = readAppCode(typed);
  if (!code || !isId(id)) return refuse("Ketik 6 angka yang tampil di aplikasi", "code");
  return transact<Outcome>((tx) => confirmAppIn(tx, holder, { id, code, now }));
}

async function confirmAppIn(
  tx: Db,
  holder: Holder,
  { id, code, now }: { id: string; code: string; now: Date },
): Promise<Outcome> {
  const refusal = await holdAccount(tx, holder);
  if (refusal) return refusal;
  const { userId, organisation } = holder;
  const app = await tx.authenticatorApp.findFirst({ where: { id, userId } });
  if (app?.confirmedAt) return { ok: true };
  const secret = app && reopenToken(app.sealedSecret);
  if (!app || !secret)
    return refuse("Penyiapan ini sudah diganti dengan yang baru. Muat ulang halaman, lalu pindai lagi.");
  const reading = readCode(secret, code, now);
  if (!reading)
    return refuse("Kode tidak cocok. Ketik kode yang sekarang tampil di aplikasi untuk akun Lokmin ini.", "code");
  if (!reading.isRight)
    return refuse(clockWords(reading.minutesAhead, formatMoment(now, organisation.timeZone)), "code");
  await tx.authenticatorApp.update({
    where: { id },
    data: { confirmedAt: now, lastUsedAt: now, lastStep: reading.step },
  });
  await recordEvent(tx, authorOf(holder), {
    action: "authenticator-app.added",
    subjectId: userId,
    organisationId: organisation.id,
    data: { name: app.name },
  });
  return { ok: true };
}

export type FactorKind = "app" | "passkey";

/** With the last one go the recovery codes; where a second factor is asked for, the last one stays. */
export async function removeFactor(holder: Holder, kind: FactorKind, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const refusal = await holdAccount(tx, holder);
    if (refusal) return refusal;
    const { userId, organisation } = holder;
    const name = isId(id) ? await deleteFactor(tx, userId, kind, id) : null;
    if (name === null) return { ok: true };
    const isLast = (await countFactors(tx, userId)) === 0;
    if (isLast && (await isRequired(userId, tx)))
      return refuse("Kantor Anda mewajibkan verifikasi dua langkah. Tambahkan dulu yang baru, lalu hapus yang ini.");
    if (isLast) await tx.recoveryCode.deleteMany({ where: { userId } });
    await recordEvent(tx, authorOf(holder), {
      action: kind === "app" ? "authenticator-app.removed" : "passkey.removed",
      subjectId: userId,
      organisationId: organisation.id,
      data: { name },
    });
    return { ok: true };
  });
}

async function deleteFactor(tx: Db, userId: string, kind: FactorKind, id: string): Promise<string | null> {
  const rows =
    kind === "app"
      ? await tx.$queryRaw<{ name: string }[]>`
          DELETE FROM "AuthenticatorApp" WHERE id = ${id}::uuid AND "userId" = ${userId}::uuid RETURNING name`
      : await tx.$queryRaw<{ name: string }[]>`
          DELETE FROM "Passkey" WHERE id = ${id}::uuid AND "userId" = ${userId}::uuid RETURNING name`;
  return rows[0]?.name ?? null;
}

/** @returns ten codes, for the only time: the database keeps their hashes. Those made before end. */
export async function makeRecoveryCodes(holder: Holder): Promise<Outcome<{ codes: string[] }>> {
  const codes = newRecoveryCodes();
  const hashes = await Promise.all(codes.map(hashPassword));
  return transact<Outcome<{ codes: string[] }>>(async (tx) => {
    const refusal = await holdAccount(tx, holder);
    if (refusal) return refusal;
    const { userId, organisation } = holder;
    if ((await countFactors(tx, userId)) === 0)
      return refuse("Kode pemulihan menggantikan langkah kedua. Siapkan dulu aplikasi autentikator atau kunci sandi.");
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) });
    await recordEvent(tx, authorOf(holder), {
      action: "recovery-codes.made",
      subjectId: userId,
      organisationId: organisation.id,
      data: {},
    });
    return { ok: true, codes };
  });
}
