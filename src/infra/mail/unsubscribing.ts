import type { Database } from "../db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Locale } from "../../kernel/locale";
import { isOptional, OPTIONAL_LETTERS } from "./mail-kinds";
import { readerOfToken, setByToken } from "./preferences";

/** What the link of a letter is about. */
export interface LetterLink {
  readonly token: string;
  readonly kind: string;
}

/** Whom a link is for. */
export interface LinkReader {
  readonly email: string;
  /** What kind of letters it is about, in both languages. */
  readonly title: Readonly<Record<Locale, string>>;
  /** The language they have set; null: none. */
  readonly locale: Locale | null;
}

/** What the links in letters do, for people who may have no account at all. */
export class Unsubscribing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing. Null: there is no such link. */
  async look({ token, kind }: LetterLink): Promise<LinkReader | null> {
    if (!isOptional(kind)) return null;
    const reader = await readerOfToken(this.database.read(), token);
    return reader && { email: reader.email, title: OPTIONAL_LETTERS[kind], locale: reader.locale };
  }

  /** The reader wants these letters, or wants them no more. Doing it twice does no harm. Null: there is no such link. */
  async set(link: LetterLink, wanted: boolean): Promise<LinkReader | null> {
    const reader = await this.look(link);
    if (!reader) return null;
    const at = toInstant(this.clock.now());
    const kept = await this.database.write((manager) => setByToken(manager, { ...link, wanted }, at));
    return kept && reader;
  }
}
