import type { ReactNode } from "react";
import type { DeliveryState, RecordState } from "../generated/operations";

export type Tone = "plain" | "busy" | "good" | "warn" | "bad";

/** A state in words; its colour only repeats them. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

const RECORD_TONES: Partial<Record<RecordState, Tone>> = {
  AWAITING: "busy",
  STAGED: "busy",
  EXPORTING: "busy",
  SYNCED: "good",
  FAILED: "bad",
  REJECTED: "warn",
  STALE: "warn",
};

export function toneOf(state: RecordState): Tone {
  return RECORD_TONES[state] ?? "plain";
}

const DELIVERY_TONES: Record<DeliveryState, Tone> = {
  WAITING: "busy",
  IN_FLIGHT: "busy",
  DELIVERED: "good",
  DEAD: "bad",
  REFUSED: "bad",
  UNKNOWN: "warn",
  WITHHELD: "warn",
};

export function deliveryTone(state: DeliveryState): Tone {
  return DELIVERY_TONES[state];
}
