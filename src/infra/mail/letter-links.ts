/** Pages that letters lead to, under the server's address. */
const PAGES = {
  set_up: (company: string) => `/set-up/${company}`,
  integration: (company: string) => `/erp-integrations/${company}`,
  rights: (company: string) => `/erp-integrations/${company}/rights`,
} as const;
export type LetterPage = keyof typeof PAGES;

/** The addresses that stand in letters. */
export class LetterLinks {
  constructor(private readonly publicUrl: string) {}

  page(page: LetterPage, company: string): string {
    return `${this.publicUrl}${PAGES[page](encodeURIComponent(company))}`;
  }
}
