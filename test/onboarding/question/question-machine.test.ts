import fc from "fast-check";
import {
  QUESTION_MACHINE,
  QUESTION_MOVE_WORDS,
  QUESTION_MOVES,
  QUESTION_PARTS,
  QUESTION_STATES,
  type QuestionMove,
  type QuestionPart,
  type QuestionState,
} from "../../../src/onboarding/questions/question/question-machine";
import { ERROR_CODES } from "../../../src/kernel/errors";
import { runs } from "../../policy/runs";
import { naming } from "../possible-moves";

const attempt = fc.record({
  by: fc.constantFrom<QuestionPart>(...QUESTION_PARTS),
  move: fc.constantFrom<QuestionMove>(...QUESTION_MOVES),
});

test("all states, parts and moves", () => {
  const lines = QUESTION_STATES.flatMap((state) =>
    QUESTION_PARTS.map((by) => {
      const moves = QUESTION_MOVES.map((move) => [move, QUESTION_MACHINE.move({ state, by }, move)] as const);
      const words = moves.map(([move, to]) => `${move}>${typeof to === "string" ? to : to.code}`);
      return `${state} ${by}: ${words.join(" ")}`;
    }),
  );
  expect(lines).toEqual([
    "asked asker: answer>FORBIDDEN reopen>ILLEGAL_MOVE close>closed",
    "asked vendor: answer>answered reopen>ILLEGAL_MOVE close>CONFLICT",
    "asked colleague: answer>FORBIDDEN reopen>ILLEGAL_MOVE close>FORBIDDEN",
    "answered asker: answer>FORBIDDEN reopen>asked close>closed",
    "answered vendor: answer>answered reopen>FORBIDDEN close>closed",
    "answered colleague: answer>FORBIDDEN reopen>FORBIDDEN close>FORBIDDEN",
    "closed asker: answer>ILLEGAL_MOVE reopen>asked close>ILLEGAL_MOVE",
    "closed vendor: answer>ILLEGAL_MOVE reopen>FORBIDDEN close>ILLEGAL_MOVE",
    "closed colleague: answer>ILLEGAL_MOVE reopen>FORBIDDEN close>ILLEGAL_MOVE",
  ]);
});

test("whatever people try, the vendor makes no question go away unanswered, and only the asker opens one again", () => {
  const reached = new Set<QuestionState>();
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 20 }), (attempts) => {
      let state: QuestionState = "asked";
      let answeredSinceAsked = false;
      for (const { by, move } of attempts) {
        const to = QUESTION_MACHINE.move({ state, by }, move);
        if (typeof to !== "string") continue;
        expect(by).not.toBe("colleague");
        if (to === "answered") {
          expect(by).toBe("vendor");
          answeredSinceAsked = true;
        }
        if (to === "asked") {
          expect(by).toBe("asker");
          answeredSinceAsked = false;
        }
        if (to === "closed" && !answeredSinceAsked) expect(by).toBe("asker");
        state = to;
        reached.add(state);
      }
    }),
    runs(500),
  );
  expect([...reached].sort()).toEqual([...QUESTION_STATES].sort());
});

test("each refusal has a code, changes nothing and names what is allowed instead", () => {
  for (const state of QUESTION_STATES)
    for (const by of QUESTION_PARTS)
      for (const move of QUESTION_MOVES) {
        const allowed = QUESTION_MACHINE.allowed({ state, by });
        const answer = QUESTION_MACHINE.move({ state, by }, move);
        expect(allowed.includes(move)).toBe(typeof answer === "string");
        if (typeof answer === "string") continue;
        expect(ERROR_CODES).toContain(answer.code);
        expect(answer.message).toEqual(naming(allowed, QUESTION_MOVE_WORDS));
      }
});

test("every state can be left by somebody, and what anybody may do is shown", () => {
  for (const state of QUESTION_STATES) {
    const each = QUESTION_PARTS.flatMap((by) => QUESTION_MACHINE.allowed({ state, by }));
    expect(new Set(QUESTION_MACHINE.allowed({ state, by: null }))).toEqual(new Set(each));
    expect(each).not.toEqual([]);
  }
});
