export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** A letter as it is handed over. */
export interface Letter {
  readonly to: { readonly email: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  /** Where the reader can say that he wants no more letters of the kind; null: he cannot. */
  readonly unsubscribeUrl: string | null;
  /** Goes into Message-ID, so that a receiver can tell a letter that came twice. */
  readonly id: string;
}

/** Who may not be handed a letter any more: it was taken, or will never be. */
export class MailRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MailRefused";
  }
}

/** The port to what carries letters. Throws MailRefused where a later try is of no use, else any error. */
export interface MailTransport {
  send(letter: Letter): Promise<void>;
}
