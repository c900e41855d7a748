import { expect } from "vitest";

/** Each field of a copy has a label, and no value is a word of the database, a bare instant or an id. */
export function expectReadable(html: string): void {
  const facts = [...html.matchAll(/(?:<li>|<br>)([^<:]+): <b>([^<]*)<\/b>/g)];
  expect(facts.length).toBeGreaterThan(0);
  for (const [fact, label = "", value = ""] of facts) {
    expect(label, fact).toMatch(/^[A-Z]/);
    expect(value, fact).not.toMatch(/^[A-Z]{2,}(_[A-Z]+)+$|\d{4}-\d\d-\d\d|^[0-9a-f]{8}-/);
  }
  for (const [, heading = ""] of html.matchAll(/<h2>([^<]*)<\/h2>/g)) expect(heading).toMatch(/^[A-Z]/);
}
