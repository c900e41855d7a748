// Fills forms in a process of its own: what grows without end ends it, and not the server.
import { serialize } from "node:v8";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

/** @typedef {{ id: number, parts: Map<string, Uint8Array>, data: Record<string, unknown>, mimeType: string }} Order */

// No value may add markup: `{@nama}` is a name like any other, and unknown.
const noMarkup = {
  name: "NoMarkup",
  /** @param {import("docxtemplater").DXT.Options} options @param {Docxtemplater} form */
  optionsTransformer(options, form) {
    for (const one of form.modules) if (one.name === "RawXmlModule") Object.assign(one, { prefix: /(?!)/ });
    return options;
  },
};

/** @param {Order} order */
function fill({ parts, data, mimeType }) {
  const zip = new PizZip();
  for (const [name, bytes] of parts) zip.file(name, bytes);
  /** @type {Set<string>} */
  const unknown = new Set();
  /** @type {Set<string>} */
  const empty = new Set();
  /** @param {string} tag @param {unknown} value */
  const note = (tag, value) => {
    if (value === "") empty.add(tag);
    return value;
  };
  const form = new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    syntax: { changeDelimiterPrefix: null },
    modules: [{ ...noMarkup }],
    parser: (tag) => ({
      get: (scope) =>
        typeof scope === "object" && scope !== null && Object.hasOwn(scope, tag) ? note(tag, scope[tag]) : undefined,
    }),
    nullGetter: (part) => {
      unknown.add(part.value);
      return part.module === "loop" ? [] : "";
    },
  });
  form.render(data);
  const bytes = form.getZip().generate({ type: "uint8array", compression: "DEFLATE", mimeType });
  return { bytes, unknown: [...unknown], empty: [...empty] };
}

/** @param {Order} order */
function filledOrFault(order) {
  try {
    return fill(order);
  } catch (error) {
    return faultOf(error);
  }
}

process.on("message", (/** @type {Order} */ order) => {
  const bytes = serialize(filledOrFault(order));
  process.send?.({ id: order.id, bytes, rss: process.memoryUsage.rss() });
});

process.on("disconnect", () => process.exit());

/** @param {unknown} error */
function faultOf(error) {
  if (error instanceof RangeError) return { isTooBig: true };
  const { properties, message } = /** @type {{ properties?: Fault, message?: string }} */ (error ?? {});
  const all = properties?.errors?.map((one) => one.properties) ?? (properties?.id ? [properties] : []);
  if (all.length === 0) return { problem: String(message ?? error) };
  return { faults: all.map(({ id = "", xtag = "" }) => ({ id, tag: String(xtag) })) };
}

/** @typedef {{ id?: string, xtag?: string, errors?: { properties: Fault }[] }} Fault */
