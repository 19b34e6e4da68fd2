import { useState, type FormEvent } from "react";
import { Dialog, Heading, Label, Modal, ModalOverlay, TextArea, TextField } from "react-aria-components";
import { useWords } from "../app/words";

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
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    done(reason.trim());
    close();
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {lead && <p className="muted">{lead}</p>}
          <form onSubmit={submit}>
            <TextField value={reason} onChange={setReason} isRequired autoFocus maxLength={500} className="field">
              <Label>{label}</Label>
              <TextArea rows={3} />
            </TextField>
            <div className="dialog-actions">
              <button type="button" className="button" onClick={close}>
                {t("dialog.cancel")}
              </button>
              <button type="submit" className="button primary" disabled={reason.trim() === ""}>
                {confirm}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
