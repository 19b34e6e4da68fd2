import { z } from "zod";
import type { LetterCalls } from "../../onboarding/by-letter/letter-calls";
import type { LetterReader } from "../../onboarding/by-letter/letter-reader";
import { CALL_KINDS } from "../../onboarding/calls/call/call-kind";
import { SUGGESTED_AT_ONCE } from "./calls-section";
import type { Done } from "./page-texts";

/** A form of the page: what it says, and what is done by it. Null: the form is none of ours. */
export type LetterForm = (reader: LetterReader, body: unknown) => Promise<Done | null>;

const CALL = z.object({
  kind: z.enum(CALL_KINDS),
  slot: z.string().max(100),
  act: z.enum(["choose", "can", "cannot"]),
});

const times = z.string().max(100);
const SUGGESTION = z.object({
  kind: z.enum(CALL_KINDS),
  time: z.union([times.transform((one) => [one]), z.array(times).max(SUGGESTED_AT_ONCE)]),
});

/** The forms by the last part of their address; each goes to the service that GraphQL asks. */
export function letterForms(calls: LetterCalls): Readonly<Record<string, LetterForm>> {
  return {
    call: async (reader, body) => {
      const { data } = CALL.safeParse(body);
      if (!data) return null;
      const { kind, slot, act } = data;
      if (act === "choose") await calls.choose(reader, kind, slot);
      else await calls.answer(reader, kind, { slot, availability: act });
      return act === "choose" ? "chosen" : act;
    },
    suggest: async (reader, body) => {
      const { data } = SUGGESTION.safeParse(body);
      if (!data) return null;
      await calls.suggest(
        reader,
        data.kind,
        data.time.filter((one) => one !== ""),
      );
      return "suggested";
    },
  };
}
