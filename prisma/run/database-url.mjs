// A PostgreSQL of one's own: whether it answers, is new enough, and keeps what a session is told.
import { Stop } from "./say.mjs";

const newEnough = 150_000;

/** @typedef {{ query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }> }} Asked */

/** @param {string} url @throws Stop */
export async function requireUsable(url) {
  const { default: pg } = await import("pg");
  const client = clientOf(pg.Client, url);
  const other = clientOf(pg.Client, url);
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    if (rows[0].version < newEnough)
      throw new Stop("DATABASE_URL menunjuk PostgreSQL yang terlalu lama; diperlukan versi 15 atau lebih baru.");
    await requireWritable(client);
    await requireOwnZone(client);
    await other.connect();
    await requireOwnSession(client, other);
  } catch (error) {
    throw error instanceof Stop ? error : refusalOf(error);
  } finally {
    for (const one of [client, other]) await one.end().catch(() => {});
  }
}

/** The owner's address has to lead to the tables that the app's leads to. @param {string} ownerUrl @param {string} url */
export async function requireSameDatabase(ownerUrl, url) {
  const { default: pg } = await import("pg");
  const places = [];
  for (const one of [ownerUrl, url]) {
    const client = clientOf(pg.Client, one);
    try {
      await client.connect();
      const { rows } = await client.query("SELECT current_database() AS base, pg_postmaster_start_time() AS since");
      places.push(`${rows[0].base} ${rows[0].since.getTime()}`);
    } catch (error) {
      throw error instanceof Stop ? error : refusalOf(error, one === ownerUrl ? "LOKMIN_OWNER_URL" : "DATABASE_URL");
    } finally {
      await client.end().catch(() => {});
    }
  }
  if (places[0] === places[1]) return;
  throw new Stop("LOKMIN_OWNER_URL dan DATABASE_URL menunjuk basis data yang berbeda. Samakan server dan namanya.");
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
    "DATABASE_URL menuju perantara yang membagi sambungan per transaksi (PgBouncer pool_mode=transaction). Pakai pool_mode=session, atau alamat PostgreSQL-nya langsung.",
  );
}

/** @param {unknown} error @param {string} [variable] */
function refusalOf(error, variable = "DATABASE_URL") {
  const reason = reasonOf(error);
  if (/unsupported startup parameter/.test(reason))
    return new Stop(
      "Perantara di depan basis data (PgBouncer) menolak parameter options. Tambahkan ignore_startup_parameters = options pada pengaturannya, atau pakai alamat PostgreSQL-nya langsung.",
    );
  return new Stop(
    `Basis data pada ${variable} tidak menjawab (${reason}). Periksa alamat, nama pengguna, dan kata sandinya.`,
  );
}

/** @param {typeof import("pg").Client} Client @param {string} url */
function clientOf(Client, url) {
  try {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      query_timeout: 20_000,
      options: "-c TimeZone=UTC",
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
