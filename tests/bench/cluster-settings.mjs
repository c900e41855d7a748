// How etcd, Patroni and HAProxy are told of each other.
import { join } from "node:path";

export const password = "hanya-untuk-ukur";

/** Seconds after which a leader that says nothing is replaced: Patroni's own default is 30, 20 its least. */
export const leaderTtl = 20;

/** @typedef {{ name: string, home: string, database: number, rest: number, etcd: number, peer: number }} Place of one machine: its folder and ports */

const address = (/** @type {number} */ port) => `http://127.0.0.1:${port}`;

/** @param {Place} own @param {readonly Place[]} all */
export function etcdArguments({ name, home, etcd, peer }, all) {
  const members = all.map((one) => `${one.name}=${address(one.peer)}`).join(",");
  return [
    ...["--name", name, "--data-dir", join(home, "etcd"), "--logger", "zap"],
    ...["--listen-client-urls", address(etcd), "--advertise-client-urls", address(etcd)],
    ...["--listen-peer-urls", address(peer), "--initial-advertise-peer-urls", address(peer)],
    ...["--initial-cluster", members],
  ];
}

/** @param {Place} own @param {readonly Place[]} all @param {string} bin */
export function patroniSettings({ name, home, database, rest }, all, bin) {
  return {
    scope: "lokmin",
    name,
    etcd3: { hosts: all.map(({ etcd }) => `127.0.0.1:${etcd}`) },
    restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
    bootstrap: {
      dcs: {
        ttl: leaderTtl,
        loop_wait: 5,
        retry_timeout: 5,
        // An answer that was acknowledged is on two machines.
        synchronous_mode: true,
        maximum_lag_on_failover: 0,
        primary_start_timeout: 0,
        postgresql: { use_pg_rewind: true, parameters: { max_connections: 100, shared_buffers: "64MB" } },
      },
      initdb: [{ encoding: "UTF8" }, { locale: "C.UTF-8" }, "data-checksums"],
    },
    postgresql: {
      listen: `127.0.0.1:${database}`,
      connect_address: `127.0.0.1:${database}`,
      data_dir: join(home, "data"),
      bin_dir: bin,
      pgpass: join(home, "pgpass"),
      authentication: {
        superuser: { username: "postgres", password },
        replication: { username: "replikasi", password },
        rewind: { username: "gulung", password },
      },
      pg_hba: ["host all all 127.0.0.1/32 scram-sha-256", "host replication replikasi 127.0.0.1/32 scram-sha-256"],
      parameters: { unix_socket_directories: home, password_encryption: "scram-sha-256" },
    },
  };
}

/** @param {readonly Place[]} all @param {number} port */
export function proxySettings(all, port) {
  return `defaults
  mode tcp
  timeout connect 2s
  timeout client 30m
  timeout server 30m
listen pemimpin
  bind 127.0.0.1:${port}
  option httpchk GET /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${all.map(({ name, database, rest }) => `  server ${name} 127.0.0.1:${database} check port ${rest}`).join("\n")}
`;
}
