// The yardstick: the least a Node server with a database can do. One prepared statement per request, and the
// same bytes back that the app sent for this page (headers and compressed body, taken down once).
// Started with DATABASE_URL, PORT and PAGES, a file of captured answers.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

/** @typedef {{ status: number, headers: Record<string, string>, body: string }} Captured body as base64 */

/** @type {Record<"invitee" | "answer" | "list" | "meeting" | "pws" | "indicator" | "followUp", Captured>} */
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

// PWS is not one row by its key: the same figures are asked for as by the app, all of a year added up by desa and
// indicator, or every month of one indicator. The page's row names the puskesmas.
const owner = `(SELECT title::uuid FROM bench.page WHERE key = $1)`;
const lastYear = `(SELECT max(year) FROM "IndicatorValue" WHERE "puskesmasId" = ${owner})`;
const figures = {
  name: "figures",
  text: `SELECT v."indicatorId", v."villageCode", v.value, v.before, v.sum, v.months, d.value AS sasaran
    FROM (
      SELECT "indicatorId", "villageCode", year, sum(value) AS sum, count(*) AS months,
        max(value) FILTER (WHERE month = l.last) AS value, max(value) FILTER (WHERE month = l.last - 1) AS before
      FROM "IndicatorValue",
        (SELECT max(month) AS last FROM "IndicatorValue" WHERE "puskesmasId" = ${owner} AND year = ${lastYear}) l
      WHERE "puskesmasId" = ${owner} AND year = ${lastYear}
      GROUP BY 1, 2, 3
    ) v
    LEFT JOIN "IndicatorDenominator" d ON d."puskesmasId" = ${owner} AND d.year = v.year
      AND d."indicatorId" = v."indicatorId" AND d."villageCode" = v."villageCode"`,
};
const months = {
  name: "months",
  text: `SELECT "villageCode", year, month, value FROM "IndicatorValue"
    WHERE "puskesmasId" = ${owner} AND "indicatorId" = $1::uuid`,
};

// The list of 5,000 rows: the very statements of the app, asked at once as it does.
/** @type {Promise<{ name: string, text: string, values: unknown[] }[]> | undefined} */
let planned;
const followUps = async () => {
  planned ??= pool.query({ ...read, values: ["tindak-lanjut"] }).then(({ rows }) =>
    JSON.parse(rows[0].title).map((/** @type {object} */ one, /** @type {number} */ place) => ({
      name: `plan${place}`,
      ...one,
    })),
  );
  const [found] = await Promise.all((await planned).map((statement) => pool.query(statement)));
  return { rowCount: found?.rowCount ?? 0 };
};

const server = createServer(async (request, response) => {
  const [, room = "", key = room] = (request.url ?? "").split("?", 1)[0]?.split("/") ?? [];
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
  } else if (room === "capaian") {
    page = key === room ? "pws" : "indicator";
    found = await pool.query({ ...(key === room ? figures : months), values: [key] });
  } else if (room.startsWith("tindak-lanjut")) {
    page = "followUp";
    found = await followUps();
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
