// What an office's server is set up with: the files in deploy/, checked by the programs they are for.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { connect } from "node:net";
import { join } from "node:path";
import { type ConnectionOptions, connect as tlsConnect } from "node:tls";
import { beforeAll, expect, test } from "vitest";
import { root } from "@/prisma/run/prepare.mjs";
import { freePort, pause } from "@/prisma/run/processes.mjs";
import { ensurePrograms, findProgram, installLimit, runProgram } from "@/tests/setup/programs";
import { dataFolderCopy, emptyFolder } from "./folder";
import { startLokmin } from "./lokmin";

const host = "lokmin.contoh.go.id";

/** Takes files: what is sent to it is received to its end. */
const unknownLink = "/u/aaaaaaaaaaaaaaaaaaaaaa";

beforeAll(() => ensurePrograms("nginx", "openssl", "systemd-analyze"), installLimit);

test("the service is one that systemd takes", async () => {
  const folder = emptyFolder();
  const unit = join(folder, "lokmin.service");
  const text = readFileSync(join(root, "deploy/lokmin.service"), "utf8");
  // systemd looks whether the program's folder is there.
  writeFileSync(unit, text.replaceAll("/opt/lokmin", folder).replace("User=lokmin", "User=nobody"));
  expect(String(await runProgram("systemd-analyze", ["verify", "--man=no", unit]))).toBe("");
  const [, start = ""] = /^ExecStart=\/usr\/bin\/env node (.+)$/m.exec(text) ?? [];
  expect(readFileSync(join(root, start), "utf8")).toContain("npm start");
});

test("through nginx, from a data folder with spaces and letters of others, an office's page comes as if asked directly", async () => {
  const data = join(emptyFolder(), "Data Puskesmas Désa 村 (2027)");
  renameSync(dataFolderCopy(), data);
  const app = await startLokmin({ data, env: { APP_URL: `https://${host}`, TRUST_PROXY: "1" } });
  await app.ready();
  const nginx = await startNginx(app.port);
  try {
    const page = await ask(nginx.https, "/masuk");
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining("Masuk") });
    expect(page.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(await ask(nginx.https, "/api/sehat/siap")).toMatchObject({ status: 200 });
    const moved = await fetch(`http://127.0.0.1:${nginx.http}/beranda`, { redirect: "manual" });
    expect(moved.status).toBe(301);
    for (const path of ["/api/v1/meetings", "/api/metrik"])
      expect((await fetch(`http://127.0.0.1:${nginx.http}${path}`, { redirect: "manual" })).status).toBe(403);
    for (const cookie of await cookiesOfSignIn(nginx.https)) {
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
    }
    expect(await spoken(nginx.https, {})).toMatch(/^TLSv1\.3 /);
    expect(await spoken(nginx.https, { maxVersion: "TLSv1.2" })).toBe("TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384");
    for (const refused of [
      { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" },
      { maxVersion: "TLSv1.2", ciphers: "AES128-SHA:AES256-GCM-SHA384:ECDHE-RSA-AES128-SHA" },
    ] as const)
      expect(await spoken(nginx.https, refused), refused.ciphers).toMatch(/alert/);
    // 13 MB pass, 15 MB are refused before they are received.
    expect((await ask(nginx.https, unknownLink, 13 * 1024 * 1024)).status).toBe(404);
    const refused = await ask(nginx.https, unknownLink, 15 * 1024 * 1024);
    expect(refused).toMatchObject({ status: 413, headers: { "strict-transport-security": expect.any(String) } });
  } finally {
    await nginx.stop();
  }
  expect(await app.stop("SIGTERM")).toMatchObject({ code: 0 });
});

test("the image is built and started by commands that are there", () => {
  const text = readFileSync(join(root, "deploy/Dockerfile"), "utf8");
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const [, script = ""] of text.matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  for (const [, file = ""] of text.matchAll(/"node", "([^"]+)"/g))
    expect(readFileSync(join(root, file), "utf8")).not.toBe("");
});

/** nginx with the file as it is, but for ports, the certificate and the folders it writes to. */
async function startNginx(app: number) {
  const folder = emptyFolder();
  const [http, https] = [await freePort(), await freePort()];
  await runProgram("openssl", [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", `/CN=${host}`],
    ...["-keyout", join(folder, "key"), "-out", join(folder, "pem")],
  ]);
  const site = readFileSync(join(root, "deploy/nginx.conf"), "utf8")
    .replace("127.0.0.1:3000", `127.0.0.1:${app}`)
    .replace("listen 80;", `listen 127.0.0.1:${http};`)
    .replace("listen 443 ", `listen 127.0.0.1:${https} `)
    .replace("/etc/ssl/lokmin.pem", join(folder, "pem"))
    .replace("/etc/ssl/private/lokmin.key", join(folder, "key"));
  const file = join(folder, "nginx.conf");
  for (const name of ["body", "proxy"]) mkdirSync(join(folder, name), { mode: 0o777 });
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log ${folder}/log; worker_processes 1; user root;
events { }
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
${site}
}
`,
  );
  await runProgram("nginx", ["-t", "-c", file]);
  const child = spawn(findProgram("nginx") ?? "nginx", ["-c", file], { stdio: "ignore" });
  const ended = new Promise((done) => child.once("exit", done));
  while (!(await listens(https)) && child.exitCode === null) await pause(30);
  return {
    http,
    https,
    async stop() {
      child.kill("SIGQUIT");
      await ended;
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => done(socket.destroy() !== null));
    socket.once("error", () => done(false));
  });
}

/** Of a sign-in that fails, which sets all but the session's. */
async function cookiesOfSignIn(port: number): Promise<string[]> {
  const typed = new URLSearchParams({ email: "tidak.ada@lokmin.example", password: "bukan", callbackUrl: "/beranda" });
  const answer = await ask(port, "/api/auth/callback/credentials", Buffer.from(typed.toString()), {
    "content-type": "application/x-www-form-urlencoded",
    "sec-fetch-site": "same-origin",
  });
  const cookies = answer.headers["set-cookie"] ?? [];
  expect(cookies.length).toBeGreaterThan(1);
  return cookies;
}

/** Version and cipher that a client with these settings and nginx agree on; else what was said of it. */
function spoken(port: number, settings: ConnectionOptions): Promise<string> {
  return new Promise((done) => {
    const socket = tlsConnect({ host: "127.0.0.1", port, servername: host, rejectUnauthorized: false, ...settings });
    socket.once("secureConnect", () => {
      done(`${socket.getProtocol()} ${socket.getCipher().name}`);
      socket.destroy();
    });
    socket.once("error", (error) => done(error.message));
  });
}

const form = "multipart/form-data; boundary=x";

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** @param sent bytes of a form, or how many */
function ask(
  port: number,
  path: string,
  sent: Buffer | number = 0,
  more: Record<string, string> = {},
): Promise<Answer> {
  const bytes = typeof sent === "number" ? Buffer.alloc(sent) : sent;
  return new Promise((done, fail) => {
    const asked = request(
      {
        ...{ host: "127.0.0.1", port, path, servername: host, rejectUnauthorized: false },
        method: bytes.length > 0 ? "POST" : "GET",
        headers: {
          ...{ host, accept: "text/html" },
          ...(bytes.length > 0 ? { "content-length": bytes.length, "content-type": form } : {}),
          ...more,
        },
      },
      (answer) => {
        let body = "";
        answer.on("data", (chunk) => (body += chunk));
        answer.once("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      },
    );
    // What is refused early is not received to its end.
    asked.once("error", fail);
    asked.end(bytes);
  });
}
