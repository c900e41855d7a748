import type { MatrixFilter } from "@/lib/matrix/filter";
import { withQuery } from "@/lib/web/query";

type Address = { [K in keyof MatrixFilter]?: MatrixFilter[K] | undefined };

/** A page of the matrix with the filter that is not the usual one. */
export function matrixAddress(path: string, { halaman: _, ...filter }: Address): string {
  return withQuery(path, filter);
}
