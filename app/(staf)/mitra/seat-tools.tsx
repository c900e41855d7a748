import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectionBar } from "@/components/list/selection-bar";
import { restoreChosenAction } from "./many-actions";

export const seatsForm = "jabatan-dipilih";

/** What is done with the ticked seats: a plain form by GET, each button opens another page with them. */
export function SeatTools() {
  return (
    <form id={seatsForm} method="get" action="/mitra/undang" className="contents">
      <SelectionBar>
        <button type="submit" className="button">
          Undang
        </button>
        <button type="submit" formAction="/mitra/ekspor" name="bentuk" value="xlsx" className="button">
          Unduh Excel
        </button>
        <button type="submit" formAction="/mitra/arsipkan" className="button">
          Arsipkan
        </button>
      </SelectionBar>
    </form>
  );
}

/** The same of archived ones. */
export function ArchivedSeatTools() {
  return (
    <ActionForm id={seatsForm} action={restoreChosenAction} className="contents">
      <SelectionBar>
        <SubmitButton tone="plain">Pulihkan ke daftar mitra</SubmitButton>
      </SelectionBar>
    </ActionForm>
  );
}
