import { expect, test } from "vitest";
import { fitStrokes } from "@/app/(layar)/kegiatan/[id]/absen/strokes";

test("a signature drawn on a phone held across is whole when it is held upright", () => {
  const wide = { width: 640, height: 160 };
  const narrow = { width: 320, height: 160 };
  const strokes = [
    {
      penColor: "#000",
      points: [
        { x: 10, y: 20, pressure: 0.5 },
        { x: 630, y: 150, pressure: 0.4 },
      ],
    },
  ];
  const [turned] = fitStrokes(strokes, wide, narrow);
  expect(turned?.points).toEqual([
    { x: 5, y: 10, pressure: 0.5 },
    { x: 315, y: 75, pressure: 0.4 },
  ]);
  for (const { x, y } of turned?.points ?? []) expect(x <= narrow.width && y <= narrow.height).toBe(true);
  // Before the panel has a size nothing is lost.
  expect(fitStrokes(strokes, { width: 0, height: 0 }, narrow)).toEqual(strokes);
});
