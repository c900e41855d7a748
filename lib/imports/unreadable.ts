/** Why a workbook is not read, as far as the reader has to be told. */
export class UnreadableWorkbook extends Error {
  override name = "UnreadableWorkbook";
  constructor(readonly why: "broken" | "too big") {
    super(why);
  }
}
