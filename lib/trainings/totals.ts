import { sessionFormNames, sessionForms } from "@/lib/trainings/fields";
import type { SessionForm } from "@/prisma/generated/enums";

type Counted = { form: SessionForm; lessons: number };

export function countOfForms(sessions: readonly Counted[]) {
  const sum = (rows: readonly Counted[]) => Math.round(rows.reduce((all, { lessons }) => all + lessons, 0) * 100) / 100;
  return {
    lessons: sum(sessions),
    forms: sessionForms.flatMap((form) => {
      const own = sessions.filter((session) => session.form === form);
      return own.length > 0 ? [{ form, name: sessionFormNames[form], sessions: own.length, lessons: sum(own) }] : [];
    }),
  };
}

export function jplWords(lessons: number): string {
  return `${lessons.toLocaleString("id-ID")} JPL`;
}
