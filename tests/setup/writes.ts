// The functions of lib that write, found in the text of its modules.
import { ownFiles, type Source } from "@/tests/setup/sources";

export type Write = {
  path: string;
  name: string /** The first parameter as it is written, type included. */;
  first: string;
};

type Declaration = { path: string; name: string; isExported: boolean; text: string };

const writing =
  /\btransact\s*(<|\()|\.(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|delete|deleteMany|upsert)\(\{|\$executeRaw|\b(INSERT INTO|DELETE FROM) "|\bUPDATE "\w+"/;

/** Biome puts every declaration of a module at the start of a line. */
const start = /^(export )?(?:async )?(?:function\*? |const |class )(\w+)/;

function declarationsOf({ path, text }: Source): Declaration[] {
  return text.split(/^(?=(?:export )?(?:async )?(?:function|const|class) )/m).flatMap((part) => {
    const [, exported, name] = start.exec(part) ?? [];
    return name ? [{ path, name, isExported: Boolean(exported), text: withoutComments(part) }] : [];
  });
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

/** What a module calls things it imports: local name → "path name". */
function importedNames({ text }: Source): Map<string, string> {
  const names = new Map<string, string>();
  for (const [, list = "", from = ""] of text.matchAll(/^import \{([^}]*)\} from "@\/(lib\/[^"]+)"/gm))
    for (const one of list.split(",").map((name) => name.trim()))
      if (one && !one.startsWith("type ")) {
        const [name = "", local = name] = one.split(/\s+as\s+/);
        names.set(local, `${from}.ts ${name}`);
      }
  return names;
}

/** @returns every exported function that writes itself or by another function of lib, by path and name */
export function findWrites(sources: Source[] = ownFiles("lib")): Write[] {
  const declarations = sources.filter(({ path }) => path.endsWith(".ts")).flatMap(declarationsOf);
  const keyOf = ({ path, name }: Declaration) => `${path} ${name}`;
  const imported = new Map(sources.map((source) => [source.path, importedNames(source)]));
  const uses = new Map(
    declarations.map((declaration) => {
      const words = new Set(declaration.text.match(/(?<!\w|(?<!\.\.)\.)[A-Za-z_]\w*/g));
      words.delete(declaration.name);
      return [
        keyOf(declaration),
        [...words].map((word) => imported.get(declaration.path)?.get(word) ?? `${declaration.path} ${word}`),
      ];
    }),
  );
  const found = new Set(declarations.filter(({ text }) => writing.test(text)).map(keyOf));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [key, used] of uses) if (used.some((other) => found.has(other))) found.add(key);
  }
  return declarations.flatMap((declaration) => {
    const first = firstParameter(declaration);
    return declaration.isExported && first !== null && found.has(keyOf(declaration))
      ? [{ path: declaration.path, name: declaration.name, first }]
      : [];
  });
}
/** A step of another's transaction: covered by anyone who began it. What belongs to the web calls lib's writes. */
export function isStep({ path, name, first }: Write): boolean {
  return /^lib\/(web|http)\//.test(path) || name === "transact" || /^(\{\s*)?tx\b|: NoteEditing$/.test(first);
}

function firstParameter({ text }: Declaration): string | null {
  return (
    /^export (?:async )?function\*? \w+(?:<[^(]*>)?\(\s*([^)]*?)\s*(?:,|\))/.exec(text)?.[1] ??
    /^export const \w+[^=]*= (?:async )?\(\s*([^,)]*)/.exec(text)?.[1] ??
    null
  );
}
