import { groupBy } from "../../kernel/groups";
import type { CaseOutcome } from "./outcome";

/**
 * The outcomes as JUnit XML, which continuous integration reads: a suite for each file, a case that got no answer as an error.
 * The format has no standard; these are the elements and attributes that Jenkins, GitLab and GitHub's reporters read alike.
 */
export function junit(outcomes: readonly CaseOutcome[]): string[] {
  const files = groupBy(outcomes, ({ tested }) => placeOf(tested.place).file);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: "ledgergate check", ...countsOf(outcomes) })}>`,
    ...[...files].flatMap(([file, own]) => [
      `  <testsuite ${attributes({ name: file, ...countsOf(own) })}>`,
      ...own.flatMap((outcome) => testCase(file, outcome)),
      "  </testsuite>",
    ]),
    "</testsuites>",
  ];
}

function testCase(file: string, { tested, wrong, answered, message }: CaseOutcome): string[] {
  const { line } = placeOf(tested.place);
  const open = `    <testcase ${attributes({ name: tested.name, classname: file, file, line })}`;
  const [first] = wrong;
  if (first === undefined) return [`${open}/>`];
  const element = answered ? "failure" : "error";
  const details = [tested.place, ...wrong, ...(message === null ? [] : [message])].map(escaped).join("\n");
  return [`${open}>`, `      <${element} ${attributes({ message: first })}>${details}</${element}>`, "    </testcase>"];
}

function countsOf(outcomes: readonly CaseOutcome[]) {
  const failed = outcomes.filter(({ wrong }) => wrong.length > 0);
  const errors = failed.filter(({ answered }) => !answered).length;
  return { tests: outcomes.length, failures: failed.length - errors, errors };
}

/** `FILE:LINE:COLUMN` in its parts; a file's name may have colons. */
function placeOf(place: string): { file: string; line: string } {
  const [, file = place, line = ""] = /^(.*):(\d+):\d+$/s.exec(place) ?? [];
  return { file, line };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(" ");
}

const MARKUP: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // An attribute would be read with spaces in their place.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
/** What XML 1.0 has no way to write, half of a surrogate pair included. */
// eslint-disable-next-line no-control-regex -- these are the characters that XML excludes
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text.replace(UNWRITABLE, "\ufffd").replace(/[&<>"'\t\n\r]/g, (one) => MARKUP[one] ?? one);
}
