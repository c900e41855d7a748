import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BarChart } from "@/components/charts/bar-chart";
import { CountCurve } from "@/components/charts/count-curve";
import { LineChart } from "@/components/charts/line-chart";
import { StackedBar } from "@/components/charts/stacked-bar";
import { TrendLine } from "@/components/charts/trend-line";
import type { Status } from "@/lib/pws/achievement";

/** What a chart must never say, and places that must be inside it. */
function drawn(html: string): string {
  expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
  for (const [, place = ""] of html.matchAll(/(?:x|y|x1|x2|y1|y2|cx|cy|width|height)="(-?[\d.]+)%"/g)) {
    expect(Number(place)).toBeGreaterThanOrEqual(0);
    expect(Number(place)).toBeLessThanOrEqual(100);
  }
  return html;
}

const bar = (name: string, value: number | null, status: Status | null = null) => ({
  ...{ key: name, name, words: value === null ? "–" : `${value} %`, value, status },
});

const bars = (values: ReturnType<typeof bar>[], target: number | null = null, most?: number) =>
  drawn(
    renderToStaticMarkup(
      createElement(BarChart, {
        ...{ label: "Cakupan", bars: values, target, targetWords: target === null ? null : `target ${target} %` },
        ...(most === undefined ? {} : { most }),
      }),
    ),
  );

test("bars: nothing told, zero, a target of zero, and more than a hundred percent", () => {
  expect(bars([])).toContain("Cakupan");
  expect(bars([bar("Kedaung", null), bar("Sragi", null)])).not.toContain("fill-baik");
  expect(bars([bar("Kedaung", 0, "jelek")], 0)).toContain("target 0 %");
  expect(bars([bar("Kedaung", 412.5, "baik"), bar("Sragi", 3, "jelek")], 90)).toContain("412.5 %");
  expect(bars([bar("Kedaung", 50)], 90, 100)).toMatch(/width="50%" height="76%" class="fill-edge/);
});

test("bars: sixty desa with long names are all there, each with its whole name", () => {
  const name = (number: number) => `Desa Persiapan Sungai Kampar Hulu Bagian Selatan Nomor ${number}`;
  const html = bars(Array.from({ length: 60 }, (_, number) => bar(name(number), number * 2, "cukup")));
  expect(html.match(/<li /g)).toHaveLength(60);
  expect(html).toContain(`title="${name(59)}"`);
});

test("bars: a state is told by stripes, not by colour alone", () => {
  expect(bars([bar("Kedaung", 40, "cukup")])).toContain("stroke-hatch");
  expect(bars([bar("Kedaung", 40, "baik")])).not.toContain("stroke-hatch");
});

const places = Array.from({ length: 12 }, (_, place) => ({ short: String(place + 1), name: `Bulan ${place + 1}` }));
const lines = (main: (number | null)[], target: (number | null)[] = []) =>
  drawn(
    renderToStaticMarkup(
      createElement(LineChart, {
        ...{ label: "Garis", places, axisWords: (value: number) => String(value) },
        lines: [
          { key: "target", look: "target", words: "target", points: target },
          { key: "now", look: "main", words: "2026", points: main },
        ],
      }),
    ),
  );

test("lines: none, one month, a gap, and far above the target", () => {
  const none = Array.from({ length: 12 }, () => null);
  expect(lines(none, none)).toContain('aria-label="Garis"');
  expect(lines([5])).toContain("h0.5");
  expect(lines([5, null, 7, 9], [0, 0, 0, 0]).match(/<circle/g)).toHaveLength(3);
  expect(lines([5, 130, 250, 4000], [10, 20, 30, 40])).toContain(">2026<");
  expect(lines(Array.from({ length: 12 }, (_, place) => place * 9))).toContain(">2026<");
});

test("a small line says what it shows; without a figure it is a dash", () => {
  const line = (points: (number | null)[], most?: number) =>
    drawn(
      renderToStaticMarkup(
        createElement(TrendLine, { label: "Tren", points, ...(most === undefined ? {} : { most }) }),
      ),
    );
  expect(line([null, null])).toContain("–");
  expect(line([0], 0)).toContain('role="img"');
  expect(line([0, 0, 0])).toContain('aria-label="Tren"');
  expect(line([1, null, 900], 900)).toContain("<circle");
});

test("parts of a whole stay within it, also where there is none", () => {
  const html = renderToStaticMarkup(
    createElement(StackedBar, {
      patternId: "garis",
      stacks: [
        { key: "a", share: 0, look: "full" },
        { key: "b", share: 0.4, look: "striped" },
        { key: "c", share: 0.6, look: "dark" },
      ],
    }),
  );
  expect(html).toContain("url(#garis)");
  expect(drawn(html).match(/<rect/g)).toHaveLength(3);
});

test("a curve of counts: none, one, and more than have room for their names", () => {
  const curve = (count: number) =>
    drawn(
      renderToStaticMarkup(
        createElement(CountCurve, {
          label: "Penugasan",
          points: Array.from({ length: count }, (_, place) => ({ label: `Bulan ${place}`, value: place * 7 })),
        }),
      ),
    );
  expect(curve(0)).toContain('aria-label="Penugasan"');
  expect(curve(1).match(/<circle/g)).toHaveLength(1);
  expect(curve(1), "no half people at the axis").not.toContain("0,5");
  expect(curve(36).match(/class="fill-muted hidden"/g)).toHaveLength(24);
});
