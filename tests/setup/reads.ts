// The functions of lib that read for somebody, found in the text of its modules.
import { ownFiles, type Source } from "@/tests/setup/sources";
import { findWrites } from "@/tests/setup/writes";

export type Read = { path: string; name: string; parameters: string };

/** Biome puts every declaration of a module at the start of a line, and its end too. */
const declaration =
  /^export (?:(?<async>async )?function\*? (?<name>\w+)(?:<[^(]*>)?|const (?<shared>\w+) = shared\(async )\(/gm;
const asking = /\b(db|pool)\b[.\n]|\$queryRaw|Promise</;

/** @returns every exported function that is asked by an actor and neither decides by itself nor writes */
export function findReads(sources: Source[] = ownFiles("lib")): Read[] {
  const writes = new Set(findWrites(sources).map(({ path, name }) => `${path} ${name}`));
  return sources
    .filter(({ path }) => path.endsWith(".ts") && !/^lib\/(web|http)\//.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(declaration)].flatMap(({ 0: head, groups = {}, index }) => {
        const name = groups.name ?? groups.shared ?? "";
        const isAsync = groups.async !== undefined || groups.shared !== undefined;
        const begin = index + head.length;
        const parameters = text.slice(begin, endOf(text, begin)).replace(/\s+/g, " ").trim();
        const body = text.slice(begin).split(/^\}/m, 1)[0] ?? "";
        const isRead = /^actor: Actor\b/.test(parameters) && (isAsync || asking.test(body));
        return isRead && !writes.has(`${path} ${name}`) ? [{ path, name, parameters }] : [];
      }),
    );
}

/** Where the bracket that is open at a place closes. */
function endOf(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? "";
    if ("([{".includes(sign)) open += 1;
    if (")]}".includes(sign)) open -= 1;
    if (open === 0) return at;
  }
  return text.length;
}
