import type { Anchor } from "./anchor";

/** A place outside the database where anchors are kept. Putting one twice does no harm. */
export interface AnchorPlace {
  /** Kept with each anchor that it has. */
  readonly name: string;
  put(anchor: Anchor): Promise<void>;
  /** All that it has, in any order; what is no anchor is told as null. */
  read(): AsyncIterable<Anchor | null>;
}

/** Puts the present time on a hash, by somebody who is believed. */
export interface TimestampAuthority {
  /** A token for the document's text, in base64. Throws where the authority does not give one that is sound. */
  stamp(text: string): Promise<string>;
  /** When the token was made; throws where it is not of this text, or by nobody who is believed. */
  check(text: string, token: string): Promise<string>;
}
