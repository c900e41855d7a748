"use client";

import { SelectField, TextArea, TextField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { useLocalWords } from "@/components/local-words";
import { type LineFields, longestText } from "@/lib/minutes/lines";
import type { NoteSection } from "@/prisma/generated/enums";

type Props = {
  section: NoteSection;
  initial?: LineFields;
  villages: readonly { code: string; name: string }[];
  askers: readonly { name: string; institution: string }[];
};

/** What a line says, as a form: questions with who asked and what was answered. */
export function NoteFields({ section, initial, villages, askers }: Props) {
  const say = useLocalWords();
  const isQuestion = section === "QUESTIONS" || Boolean(initial?.asker || initial?.institution || initial?.answer);
  return (
    <>
      <TextArea
        name="text"
        label={isQuestion ? "Pertanyaan" : "Tulisan"}
        hint={`Paling banyak ${longestText.toLocaleString("id-ID")} huruf`}
        rows={3}
        initial={initial?.text}
      />
      {isQuestion && (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name="asker"
              label="Penanya"
              optional
              suggestions={askers.map(({ name }) => name)}
              initial={initial?.asker}
            />
            <TextField
              name="institution"
              label="Instansi penanya"
              optional
              suggestions={[...new Set(askers.map(({ institution }) => institution))]}
              initial={initial?.institution}
            />
          </div>
          <PersonStep />
          <TextArea name="answer" label="Jawaban" optional rows={3} initial={initial?.answer} />
        </>
      )}
      {villages.length > 0 && (
        <SelectField
          name="villageCode"
          label={say("Desa")}
          optional
          empty={say("Tidak untuk desa tertentu")}
          options={villages.map(({ code, name }) => ({ value: code, label: name }))}
          initial={initial?.villageCode}
        />
      )}
    </>
  );
}
