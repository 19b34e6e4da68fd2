import * as words from "../../src/client/vocabulary";
import { FACT_PROBLEM_CODES, RECORD_FACT_NAMES } from "../../src/policy/model/record-facts";
import * as policy from "../../src/policy/model/vocabulary";
import { SUBJECT_TYPES } from "../../src/authorization/authzen/mapping/authzen-mapping";

/* The client shares no file with the server; its words are the policy's all the same. */

test("the lists are the policy's, in its order", () => {
  const { FEATURES, RESOURCES, ACTIONS, RECORD_STATES, GATE_CODES } = words;
  expect({ FEATURES, RESOURCES, ACTIONS, RECORD_STATES, GATE_CODES }).toEqual({
    FEATURES: policy.FEATURES,
    RESOURCES: policy.RESOURCES,
    ACTIONS: policy.ACTIONS,
    RECORD_STATES: policy.RECORD_STATES,
    GATE_CODES: policy.GATE_CODES,
  });
  const own = ["UNKNOWN_SUBJECT_TYPE", "NO_ANSWER"];
  expect(words.DECISION_CODES).toEqual([...policy.DECISION_CODES, ...own]);
  expect(words.FACT_PROBLEM_CODES).toEqual(FACT_PROBLEM_CODES);
  expect(words.RECORD_FACTS).toEqual(RECORD_FACT_NAMES);
  expect(words.SUBJECT_TYPES).toEqual(SUBJECT_TYPES);
});

test("questions are put together from them", () => {
  const { person, service, action, feature, record } = words;
  expect([person("a@b.test"), service("7"), action("send"), feature("acme", "commitment")]).toEqual([
    { type: "user", id: "a@b.test" },
    { type: "service", id: "7" },
    { name: "send" },
    { type: "feature", id: "commitment", properties: { company: "acme" } },
  ]);
  expect(record("acme", "commitment", "SC-1", { project: "P-1" })).toEqual({
    ...{ type: "commitment", id: "SC-1", properties: { company: "acme", project: "P-1" } },
  });
  // @ts-expect-error there is no such action
  action("fly");
});
