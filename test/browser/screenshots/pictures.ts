import type { Page } from "playwright-core";

/** One picture: who looks at what, and how. */
export interface Picture {
  readonly name: string;
  readonly email: string;
  readonly at: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly locale?: string;
  /** What is done before it is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const ALMA = "admin@demo.test";
const BRUNO = "commitments-and-invoices@demo.test";
const CARLA = "commitments-only@demo.test";

export const PICTURES: readonly Picture[] = [
  { name: "console-tool", email: BRUNO, at: "/erp-integrations/demo" },
  {
    name: "console-why-not",
    email: CARLA,
    at: "/erp-integrations/demo",
    dark: true,
    act: async (page) => {
      await page
        .getByRole("row", { name: /INV-1002/ })
        .getByText("INV-1002")
        .click();
      await page.getByRole("button", { name: "Ask for it" }).first().waitFor();
    },
  },
  { name: "console-access", email: ALMA, at: "/people/demo" },
  {
    name: "console-explain",
    email: ALMA,
    at: `/explain/demo?action=SEND&feature=COMMITMENT&subject=${CARLA}`,
    act: (page) => page.getByRole("heading", { name: "Limits left" }).waitFor(),
  },
  { name: "console-telephone", email: BRUNO, at: "/erp-integrations/demo", width: 390, height: 760, locale: "fr-FR" },
];
