import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Action, FeatureName } from "../../generated/access";

export const ACTIONS = ["SEND", "REJECT", "IMPORT", "RETRIEVE", "RESUBMIT", "ARCHIVE", "UNLINK"] as const;

/** The question, as it stands in the address, so that it can be kept and sent. */
export interface Question {
  readonly action: Action;
  readonly feature: FeatureName;
  /** Id or number; "": about no record. */
  readonly record: string;
  /** E-mail; "": the viewer. */
  readonly subject: string;
  /** Like 2026-11-24T09:30, in the reader's zone; "": now. */
  readonly at: string;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 320) : "";
}

export function useQuestion(): readonly [Question, (next: Question) => void] {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const action = ACTIONS.find((each) => each === raw["action"]) ?? "SEND";
  // A feature that there is not is answered by the server.
  const feature = (text(raw["feature"]) || "COMMITMENT") as FeatureName;
  const question = { action, feature, record: text(raw["record"]), subject: text(raw["subject"]), at: text(raw["at"]) };
  return [question, (next) => void navigate({ to: ".", search: { ...next } })];
}
