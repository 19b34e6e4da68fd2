import type { Digest, DigestReader } from "./digest";
import { digestHtml } from "./digest-html";
import { digestView, type DigestView, type RecordLine } from "./digest-view";

export interface DigestLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The daily summary as a letter, in plain text and in HTML. */
export function digestLetter(digest: Digest, reader: DigestReader): DigestLetter {
  const view = digestView(digest, reader);
  return { subject: view.subject, text: plainText(view), html: digestHtml(view) };
}

function plainText(view: DigestView): string {
  const { words } = view;
  const parts = [
    words.title,
    `${view.hello}\n${view.intro}`,
    ...waitingParts(view),
    ...failedParts(view),
    `${words.open}${words.colon} ${view.link}`,
    words.why,
  ];
  return `${parts.join("\n\n")}\n`;
}

function waitingParts({ words, rows, total, oldest, moreWaiting }: DigestView): string[] {
  if (rows.length === 0) return [];
  const lines = [...rows, ...(total ? [{ ...total, note: null }] : [])].map(({ what, count, amounts, since, note }) => {
    const known = [count, ...amounts, ...(since ? [`${since.day} (${since.age})`] : [])];
    return `  ${what}${words.colon} ${known.join(", ")}${note === null ? "" : `\n    ${note}`}`;
  });
  const more = moreWaiting === 0 ? [] : [`  ${words.more(moreWaiting)}`];
  return [
    [heading(words.waiting), ...lines].join("\n"),
    [heading(words.oldest), ...oldest.map(line), ...more].join("\n"),
  ];
}

function failedParts({ words, failed, failedCount }: DigestView): string[] {
  if (failedCount === 0) return [];
  const more = failedCount - failed.length;
  const rest = more === 0 ? [] : [`  ${words.more(more)}`];
  return [[heading(words.failed(failedCount)), words.failedHint, ...failed.map(line), ...rest].join("\n")];
}

function heading(text: string): string {
  return text.toUpperCase();
}

function line({ name, amount, about, fault }: RecordLine): string {
  const first = `  - ${[name, ...(amount === null ? [] : [amount])].join(", ")}`;
  const second = about.length === 0 ? [] : [`    ${about.join(", ")}`];
  const third = fault === null ? [] : [`    ${fault.code}: ${oneLine(fault.text)}`];
  return [first, ...second, ...third].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
