export class UnreadableWorkbook extends Error {
  override name = "UnreadableWorkbook";
  constructor(readonly why: "broken" | "too big") {
    super(why);
  }
}
