import { expect, test } from "vitest";
import { movedAgenda, moveField } from "@/app/(staf)/kegiatan/moved-agenda";

function form(move?: string): FormData {
  const made = new FormData();
  for (const [index, topic] of ["Pembukaan", "Evaluasi", "Penutup"].entries()) {
    made.set(`agenda.${index}.topic`, topic);
    made.set(`agenda.${index}.minutes`, String(index * 5));
  }
  made.set("place", "Aula");
  if (move) made.set(moveField, move);
  return made;
}

test("a line of the agenda changes places without being saved", () => {
  expect(movedAgenda(form("1:0"))).toMatchObject({
    values: { "agenda.0.topic": "Evaluasi", "agenda.0.minutes": "5", "agenda.1.topic": "Pembukaan", place: "Aula" },
  });
});

test("the first line stays where it is, and a form to be saved is left alone", () => {
  expect(movedAgenda(form("0:-1"))).toBeNull();
  expect(movedAgenda(form("2:3"))?.values).toMatchObject({ "agenda.2.topic": "Penutup" });
  expect(movedAgenda(form())).toBeNull();
});
