// The functions of lib that read for somebody, found in the text of its modules.
import { ownFiles, type Source } from "@/tests/setup/sources";
import { findWrites } from "@/tests/setup/writes";

/** names: of its parameters after the actor */
export type Read = { path: string; name: string; parameters: string[] };

const declaration = /^export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(([\s\S]*?)\)(?::[^{]*?)? \{\n/gm;
const asking = /\b(db|pool|tx)\b\.|\bawait\b|\.(findMany|findFirst|findUnique|count|groupBy|aggregate)\(|\$queryRaw/;

/** @returns every exported function that is asked by an actor and neither decides without the database nor writes */
export function findReads(sources: Source[] = ownFiles("lib")): Read[] {
  const writes = new Set(findWrites(sources).map(({ path, name }) => `${path} ${name}`));
  return sources
    .filter(({ path }) => path.endsWith(".ts") && !/^lib\/(web|http)\//.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(declaration)].flatMap(({ 0: head, 1: name = "", 2: list = "", index }) => {
        const parameters = list.split(/,\s*(?=\w+\??:|\{)/).map((one) => one.trim());
        const body = text.slice(index + head.length).split(/^\}/m)[0] ?? "";
        const isRead = /^actor: Actor\b/.test(parameters[0] ?? "") && (asking.test(body) || /Promise</.test(head));
        return isRead && !writes.has(`${path} ${name}`) ? [{ path, name, parameters: parameters.slice(1) }] : [];
      }),
    );
}
