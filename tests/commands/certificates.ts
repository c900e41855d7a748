// Certificates of a database's server, made by openssl: of an authority of the test's own, valid or run out.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const authority = `[ca]
default_ca = ours
[ours]
dir = .
database = ./index.txt
serial = ./serial
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = server
[any]
commonName = supplied
[server]
subjectAltName = DNS:localhost, IP:127.0.0.1
`;

const moment = (date: Date) => date.toISOString().replace(/[-:T]|\.\d+/g, "");

export function makeAuthority(folder: string) {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  writeFileSync(join(folder, "ca.cnf"), authority);
  writeFileSync(join(folder, "index.txt"), "");
  writeFileSync(join(folder, "index.txt.attr"), "unique_subject = no\n");
  writeFileSync(join(folder, "serial"), "01\n");
  const key = ["-newkey", "rsa:2048", "-nodes"];
  openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.crt", "-days", "30", "-subj", "/CN=Otoritas Uji");
  openssl("req", ...key, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost");
  return {
    authority: join(folder, "ca.crt"),
    key: join(folder, "server.key"),
    /** A certificate that ends so many days from now. */
    issue(days: number): string {
      const name = `server-${days}.crt`;
      const end = new Date(Date.now() + days * 86_400_000);
      const from = moment(new Date(end.getTime() - 90 * 86_400_000));
      const signed = ["ca", "-batch", "-config", "ca.cnf", "-cert", "ca.crt", "-keyfile", "ca.key", "-notext"];
      openssl(...signed, "-startdate", from, "-enddate", moment(end), "-in", "server.csr", "-out", name);
      return join(folder, name);
    },
  };
}
