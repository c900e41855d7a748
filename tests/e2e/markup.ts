// What kinds of elements a document has, without its words and ids: two pages of the same kinds look the same to axe.

const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Their values are of one row or one person, not of a kind. */
const ownValues =
  /^(href|nonce|src|value|id|for|name|content|title|datetime|action|alt|placeholder|min|max|d|points|x\d?|y\d?|cx|cy|width|height|viewbox|transform|style|data-[\w-]+|aria-(label|labelledby|describedby|controls|owns))$/;

/** Each element with the one around it, its attributes, and whether there are words in it: "ul[class=…] > li · words". */
export function kindsIn(html: string): Set<string> {
  const body = html.replace(/<(script|style|template)\b[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, "");
  const kinds = new Set<string>();
  const around: string[] = ["document"];
  for (const [, closing, tag = "", attributes = "", words = ""] of body.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>([^<]*)/g,
  )) {
    const name = tag.toLowerCase();
    if (closing) {
      const opened = around.findLastIndex((kind) => kind === name || kind.startsWith(`${name}[`));
      if (opened > 0) around.splice(opened);
      continue;
    }
    const kind = `${name}[${attributeKinds(attributes)}]`;
    kinds.add(`${around.at(-1)} > ${kind}${words.trim() ? " · words" : ""}`);
    if (!voidElements.has(name) && !attributes.endsWith("/")) around.push(kind);
  }
  return kinds;
}

function attributeKinds(attributes: string): string {
  return [...attributes.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)]
    .map(([, name = "", value = ""]) => {
      const key = name.toLowerCase();
      return ownValues.test(key) ? `${key}${value === "" ? "=" : ""}` : `${key}=${value}`;
    })
    .sort()
    .join(" ");
}

/** What the first document has and the others have not had. */
export function newKinds(html: string, seen: Set<string>): string[] {
  return [...kindsIn(html)].filter((kind) => !seen.has(kind));
}
