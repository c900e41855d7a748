import { ActionForm } from "@/components/form/action-form";
import type { PreviewChoice } from "@/lib/imports/preview";
import type { FormAction } from "@/lib/web/form";

const most = 50;
/** More answers than these are a list that opens. */
const mostSeen = 8;

/** What the importer decides before anything is saved; the preview is made anew with the answers. */
export function PreviewChoices({ choices, action }: { choices: readonly PreviewChoice[]; action: FormAction }) {
  if (choices.length === 0) return null;
  // What nobody answered yet comes first; answered ones can be changed.
  const shown = [...choices].sort((one, other) => Number(one.value !== "") - Number(other.value !== "")).slice(0, most);
  return (
    <section aria-labelledby="pertanyaan" className="card flex flex-col gap-3">
      <h2 id="pertanyaan">Pertanyaan sebelum mengimpor</h2>
      {choices.length > most && (
        <p className="text-muted">
          Yang tampil {most} pertama dari {choices.length.toLocaleString("id-ID")}; sesudah dijawab tampil yang
          berikutnya.
        </p>
      )}
      <ActionForm action={action} submit="Perbarui pratinjau" tone="plain" className="flex flex-col gap-4">
        {shown.map((choice) => (
          <Question key={`${choice.key} ${choice.value}`} choice={choice} />
        ))}
      </ActionForm>
    </section>
  );
}

function Question({ choice: { key, label, hint, value, answers } }: { choice: PreviewChoice }) {
  const name = `jawab-${key}`;
  const asked = <input type="hidden" name="ditanya" value={key} />;
  if (!answers)
    return (
      <div>
        {asked}
        <Answer type="checkbox" name={name} value="ya" isChosen={value === "ya"} {...{ label, hint }} />
      </div>
    );
  if (answers.length > mostSeen)
    return (
      <label className="flex max-w-xl flex-col">
        <span className="font-semibold">{label}</span>
        {asked}
        {hint && <span className="text-sm text-muted">{hint}</span>}
        <select name={name} defaultValue={value} className="input mt-1">
          {answers.map((answer) => (
            <option key={answer.value} value={answer.value}>
              {answer.label}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <fieldset className="flex flex-col">
      <legend className="font-semibold">{label}</legend>
      {asked}
      {hint && <p className="text-sm text-muted">{hint}</p>}
      {answers.map((answer) => (
        <Answer key={answer.value} type="radio" name={name} {...answer} isChosen={value === answer.value} />
      ))}
    </fieldset>
  );
}

type AnswerProps = {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  label: string;
  hint?: string | undefined;
  isChosen: boolean;
};

function Answer({ type, name, value, label, hint, isChosen }: AnswerProps) {
  return (
    <label className="flex min-h-11 items-start gap-3 py-1">
      <input
        type={type}
        name={name}
        value={value}
        defaultChecked={isChosen}
        className="mt-1 size-5 shrink-0 accent-accent"
      />
      <span>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
