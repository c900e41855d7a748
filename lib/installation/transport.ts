import { isIP } from "node:net";
import pg from "pg";

/** Servers on other machines that are spoken to without TLS, each in a sentence that says what to do. */
export function transportProblems({ DATABASE_URL, S3_URL }: NodeJS.ProcessEnv = process.env): string[] {
  return [
    ...(DATABASE_URL && isDatabaseReadable(DATABASE_URL) ? [databaseWords] : []),
    ...(S3_URL && isPlainHttp(S3_URL) ? [bucketWords] : []),
  ];
}

function isDatabaseReadable(connectionString: string): boolean {
  const { host, ssl } = new pg.Client({ connectionString });
  return !ssl && !isThisMachine(host);
}

function isPlainHttp(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && !isThisMachine(hostname);
}

function isThisMachine(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "");
  return (
    name === "localhost" || name.startsWith("/") || name === "::1" || (isIP(name) === 4 && name.startsWith("127."))
  );
}

const databaseWords =
  "Basis data berada di komputer lain dan diakses tanpa TLS, sehingga data pribadi dapat dibaca di jaringan: nyalakan ssl di server PostgreSQL itu dan tambahkan sslmode=verify-full pada DATABASE_URL";

const bucketWords =
  "Penyimpanan berkas (S3_URL) berada di komputer lain dan diakses tanpa TLS, sehingga berkas dapat dibaca di jaringan: pakai alamat https";
