import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

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
