import { type InputHTMLAttributes, useMemo } from "react";
import { Combobox } from "@/components/form/combobox";
import { useLocalWords } from "@/components/local-words";
import { readyChoices } from "@/lib/found-choices";
import type { VillageChoice } from "@/lib/plan/typed-villages";

type Props = {
  id: string;
  text: string;
  villages: readonly VillageChoice[];
  input: InputHTMLAttributes<HTMLInputElement>;
  onText: (text: string) => void;
};

/** Several desa behind commas; what is typed after the last comma is looked for. */
export function VillageCell({ id, text, villages, input, onText }: Props) {
  const say = useLocalWords();
  const choices = useMemo(
    () =>
      readyChoices([
        ...villages.map(({ code, label }) => ({ value: code, label })),
        { value: "*", label: say("Semua desa") },
      ]),
    [villages, say],
  );
  const at = text.lastIndexOf(",") + 1;
  const before = at > 0 ? `${text.slice(0, at)} ` : "";
  const sought = text.slice(at).trim();
  const isWhole = choices.some(({ label }) => label === sought);
  return (
    <Combobox
      id={id}
      text={text}
      sought={sought}
      choices={isWhole || (sought === "" && text !== "") ? none : choices}
      input={input}
      onText={onText}
      onChoose={({ label }) => onText(before + label)}
    />
  );
}

const none: [] = [];
