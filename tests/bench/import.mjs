// Fifty thousand figures by file, fifty of them wrong, through the running app: checked, looked at, saved.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import writeWorkbook from "write-excel-file/node";
import { fetchRaw } from "./app.mjs";

const cellCount = 50_000;
const wrongEvery = 1000;
const headers = ["Kode desa", "Indikator", "Tahun", "Bulan", "Nilai"];

/**
 * @typedef {object} Imported
 * @property {string} form
 * @property {number} megabytes of the file
 * @property {number} check seconds from the upload until every cell was looked at
 * @property {number} preview seconds until the preview is shown
 * @property {number} save seconds to write what is ready
 * @property {number} ready
 * @property {number} refused
 * @property {number} memoryBefore of the app's process, in MB
 * @property {number} memoryPeak
 */

/**
 * @param {number} port of the app
 * @param {number} pid of its process
 * @param {import("./fixture-import").Importer} importer
 * @param {string} cookie of the importer's session
 * @returns {Promise<Imported[]>}
 */
export async function measureImports(port, pid, importer, cookie) {
  const csv = rowsFrom(2010, importer).map((row) => row.join(";"));
  const xlsx = await writeWorkbook([{ data: [headers, ...rowsFrom(2000, importer)], sheet: "Capaian" }]).toBuffer();
  return [
    await measureImport(port, pid, cookie, "CSV", Buffer.from([headers.join(";"), ...csv].join("\r\n"))),
    await measureImport(port, pid, cookie, "XLSX", xlsx),
  ];
}

/** @param {number} year the first @param {import("./fixture-import").Importer} importer */
function rowsFrom(year, { villages, indicators }) {
  return Array.from({ length: cellCount }, (_, index) => {
    const village = index % villages.length;
    const rest = Math.floor(index / villages.length);
    const month = Math.floor(rest / indicators.length);
    const isWrong = index % wrongEvery === wrongEvery - 1;
    return [
      villages[village] ?? "",
      indicators[rest % indicators.length] ?? "",
      year + Math.floor(month / 12),
      (month % 12) + 1,
      isWrong ? "abc" : index % 60,
    ];
  });
}

/** @param {number} port @param {number} pid @param {string} cookie @param {string} form @param {Buffer} file */
async function measureImport(port, pid, cookie, form, file) {
  const memoryBefore = megabytesOf(pid);
  let memoryPeak = memoryBefore;
  const watching = setInterval(() => {
    memoryPeak = Math.max(memoryPeak, megabytesOf(pid));
  }, 20);
  try {
    const [uploaded, check] = await timed(() => upload(port, cookie, form, file));
    const [preview, shownAfter] = await timed(() =>
      fetchRaw(port, uploaded, { headers: { Cookie: cookie, Accept: "text/html" } }),
    );
    // React puts an empty comment between two texts.
    const page = preview.body.toString("utf8").replaceAll("<!-- -->", "");
    const [, shown = ""] = /name="shown" value="([^"]+)"/.exec(page) ?? [];
    const [, ready = "", refused = ""] = /([\d.]+) siap<[\s\S]{0,200}?([\d.]+) perlu diperbaiki/.exec(page) ?? [];
    const [, save] = await timed(() =>
      post(
        port,
        `${uploaded}/simpan`,
        cookie,
        "application/x-www-form-urlencoded",
        Buffer.from(`shown=${encodeURIComponent(shown)}`),
      ),
    );
    return {
      form,
      megabytes: file.length / 1024 / 1024,
      check,
      preview: shownAfter,
      save,
      ready: numberIn(ready),
      refused: numberIn(refused),
      memoryBefore,
      memoryPeak,
    };
  } finally {
    clearInterval(watching);
  }
}

/** @param {number} port @param {string} cookie @param {string} form @param {Buffer} file @returns {Promise<string>} */
function upload(port, cookie, form, file) {
  const boundary = "ukur-ukur-ukur";
  const name = `capaian.${form.toLowerCase()}`;
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="id"\r\n\r\n${randomUUID()}\r\n`),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return post(port, "/impor/capaian/unggah", cookie, `multipart/form-data; boundary=${boundary}`, body);
}

/** Where the last line of the answer leads. @param {number} port @param {string} path @param {string} cookie @param {string} type @param {Buffer} body */
async function post(port, path, cookie, type, body) {
  const reply = await fetchRaw(port, path, {
    method: "POST",
    headers: {
      Cookie: cookie,
      "Content-Type": type,
      "Content-Length": String(body.length),
      "Sec-Fetch-Site": "same-origin",
    },
    body,
  });
  const lines = reply.body.toString("utf8").trim().split("\n");
  const last = JSON.parse(lines.at(-1) || "{}");
  if (typeof last.goTo !== "string") throw new Error(`${path}: ${reply.status} ${lines.at(-1)}`);
  return last.goTo;
}

/** @template T @param {() => Promise<T>} work @returns {Promise<[T, number]>} */
async function timed(work) {
  const from = performance.now();
  const result = await work();
  return [result, (performance.now() - from) / 1000];
}

/** @param {string} text "49.950" */
function numberIn(text) {
  return Number(text.replaceAll(".", ""));
}

/** @param {number} pid */
function megabytesOf(pid) {
  if (process.platform !== "linux") return 0;
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
