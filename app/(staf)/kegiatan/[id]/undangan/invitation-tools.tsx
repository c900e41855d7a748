import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectionBar } from "@/components/list/selection-bar";
import { manyAction } from "./actions";

/** Rows have forms of their own, so that their boxes name the form they belong to. */
export const toolsForm = "undangan-dipilih";

type Props = { meeting: { id: string; sequence: number }; canSend: boolean; canWithdraw: boolean };

/** What is done with the ticked invitations. */
export function InvitationTools({ meeting, canSend, canWithdraw }: Props) {
  return (
    <ActionForm id={toolsForm} action={manyAction.bind(null, meeting.id, meeting.sequence)} className="contents">
      <SelectionBar>
        {canSend && (
          <SubmitButton tone="plain" name="step" value="sent">
            Tandai terkirim
          </SubmitButton>
        )}
        {canWithdraw && (
          <SubmitButton tone="danger" name="step" value="withdraw">
            Batalkan undangan
          </SubmitButton>
        )}
      </SelectionBar>
    </ActionForm>
  );
}
