// The programs of a high-availability PostgreSQL as Debian packs them, installed where they are missing.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "../../prisma/run/say.mjs";
import { installFromDebian } from "../run/debian.mjs";

const packages = { patroni: "patroni", etcd: "etcd-server", haproxy: "haproxy" };

/** @returns {Promise<string>} folder of PostgreSQL's programs */
export async function findPrograms() {
  if (missing().length > 0) await installFromDebian(missing());
  if (missing().length > 0)
    throw new Stop(`Ukuran ini memerlukan paket Debian ${missing().join(", ")}. Pasang, lalu jalankan lagi.`);
  return serverFolders().at(-1) ?? "";
}

function missing() {
  const isThere = (/** @type {string} */ program) =>
    [...(process.env.PATH ?? "").split(":"), "/usr/sbin"].some((place) => existsSync(join(place, program)));
  return Object.entries(packages)
    .filter(([program]) => !isThere(program))
    .map(([, name]) => name)
    .concat(serverFolders().length > 0 ? [] : ["postgresql"]);
}

function serverFolders() {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  return versions
    .filter((version) => Number(version) >= 15)
    .sort((one, other) => Number(one) - Number(other))
    .map((version) => join("/usr/lib/postgresql", version, "bin"))
    .filter((bin) => existsSync(join(bin, "initdb")));
}
