import { optionalText } from "@/lib/fields";

/** Which of the persons offered is meant: an id, `newPerson`, or null where the form did not ask yet. */
export const personAnswer = optionalText("orang yang dimaksud", 40);
