import fc from "fast-check";
import { goesLive, isLive, nextPhases, PHASE_MACHINE } from "../../src/onboarding/plan/phase-moves";
import { ERROR_CODES } from "../../src/kernel/errors";
import type { Bilingual } from "../../src/kernel/locale";
import { EN } from "../../src/policy/texts/en";
import { FR } from "../../src/policy/texts/fr";
import { PHASES, type Phase } from "../../src/policy/model/vocabulary";
import { runs } from "../policy/runs";

const APPROVERS = { en: "name_approvers (Name them)", fr: "name_approvers (Les désigner)" };
const CONNECTION = { en: "authorise_connection (Do it)", fr: "authorise_connection (Le faire)" };
const unmet = fc.constantFrom<readonly Bilingual[]>([], [APPROVERS], [APPROVERS, CONNECTION]);
const help = fc.constantFrom(null, "2026-12-24T00:00:00.000Z");
const step = fc.record({ to: fc.constantFrom<Phase>(...PHASES), helpUntil: help, unmet });

test("all phases and steps, with nothing unmet", () => {
  const lines = PHASES.map((phase) => {
    const allowed = PHASES.filter(
      (to) =>
        typeof PHASE_MACHINE.move({ state: phase, wasLive: isLive(phase), helpUntil: null, unmet: [] }, to) ===
        "string",
    );
    return `${phase}: ${allowed.join(" ")}`;
  });
  expect(lines).toEqual([
    "preparation: implementation",
    "implementation: getting_started",
    "getting_started: in_use suspended",
    "in_use: suspended",
    "suspended: getting_started in_use",
  ]);
});

test("whatever is tried, nobody goes live with a condition unmet, and nobody goes back before going live", () => {
  const reached = new Set<Phase>();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      let phase: Phase = "preparation";
      let wasLive = false;
      for (const { to, helpUntil, unmet: open } of steps) {
        const answer = PHASE_MACHINE.move({ state: phase, wasLive, helpUntil, unmet: open }, to);
        if (typeof answer !== "string") continue;
        expect(answer).toBe(to);
        if (helpUntil !== null) expect(to).not.toBe("in_use");
        if (isLive(to) && !wasLive) expect([phase, open]).toEqual(["implementation", []]);
        if (wasLive) expect(["preparation", "implementation"]).not.toContain(to);
        if (to === "suspended") expect(wasLive).toBe(true);
        phase = to;
        wasLive ||= isLive(to);
        reached.add(phase);
      }
    }),
    runs(500),
  );
  expect([...reached].sort()).toEqual(PHASES.filter((phase) => phase !== "preparation").sort());
});

test("each refusal has a code, and names the phases that may follow, or all that is unmet", () => {
  const law = fc.property(
    fc.constantFrom(...PHASES),
    fc.boolean(),
    step,
    (phase, wasLive, { to, helpUntil, unmet: open }) => {
      const answer = PHASE_MACHINE.move({ state: phase, wasLive, helpUntil, unmet: open }, to);
      if (typeof answer === "string") return;
      expect(ERROR_CODES).toContain(answer.code);
      if (answer.code === "NOT_READY") expect(goesLive({ wasLive }, to)).toBe(true);
      for (const [locale, { phases }] of [["en", EN] as const, ["fr", FR] as const]) {
        const following = nextPhases(phase, helpUntil).map((next) => phases[next]);
        const named = answer.code === "NOT_READY" ? open.map((one) => one[locale]) : following;
        for (const one of named) expect(answer.message[locale]).toContain(one);
      }
    },
  );
  fc.assert(law, runs(300));
});
