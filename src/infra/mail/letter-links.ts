/** Pages that letters lead to, under the server's address. */
const PAGES = {
  set_up: (company: string) => `/set-up/${company}`,
  integration: (company: string) => `/erp-integrations/${company}`,
  rights: (company: string) => `/erp-integrations/${company}/rights`,
} as const;
export type LetterPage = keyof typeof PAGES;

/** Something that a letter's reader may do by its link alone. */
export interface LetterAction {
  /** The one thing that the link is good for, such as "confirm_slot". */
  readonly purpose: string;
  readonly companyId: string;
  /** Id of what it is done to. */
  readonly about: string;
  /** Whose link it is. */
  readonly email: string;
  /** Exclusive. */
  readonly until: string;
}

/**
 * The port through which letters get their addresses. `act` answers a signed link, good for one purpose and one reader
 * until an instant, once there are pages that take it; null: there are none, and the letter names the page instead.
 */
export interface LetterLinks {
  page(page: LetterPage, company: string): string;
  act(action: LetterAction): string | null;
}

/** Pages alone. */
export class PageLinks implements LetterLinks {
  constructor(private readonly publicUrl: string) {}

  page(page: LetterPage, company: string): string {
    return `${this.publicUrl}${PAGES[page](encodeURIComponent(company))}`;
  }

  act(_action: LetterAction): string | null {
    return null;
  }
}
