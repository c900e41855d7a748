import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { indicatorSchema } from "@/lib/indicators/schema";
import { definitionWithSource, standardGroups } from "@/lib/indicators/standard";
import { standardSpm } from "@/lib/indicators/standard-spm";

const all = standardGroups.flatMap(({ indicators }) => indicators);

test("the twelve services of the SPM are there, and nothing is there twice", () => {
  expect(standardSpm).toHaveLength(12);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name.toLowerCase())).size).toBe(all.length);
});

test.each(all)("$name is a definition that the form would take, and says where it is from", (standard) => {
  const { isCumulative, lowerIsBetter, definition, source, ...values } = standard;
  const word = (is: boolean) => (is ? "ya" : "tidak");
  const typed = {
    ...{ ...values, id: randomUUID(), position: "", definition: definitionWithSource({ definition, source }) },
    ...{ isCumulative: word(isCumulative), lowerIsBetter: word(lowerIsBetter) },
  };
  const parsed = indicatorSchema.parse(typed);
  expect(parsed).toMatchObject({ unit: standard.unit, denominator: standard.denominator });
  expect(parsed.definition).toMatch(/ Sumber: .*(Permenkes|Perpres|PP|Pedoman).*\.$/);
});
