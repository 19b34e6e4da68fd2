import { createContext, type ComponentType } from "react";
import type { WhyFragment } from "../generated/operations";

/** What was to be done to: its scope is what is asked for. */
export interface AskedAbout {
  readonly action: string;
  readonly number?: string;
  readonly project?: string | undefined;
  readonly amount?: { readonly value: string; readonly currency: string } | null;
}

export interface AskDialogProps {
  readonly why: WhyFragment;
  readonly about: AskedAbout;
  readonly close: () => void;
  readonly done: () => void;
}

/** The dialogue that asks for a right; loaded when it is opened, from wherever somebody was refused. */
export const AskDialogContext = createContext<ComponentType<AskDialogProps> | null>(null);
