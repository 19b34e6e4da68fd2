import type { Evaluation } from "./messages";

/** An evaluation without a context is one of two. */
const BARE = { yes: '{"decision":true}', no: '{"decision":false}' } as const;

/** The JSON of one evaluation; an engine that keeps it ready need not have it made for each answer. */
export function evaluationText(evaluation: Evaluation): string {
  if (evaluation.text) return evaluation.text();
  if (evaluation.context === undefined) return evaluation.decision ? BARE.yes : BARE.no;
  return JSON.stringify(evaluation);
}

/** The JSON of a batch's answers, in their order. */
export function evaluationsText(evaluations: readonly Evaluation[]): string {
  let text = '{"evaluations":[';
  for (let index = 0; index < evaluations.length; index++) {
    if (index > 0) text += ",";
    text += evaluationText(evaluations[index] as Evaluation);
  }
  return `${text}]}`;
}
