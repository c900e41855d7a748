import { newPerson } from "@/lib/persons/rules";
import { ChoiceStep } from "./choice-step";

/** Asks who is meant, where a name was typed that the office knows. */
export function PersonStep() {
  return (
    <ChoiceStep
      name="person"
      legend="Orang yang sudah dicatat?"
      other={{ value: newPerson, label: "Bukan, catat sebagai orang baru" }}
    />
  );
}
