import { COMPANY_ZONE } from "./story-people";
import type { Told } from "./telling";

/** The step as a terminal shows it. @param previous the step before; null: it is the first */
export function stepText({ chapter, number, step, at, said, changes, letters }: Told, previous: Told | null): string {
  const { who, what } = step;
  const heading = chapter === previous?.chapter ? [] : ["", chapter.toUpperCase(), ""];
  const actor = who === null ? "Time:" : `${who.name}, ${who.part},`;
  const lines = [
    `${String(number).padStart(3)}  ${timeText(at)}  ${actor} ${what}.`,
    ...said.map((line) => `${INDENT}${line}`),
    ...changes.map((line) => `${INDENT}* ${line}`),
    ...letters.map(({ to, subject, attached }) => {
      const files = attached.length > 0 ? ` (with ${attached.map(({ filename }) => filename).join(", ")})` : "";
      return `${INDENT}@ mail to ${to}: ${subject}${files}`;
    }),
  ];
  return `${[...heading, ...lines].join("\n")}\n`;
}

const INDENT = " ".repeat(5);
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: COMPANY_ZONE,
  day: "2-digit",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** On the company's clocks: "01 Mar, 09:00". */
function timeText(at: Date): string {
  return CLOCK.format(at);
}
