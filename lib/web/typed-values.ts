/** What a refused form shows again; a password is not among it. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of entriesOf(form)) {
    if (/password/i.test(name)) continue;
    const before = values[name];
    if (!name.endsWith("[]")) values[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else values[name] = [value];
  }
  return values;
}

export function* entriesOf(form: FormData): Generator<[string, string]> {
  for (const [name, value] of form) {
    // Framework keys, and names that would reach into the object's prototype.
    if (name.startsWith("$") || name.includes("__proto__") || typeof value !== "string") continue;
    yield [name, value];
  }
}
