// The yardstick: the least a Node server with a database can do. One prepared statement per request, and the
// same bytes back that the app sent for this page (headers and compressed body, taken down once).
// Started with DATABASE_URL, PORT and PAGES, a file of captured answers.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

/** @typedef {{ status: number, headers: Record<string, string>, body: string }} Captured body as base64 */

/** @type {Record<"invitee" | "answer" | "list" | "meeting", Captured>} */
const captured = JSON.parse(readFileSync(process.env.PAGES ?? "", "utf8"));
const bodies = Object.fromEntries(
  Object.entries(captured).map(([name, { body }]) => [name, Buffer.from(body, "base64")]),
);
// As many connections as the app's own pool.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const read = { name: "read", text: "SELECT title FROM bench.page WHERE key = $1" };
const write = {
  name: "write",
  text: `INSERT INTO bench.answer VALUES ($1, $2, $3, $4, $5, $6, now())
    ON CONFLICT (key) DO UPDATE SET choice = excluded.choice, reason = excluded.reason, "delegateName" = excluded."delegateName",
      "delegateTitle" = excluded."delegateTitle", "delegateInstitution" = excluded."delegateInstitution", "answeredAt" = excluded."answeredAt"`,
};

const server = createServer(async (request, response) => {
  const [, room = "", key = room] = (request.url ?? "").split("/");
  /** @type {keyof typeof captured} */
  let page = "invitee";
  let found;
  if (request.method === "POST") {
    page = "answer";
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
    const values = ["choice", "reason", "delegateName", "delegateTitle", "delegateInstitution"].map((name) =>
      form.get(name),
    );
    found = await pool.query({ ...write, values: [key, ...values] });
  } else {
    if (room === "kegiatan") page = key === room ? "list" : "meeting";
    found = await pool.query({ ...read, values: [key] });
  }
  if (!found.rowCount) {
    response.writeHead(404).end();
    return;
  }
  const { status, headers } = captured[page];
  response.writeHead(status, headers);
  response.end(bodies[page]);
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));
