import { type Play } from "./play";
import { ANTOINE, COMPANY, MARC } from "./story-people";

/** Where the company is, as its administrator reads it. */
export interface Where {
  readonly phase: string;
  /** Whose the next step is, and which it is. */
  readonly ball: string;
  /** Settled action items, in per cent. */
  readonly customer: number;
  readonly specialist: number;
  /** Conditions of going live that are unmet. */
  readonly unmet: number;
  /** Code of the decision whether the first approver may send commitments. */
  readonly sends: string;
}

interface Seen {
  readonly company: {
    readonly implementation: {
      readonly phase: string;
      readonly customerPercent: number;
      readonly specialistPercent: number;
      readonly nextStep: { readonly title: string } | null;
      readonly ball: { readonly side: string } | null;
      readonly goLiveReadiness: readonly { readonly code: string }[];
    };
  } | null;
  readonly decision: { readonly code: string };
}

const QUERY = `query ($company: ID!, $subject: ID!) {
  company(id: $company) { implementation {
    phase customerPercent specialistPercent nextStep { title } ball { side } goLiveReadiness { code } } }
  decision(input: { company: $company, subject: $subject, action: SEND, feature: COMMITMENT }) { code }
}`;

/** Null: the company is not there yet. */
export async function whereNow(play: Play): Promise<Where | null> {
  const variables = { company: COMPANY, subject: MARC.email };
  const { company, decision } = await play.asks<Seen>(ANTOINE, QUERY, variables);
  if (company === null) return null;
  const { phase, ball, nextStep, customerPercent, specialistPercent, goLiveReadiness } = company.implementation;
  return {
    phase,
    ball: ball === null ? "nobody" : `${ball.side}: ${nextStep?.title ?? "Answer the question that waits"}`,
    customer: Math.round(customerPercent),
    specialist: Math.round(specialistPercent),
    unmet: goLiveReadiness.length,
    sends: decision.code,
  };
}

const NAMES: Readonly<Record<keyof Where, string>> = {
  phase: "phase",
  ball: "ball",
  customer: "done by the customer",
  specialist: "done by the specialist",
  unmet: "unmet conditions of going live",
  sends: `${MARC.name} sends commitments`,
};
const PER_CENT: readonly (keyof Where)[] = ["customer", "specialist"];

/** What is otherwise than before, a line each: "phase: PREPARATION -> IMPLEMENTATION". */
export function changesOf(before: Where | null, after: Where | null): readonly string[] {
  if (after === null) return [];
  const keys = Object.keys(NAMES) as (keyof Where)[];
  return keys
    .filter((key) => before?.[key] !== after[key])
    .map((key) => {
      const shown = (where: Where) => `${where[key]}${PER_CENT.includes(key) ? " %" : ""}`;
      return `${NAMES[key]}: ${before === null ? "" : `${shown(before)} -> `}${shown(after)}`;
    });
}
