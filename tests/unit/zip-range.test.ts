import { expect, test } from "vitest";
import { rangeOf } from "@/lib/evidence-pack/zip";

test.each([
  [null, "whole"],
  ["bytes=0-", { first: 0, last: 99 }],
  ["bytes=40-", { first: 40, last: 99 }],
  ["bytes=40-59", { first: 40, last: 59 }],
  ["bytes=40-5000", { first: 40, last: 99 }],
  ["bytes=-10", { first: 90, last: 99 }],
  ["bytes=-500", { first: 0, last: 99 }],
  ["bytes=100-", null],
  ["bytes=60-40", null],
  ["bytes=-0", null],
  ["bytes=-", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["lines=1-2", "whole"],
])("of 100 bytes, %s is %s", (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
