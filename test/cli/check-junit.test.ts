import { casesOf } from "../../src/cli/check/case-file";
import { outcomeOf } from "../../src/cli/check/outcome";
import { reportOf } from "../../src/cli/check/report";

const CASES = `company: demo
cases:
  - { subject: commitments-only@demo.test, action: send, resource: commitment, expect: allow }
  - name: NAME
    subject: commitments-only@demo.test
    action: send
    resource: subcontractor_invoice
    expect: allow
    code: ALLOWED
`;

describe("the report as JUnit XML", () => {
  const one = (text: string, name: string) => casesOf(CASES.replace("NAME", text), name)[1]!;
  const denied = (message: string) => ({ decision: false, context: { code: "X", message, reasons: [] } });

  test("has a suite for each file, tells a failure from an error, and says where", () => {
    const outcomes = [
      outcomeOf(one("passes", "a.yaml"), { decision: true, context: { code: "ALLOWED" } }),
      outcomeOf(one("fails", "a.yaml"), denied("No.")),
      outcomeOf(one("gone", "C:\\b.yaml"), new Error("gone")),
    ];
    expect(reportOf(outcomes, "junit").split("\n")).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="ledgergate check" tests="3" failures="1" errors="1">',
      '  <testsuite name="a.yaml" tests="2" failures="1" errors="0">',
      '    <testcase name="passes" classname="a.yaml" file="a.yaml" line="4"/>',
      '    <testcase name="fails" classname="a.yaml" file="a.yaml" line="4">',
      '      <failure message="expected allow, got deny (X)">a.yaml:4:5',
      "expected allow, got deny (X)",
      "expected the code ALLOWED, got X",
      "No.</failure>",
      "    </testcase>",
      "  </testsuite>",
      '  <testsuite name="C:\\b.yaml" tests="1" failures="0" errors="1">',
      '    <testcase name="gone" classname="C:\\b.yaml" file="C:\\b.yaml" line="4">',
      '      <error message="no answer: gone">C:\\b.yaml:4:5',
      "no answer: gone</error>",
      "    </testcase>",
      "  </testsuite>",
      "</testsuites>",
      "",
    ]);
  });

  test("lets nothing of a name or an answer become markup, nor anything that XML cannot hold", () => {
    const nasty = `"><script/>&amp;'\u0000\ud800\t\n]]>`;
    const tested = { ...one("x", "a.yaml"), name: nasty };
    const text = reportOf([outcomeOf(tested, denied(nasty))], "junit");
    const written = "&quot;&gt;&lt;script/&gt;&amp;amp;&apos;\ufffd\ufffd&#9;&#10;]]&gt;";
    expect(text).toContain(`name="${written}"`);
    expect(text).toContain(`\n${written}</failure>`);
    expect(text).not.toContain("<script");
  });
});

test("a case can be about a service, by the id of its API key", () => {
  const [one] = casesOf(CASES.replace("- { ", "- { subjectType: service, "), "a.yaml");
  expect(one?.question.subject).toEqual({ type: "service", id: "commitments-only@demo.test" });
});
