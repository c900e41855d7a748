// What a factory makes unique, it makes unique by counting: no random names, no library for them.
let count = 0;

export function nextNumber(): number {
  count += 1;
  return count;
}

/** A mobile number that nobody has: the prefix 0840 is assigned to no operator. "6284000000001". */
export function inventedPhone(): string {
  return `62840${String(nextNumber()).padStart(8, "0")}`;
}
