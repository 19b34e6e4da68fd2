import { useState, type FormEvent } from "react";
import { Label, TextArea, TextField } from "react-aria-components";
import { DialogActions, FormDialog } from "./form-dialog";

interface ReasonDialogProps {
  readonly title: string;
  readonly lead?: string;
  readonly label: string;
  readonly confirm: string;
  readonly close: () => void;
  readonly done: (reason: string) => void;
}

/** Asks for a reason before something is done that somebody else will ask about. */
export function ReasonDialog({ title, lead, label, confirm, close, done }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    done(reason.trim());
    close();
  };
  return (
    <FormDialog title={title} close={close}>
      {lead && <p className="muted">{lead}</p>}
      <form onSubmit={submit}>
        <TextField value={reason} onChange={setReason} isRequired autoFocus maxLength={500} className="field">
          <Label>{label}</Label>
          <TextArea rows={3} />
        </TextField>
        <DialogActions confirm={confirm} off={reason.trim() === ""} close={close} />
      </form>
    </FormDialog>
  );
}
