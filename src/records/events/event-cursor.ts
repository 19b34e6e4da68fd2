import { BilingualRefusal } from "../../kernel/errors";

/** How far somebody has heard of a company; made of what is stored, so that it is good on every instance and after a restart. */
export interface EventCursor {
  /** The last audit entry, which is the policy revision. */
  readonly revision: number;
  /** The last thing that happened to a record. */
  readonly records: number;
  /** A digest of what keeps the lanes waiting. */
  readonly lanes: string;
}

const FORM = /^(\d{1,9})\.(\d{1,9})\.([0-9a-f]{8})$/;

export function writeCursor({ revision, records, lanes }: EventCursor): string {
  return Buffer.from(`${revision}.${records}.${lanes}`).toString("base64url");
}

/** Throws Refusal BAD_INPUT for what is no cursor of ours. */
export function readCursor(text: string): EventCursor {
  const found = FORM.exec(Buffer.from(text.slice(0, 100), "base64url").toString());
  if (!found) throw new BilingualRefusal("BAD_INPUT", NO_CURSOR, ["after"]);
  const [, revision, records, lanes = ""] = found;
  return { revision: Number(revision), records: Number(records), lanes };
}

const NO_CURSOR = {
  en: "`after` is no cursor of an event. Leave it out to begin anew.",
  fr: "`after` n’est pas le curseur d’un événement. Omettez-le pour repartir de maintenant.",
};

export function sameCursor(a: EventCursor, b: EventCursor): boolean {
  return a.revision === b.revision && a.records === b.records && a.lanes === b.lanes;
}
