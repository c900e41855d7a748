import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { statuses } from "@/lib/pws/achievement";
import { root } from "@/prisma/run/prepare.mjs";

const css = readFileSync(join(root, "app/globals.css"), "utf8");

/** The colours of one mode: those of the rule that begins with `head`. */
function coloursIn(head: string, prefix: string): Record<string, string> {
  const rule = css.slice(css.indexOf(head));
  const body = rule.slice(0, rule.indexOf("}"));
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [
      name.slice(prefix.length),
      colour,
    ]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = "#000000", other = "#000000"): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const modes = {
  light: coloursIn(":root {\n  color-scheme", ""),
  dark: coloursIn("@media (prefers-color-scheme: dark)", ""),
  projector: coloursIn(".projector {", "color-"),
};

test.each(Object.entries(modes))(
  "%s: any two states differ by more than 3:1, or one alone is striped; words read",
  (_, of) => {
    for (const one of statuses) {
      expect(contrast(of[one], of[`on-${one}`]), `words on ${one}`).toBeGreaterThan(4.5);
      for (const other of statuses.filter((each) => each !== one)) {
        const isStriped = one === "cukup" || other === "cukup";
        const apart = contrast(of[one], of[other]);
        const striped = isStriped ? contrast(of.hatch, of[one === "cukup" ? other : one]) : 0;
        expect(Math.max(apart, striped), `${one} and ${other}`).toBeGreaterThan(3);
      }
    }
    expect(contrast(of.hatch, of.cukup), "stripes").toBeGreaterThan(3);
    for (const line of [of.accent, of.ink, of.muted, of.edge]) expect(contrast(line, of.surface)).toBeGreaterThan(3);
  },
);
