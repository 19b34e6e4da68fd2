export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** A name with its address. */
export interface Mailbox {
  readonly email: string;
  readonly name: string;
}

/** An invitation that mail programs understand without opening an attachment (iMIP, RFC 6047). */
export interface CalendarPart {
  readonly method: "REQUEST" | "CANCEL";
  readonly filename: string;
  /** iCalendar. */
  readonly content: string;
}

/** A letter as it is handed over. */
export interface Letter {
  readonly to: Mailbox;
  /** Whom an answer is for; null: nobody in particular. */
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  /** Stands beside text and HTML, as another form of the letter; null: none. */
  readonly calendar: CalendarPart | null;
  /** Where the reader can say that they want no more letters of the kind; null: they cannot. */
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
