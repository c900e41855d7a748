// What a browser fetches on its first visit of a page, as compressed bytes over the wire.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildOfSources } from "../../prisma/run/build.mjs";
import { fetchRaw, textOf } from "./app.mjs";

/**
 * @typedef {object} Weight bytes of bodies as sent
 * @property {number} html
 * @property {number} css
 * @property {number} js
 * @property {number} ownJs the scripts beyond Next's and React's, which every page of this framework carries: those
 *   that the build names as rootMainFiles
 * @property {number} requests for the page, its styles and its scripts
 */

/** @param {number} port @param {string} path @param {Record<string, string>} headers @returns {Promise<Weight>} */
export async function weigh(port, path, headers) {
  const page = await fetchRaw(port, path, { headers });
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const html = textOf(page);
  const files = assetsOf(html);
  const sizes = new Map();
  for (const file of files) sizes.set(file, (await fetchRaw(port, file, { headers })).body.length);
  const framework = frameworkFiles();
  const sum = (/** @type {(file: string) => boolean} */ counts) =>
    files.filter(counts).reduce((all, file) => all + sizes.get(file), 0);
  const isScript = (/** @type {string} */ file) => file.endsWith(".js");
  return {
    html: page.body.length,
    css: sum((file) => file.endsWith(".css")),
    js: sum(isScript),
    ownJs: sum((file) => isScript(file) && !framework.has(file)),
    requests: 1 + files.length,
  };
}

/** Styles and scripts that the document names, once each; scripts for browsers without modules are never fetched. */
function assetsOf(/** @type {string} */ html) {
  const files = new Set();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const file = tag.match(/(?:src|href)="(\/[^"]+\.(?:js|css))"/)?.[1];
    if (file && !/\bnomodule\b/i.test(tag)) files.add(file);
  }
  return [...files];
}

function frameworkFiles() {
  const { rootMainFiles } = JSON.parse(readFileSync(join(buildOfSources().folder, "build-manifest.json"), "utf8"));
  return new Set(rootMainFiles.map((/** @type {string} */ file) => `/_next/${file}`));
}
