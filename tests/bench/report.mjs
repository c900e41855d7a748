// The figures as tables on the screen.
/** @typedef {Awaited<ReturnType<typeof import("./figures.mjs").collectFigures>>} Figures */

/** @param {Figures} figures */
export function printFigures({ machine, speed, weights, starts, afterLoad, paint, day, notes, imports, papers, pack }) {
  console.log(`\nNode ${machine.node}, ${machine.processors} × ${machine.model}`);

  heading(
    "Requests per second and waiting times in ms (best of four rounds; load, app and PostgreSQL share the machine)",
  );
  const times = (/** @type {import("./load.mjs").Measured} */ { perSecond, p50, p95, p99 }) => [
    Math.round(perSecond),
    ...[p50, p95, p99].map((time) => time.toFixed(1)),
  ];
  table([
    ["page", "at once", "app/s", "p50", "p95", "p99", "bare/s", "p50", "p95", "p99", "app : bare"],
    ...speed.map(({ page, connections, app, bare, ratio }) => [
      page,
      connections,
      ...times(app),
      ...times(bare),
      ratio.toFixed(2),
    ]),
  ]);

  heading("First visit, KB as sent (gzip); own JS: scripts beyond Next's rootMainFiles, which every page carries");
  const kilobytes = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1);
  table([
    ["page", "requests", "HTML", "CSS", "JS", "own JS"],
    ...weights.map(({ page, requests, html, css, js, ownJs }) => [
      page,
      requests,
      ...[html, css, js, ownJs].map(kilobytes),
    ]),
  ]);

  heading("Start of the built app until /masuk answers, and memory in MB ten seconds later");
  const size = (/** @type {import("./app.mjs").Memory | null} */ memory) =>
    memory
      ? [memory.node, memory.postgresRss, memory.postgresPss, memory.total].map((megabytes) => megabytes.toFixed(0))
      : ["-", "-", "-", "-"];
  table([
    ["", "seconds", "node RSS", "PostgreSQL RSS", "PostgreSQL PSS", "total"],
    ["empty data folder", starts.fresh.secondsToFirstPage.toFixed(1), ...size(starts.fresh.memory)],
    ["filled data folder", starts.later.secondsToFirstPage.toFixed(1), ...size(starts.later.memory)],
    ["after the load", "", ...size(afterLoad)],
  ]);
  console.log(
    "  RSS counts pages that PostgreSQL's processes share once in each, PSS divides them. Total: node RSS + PostgreSQL PSS.",
  );

  heading("The invitee's page on Chromium's slow 3G with a processor four times slower");
  table([
    ["", "largest paint ms", "requests", "FAMILY_PLANNING"],
    ...Object.entries({ app: paint.app, "static file of the same bytes": paint.floor }).map(([name, one]) => [
      name,
      Math.round(one.ms),
      one.requests,
      kilobytes(one.bytes),
    ]),
  ]);

  heading("A minute at the door, ms: 500 people check in by code while 20 officers mark");
  table([
    ["", "requests", "p50", "p95", "worst"],
    ...Object.entries({
      "GET /h/<code>": day.rollCall.page,
      "POST /h": day.rollCall.checkIn,
      "an officer's mark": day.rollCall.mark,
      "an officer's roll": day.rollCall.roll,
    }).map(([name, { count, p50, p95, worst }]) => [name, count, ...[p50, p95, worst].map((time) => time.toFixed(0))]),
  ]);
  console.log(`  300 marks after an offline morning: ${day.sync.seconds.toFixed(1)} s`);
  console.log(`  On the roll afterwards: ${day.rows} rows, ${day.people} people, ${day.expected} expected`);

  heading(
    "Two note-takers typing at once, ms from the request that saves a line (the screen sends 800 ms after the last key)",
  );
  table([
    ["", "changes", "p50", "p95", "worst"],
    ...Object.entries({ "until it is saved": notes.saved, "until the other has it": notes.seen }).map(
      ([name, { count, p50, p95, worst }]) => [name, count, ...[p50, p95, worst].map((time) => time.toFixed(0))],
    ),
  ]);

  heading("50,000 figures by file, 50 of them wrong: seconds to check, to show, to save; memory of node in MB");
  table([
    ["", "MB", "check", "show", "save", "ready", "refused", "before", "peak"],
    ...imports.map((one) => [
      one.form,
      ...[one.megabytes, one.check, one.preview, one.save].map((figure) => figure.toFixed(1)),
      one.ready,
      one.refused,
      ...[one.memoryBefore, one.memoryPeak].map((megabytes) => megabytes.toFixed(0)),
    ]),
  ]);

  heading("Papers: seconds of processor, the first and the best of three more; MB of the process that renders at most");
  table([
    ["paper", "form", "cold", "warm", "KB", "peak"],
    ...papers.papers.map(({ paper, form, cold, warm, kilobytes, peak }) => [
      paper,
      form,
      cold.toFixed(2),
      warm.toFixed(2),
      kilobytes.toFixed(0),
      peak.toFixed(0),
    ]),
  ]);
  const { seconds, cpu, megabytes, grown, longestDelay } = papers.sheet;
  console.log(
    `Excel, 50,000 rows of 20 columns: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of processor, ${megabytes.toFixed(1)} MB; memory grew by ${grown.toFixed(0)} MB, others waited at most ${longestDelay.toFixed(0)} ms`,
  );

  heading("A year's evidence as a ZIP: seconds, MB of the app with its renderer, ms of an invitee's page (p95)");
  table([
    [
      "parts",
      "missing",
      "made in",
      "ZIP",
      "download",
      "before",
      "peak",
      "downloading",
      "p95 alone",
      "meanwhile",
      "ratio",
    ],
    [
      pack.parts,
      pack.missing,
      ...[pack.seconds, pack.megabytes, pack.download].map((figure) => figure.toFixed(1)),
      ...[pack.memoryBefore, pack.memoryPeak, pack.memoryDownload].map((megabytes) => megabytes.toFixed(0)),
      ...[pack.p95Alone, pack.p95Meanwhile].map((time) => time.toFixed(1)),
      (pack.p95Meanwhile / pack.p95Alone).toFixed(2),
    ],
  ]);
}

/** @param {Awaited<ReturnType<typeof import("./against.mjs").measureAgainst>>} figures */
export function printAgainst({ pages, memory }) {
  heading("This tree and the other, 16 at once: requests per second (best of four rounds), ms of processor a request");
  const one = (/** @type {import("./against.mjs").Figures} */ { perSecond, p50, cpu, requests }) => [
    Math.round(perSecond),
    p50.toFixed(1),
    (cpu / requests).toFixed(1),
  ];
  table([
    ["page", "this/s", "p50", "cpu", "other/s", "p50", "cpu", "this : other", "cpu other : this"],
    ...pages.map((page) => [
      page.page,
      ...one(page.this),
      ...one(page.other),
      page.ratio.toFixed(2),
      page.cpuRatio.toFixed(2),
    ]),
  ]);
  const total = (/** @type {import("./app.mjs").Memory | null} */ size) =>
    size ? `${size.total.toFixed(0)} (the app ${size.node.toFixed(0)})` : "-";
  console.log(`  Memory ten seconds after the load, MB: ${total(memory.this)} and ${total(memory.other)}`);
}

/** @param {string} text */
function heading(text) {
  console.log(`\n${text}`);
}

/** @param {(string | number)[][]} rows the first is the heading; the first column is text, the others numbers */
function table(rows) {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  for (const row of texts) {
    const cells = row.map((cell, column) =>
      column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0),
    );
    console.log(`  ${cells.join("  ")}`);
  }
}
