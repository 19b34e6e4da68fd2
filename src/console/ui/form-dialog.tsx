import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWords } from "../app/words";

interface FormDialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A dialogue with a heading, which Escape and a press beside it close. */
export function FormDialog({ title, close, children }: FormDialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DialogActionsProps {
  /** What the main button says. */
  readonly confirm: string;
  readonly off: boolean;
  readonly close: () => void;
  /** Left out: the button sends its form. */
  readonly press?: () => void;
}

/** The last line of a dialogue: back, or on. */
export function DialogActions({ confirm, off, close, press }: DialogActionsProps) {
  const { t } = useWords();
  return (
    <div className="dialog-actions">
      <button type="button" className="button" onClick={close}>
        {t("dialog.cancel")}
      </button>
      <button type={press ? "button" : "submit"} className="button primary" disabled={off} onClick={press}>
        {confirm}
      </button>
    </div>
  );
}
