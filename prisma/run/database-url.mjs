// A PostgreSQL of one's own: whether it answers, is new enough, and keeps what a session is told.
import { Stop } from "./say.mjs";

const newEnough = 150_000;

/** @typedef {{ query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }> }} Asked */

/**
 * The addresses of the office's own PostgreSQL: of the owner, of the app, and of the app where it needs a session of its
 * own (jobs), which a pooler in transaction mode has none of.
 * @param {Record<string, string | undefined>} settings
 * @returns {Promise<{ url: string, appUrl: string, direct: string }>}
 * @throws Stop
 */
export async function usableAddresses(settings) {
  const { DATABASE_URL: appUrl = "", LOKMIN_OWNER_URL, DATABASE_DIRECT_URL, LOKMIN_POOLER: pooler } = settings;
  if (pooler && pooler !== "transaksi")
    throw new Stop(`LOKMIN_POOLER hanya mengenal "transaksi"; isinya sekarang "${pooler}".`);
  if (pooler && !DATABASE_DIRECT_URL)
    throw new Stop(
      "Dengan LOKMIN_POOLER=transaksi, DATABASE_DIRECT_URL wajib diisi: alamat PostgreSQL yang sama tanpa melewati PgBouncer, untuk penyiapan tabel dan pekerjaan.",
    );
  const direct = DATABASE_DIRECT_URL || appUrl;
  const url = LOKMIN_OWNER_URL || direct;
  await requireUsable(direct, DATABASE_DIRECT_URL ? "DATABASE_DIRECT_URL" : "DATABASE_URL");
  if (direct !== appUrl) await requireSameDatabase({ DATABASE_URL: appUrl, DATABASE_DIRECT_URL: direct });
  if (url !== direct) await requireSameDatabase({ DATABASE_URL: appUrl, LOKMIN_OWNER_URL: url });
  return { url, appUrl, direct };
}

/** @param {string} url @param {string} [variable] @throws Stop */
export async function requireUsable(url, variable = "DATABASE_URL") {
  const { default: pg } = await import("pg");
  const client = clientOf(pg.Client, url);
  const other = clientOf(pg.Client, url);
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    if (rows[0].version < newEnough)
      throw new Stop(`${variable} menunjuk PostgreSQL yang terlalu lama; diperlukan versi 15 atau lebih baru.`);
    await requireWritable(client);
    await requireOwnZone(client);
    await other.connect();
    await requireOwnSession(client, other);
  } catch (error) {
    throw error instanceof Stop ? error : refusalOf(error, variable);
  } finally {
    for (const one of [client, other]) await one.end().catch(() => {});
  }
}

/** Two addresses have to lead to the same tables; a pooler may be asked for nothing. @param {Record<string, string>} addresses */
export async function requireSameDatabase(addresses) {
  const { default: pg } = await import("pg");
  const places = [];
  for (const [variable, address] of Object.entries(addresses)) {
    const client = clientOf(pg.Client, address, {});
    try {
      await client.connect();
      const { rows } = await client.query("SELECT current_database() AS base, pg_postmaster_start_time() AS since");
      places.push(`${rows[0].base} ${rows[0].since.getTime()}`);
    } catch (error) {
      throw error instanceof Stop ? error : refusalOf(error, variable);
    } finally {
      await client.end().catch(() => {});
    }
  }
  if (places[0] === places[1]) return;
  throw new Stop(
    `${Object.keys(addresses).join(" dan ")} menunjuk basis data yang berbeda. Samakan server dan namanya.`,
  );
}

/** @param {import("pg").Client} client */
async function requireWritable(client) {
  const { rows } = await client.query(
    "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS no",
  );
  if (rows[0].no)
    throw new Stop(
      "DATABASE_URL menunjuk basis data yang hanya dapat dibaca (salinan, atau default_transaction_read_only). Isi dengan alamat server utamanya.",
    );
}

/** Instants are written without an offset: in a session of another zone each would shift. @param {import("pg").Client} client */
async function requireOwnZone(client) {
  const { rows } = await client.query(
    "SELECT current_setting('TimeZone') AS zone, current_user AS name, current_database() AS base",
  );
  const { zone, name, base } = rows[0];
  if (zone === "UTC") return;
  throw new Stop(
    `Perantara di depan basis data (misalnya PgBouncer) membuang zona waktu yang diminta Lokmin; semua jam akan bergeser. Jalankan di basis data itu: ALTER ROLE "${name}" IN DATABASE "${base}" SET timezone TO 'UTC'; lalu mulai ulang perantaranya.`,
  );
}

/**
 * A pooler that hands a connection to another client after each transaction loses prepared statements, settings and
 * locks of a session.
 * @param {Asked} client @param {Asked} other
 */
export async function requireOwnSession(client, other) {
  const backendOf = async (/** @type {Asked} */ one) =>
    (await one.query("SELECT pg_backend_pid() AS pid")).rows[0]?.pid;
  const before = await backendOf(client);
  await other.query("BEGIN");
  const others = await backendOf(other);
  const after = others === before ? 0 : await backendOf(client);
  await other.query("ROLLBACK");
  if (others !== before && after === before) return;
  throw new Stop(
    "DATABASE_URL menuju perantara yang membagi sambungan per transaksi (PgBouncer pool_mode=transaction). Isi LOKMIN_POOLER=transaksi dan DATABASE_DIRECT_URL dengan alamat PostgreSQL-nya langsung; atau pakai pool_mode=session.",
  );
}

const certificateWords = new Map([
  [
    "CERT_HAS_EXPIRED",
    "Sertifikat TLS server basis data sudah habis masa berlakunya. Perbarui sertifikat di server PostgreSQL itu, muat ulang PostgreSQL, lalu jalankan lagi; bila sertifikatnya masih berlaku, periksa tanggal dan jam komputer ini.",
  ],
  [
    "CERT_NOT_YET_VALID",
    "Sertifikat TLS server basis data belum mulai berlaku. Periksa tanggal dan jam komputer ini dan server PostgreSQL itu.",
  ],
]);

/** @param {unknown} error @param {string} variable */
function refusalOf(error, variable) {
  const reason = reasonOf(error);
  const words = certificateWords.get(error instanceof Error && "code" in error ? String(error.code) : "");
  if (words) return new Stop(words);
  if (/unsupported startup parameter/.test(reason))
    return new Stop(
      "Perantara di depan basis data (PgBouncer) menolak parameter options. Tambahkan ignore_startup_parameters = options pada pengaturannya, atau pakai alamat PostgreSQL-nya langsung.",
    );
  return new Stop(
    `Basis data pada ${variable} tidak menjawab (${reason}). Periksa alamat, nama pengguna, dan kata sandinya.`,
  );
}

/** @param {typeof import("pg").Client} Client @param {string} url @param {import("pg").ClientConfig} [asked] */
function clientOf(Client, url, asked = { options: "-c TimeZone=UTC" }) {
  try {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      query_timeout: 20_000,
      ...asked,
    });
    client.on("error", () => {});
    return client;
  } catch {
    throw new Stop(
      "DATABASE_URL tidak terbaca. Tulis seperti postgresql://nama:sandi@server:5432/lokmin; tanda # / @ : di dalam kata sandi ditulis %23 %2F %40 %3A.",
    );
  }
}

/** Node gives a refused connection to "localhost" a code but no words. @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
