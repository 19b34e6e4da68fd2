import { escapeHtml } from "../../kernel/html";
import type { DigestView, RecordLine, WaitingLine } from "./digest-view";

/**
 * Inline styles and tables only: mail programs drop style sheets, and some lay out nothing else. One column of 600
 * pixels; every colour on white has a contrast of at least 4.5 to 1.
 */
const STYLES = {
  page: "margin:0;padding:16px 0;background:#f2f4f7;font-family:Arial,Helvetica,sans-serif;color:#1d2733;font-size:15px;line-height:1.45",
  sheet:
    "width:100%;max-width:600px;background:#ffffff;border:1px solid #d9dfe6;border-collapse:separate;border-radius:6px",
  inside: "padding:22px 20px 26px",
  title: "margin:0 0 16px;font-size:20px;line-height:1.3;color:#10243e",
  paragraph: "margin:0 0 8px",
  heading: "margin:26px 0 8px;font-size:16px;line-height:1.3;color:#10243e",
  table: "width:100%;border-collapse:collapse;font-size:14px",
  head: "padding:6px 10px 6px 0;vertical-align:bottom;border-bottom:2px solid #c3ccd6;text-align:left;color:#4a5a6b;font-weight:bold",
  cell: "padding:8px 10px 8px 0;border-bottom:1px solid #e3e8ee;vertical-align:top",
  end: "text-align:right;white-space:nowrap",
  faint: "color:#4a5a6b;font-size:13px",
  note: "padding:0 0 8px;border-bottom:1px solid #e3e8ee;color:#4a5a6b;font-size:13px",
  fault: "color:#9b1c1c;font-size:13px",
  button:
    "display:inline-block;padding:11px 18px;background:#1a5fa8;border-radius:4px;color:#ffffff;font-weight:bold;text-decoration:none",
} as const;
type Style = keyof typeof STYLES;

/** The body of the letter: a part of a document, so that a mail program's own frame stays whole. */
export function digestHtml(view: DigestView): string {
  const { words, locale } = view;
  const parts = [
    element("h1", "title", words.title),
    element("p", "paragraph", view.hello),
    element("p", "paragraph", view.intro),
    ...waiting(view),
    ...failed(view),
    `<p style="margin:28px 0 24px"><a href="${escapeHtml(view.link)}" style="${STYLES.button}">${escapeHtml(words.open)}</a></p>`,
    element("p", "faint", words.why, "margin:0"),
  ];
  return [
    `<div lang="${locale}" style="${STYLES.page}">`,
    `<table role="presentation" align="center" cellpadding="0" cellspacing="0" style="${STYLES.sheet}"><tr>`,
    `<td style="${STYLES.inside}">`,
    ...parts,
    "</td></tr></table>",
    "</div>",
  ].join("\n");
}

function waiting(view: DigestView): string[] {
  const { words, rows, total, oldest, moreWaiting } = view;
  if (rows.length === 0) return [];
  const { what, count, amount, since } = words.columns;
  const head = [
    element("th", "head", what),
    element("th", "head", count, STYLES.end),
    element("th", "head", amount, STYLES.end),
    element("th", "head", since, "padding-right:0;text-align:right"),
  ];
  const body = [
    ...rows.map((row) => waitingRow(row)),
    ...(total ? [waitingRow({ ...total, note: null }, "font-weight:bold")] : []),
  ];
  return [
    element("h2", "heading", words.waiting),
    `<table style="${STYLES.table}"><tr>${head.join("")}</tr>`,
    ...body,
    "</table>",
    element("h2", "heading", words.oldest),
    records(oldest, moreWaiting === 0 ? null : words.more(moreWaiting)),
  ];
}

function waitingRow({ what, count, amounts, since, note }: WaitingLine, more = ""): string {
  const kept = note === null ? "" : "border-bottom:none;";
  const age = since && `${escapeHtml(since.day)}<br>${element("span", "faint", since.age)}`;
  const cells = [
    cell(escapeHtml(what), `${kept}${more}`),
    cell(escapeHtml(count), `${STYLES.end};${kept}${more}`),
    cell(amounts.map(escapeHtml).join("<br>"), `${STYLES.end};${kept}${more}`),
    cell(age ?? "", `padding-right:0;${STYLES.end};${kept}${more}`),
  ];
  const beneath = note === null ? "" : `<tr><td colspan="4" style="${STYLES.note}">${escapeHtml(note)}</td></tr>`;
  return `<tr>${cells.join("")}</tr>${beneath}`;
}

function failed({ words, failed: lines, failedCount }: DigestView): string[] {
  if (failedCount === 0) return [];
  const more = failedCount - lines.length;
  return [
    element("h2", "heading", words.failed(failedCount)),
    element("p", "paragraph", words.failedHint),
    records(lines, more === 0 ? null : words.more(more)),
  ];
}

function records(lines: readonly RecordLine[], more: string | null): string {
  const rows = lines.map(({ name, amount, about, fault }) => {
    const beneath = about.length === 0 ? "" : `<br>${element("span", "faint", about.join(" · "))}`;
    const why = fault === null ? "" : `<br>${element("span", "fault", `${fault.code}: ${fault.text}`)}`;
    const right = cell(escapeHtml(amount ?? ""), `padding-right:0;${STYLES.end}`);
    return `<tr>${cell(`<strong>${escapeHtml(name)}</strong>${beneath}${why}`)}${right}</tr>`;
  });
  const last =
    more === null ? [] : [`<tr><td colspan="2" style="padding:8px 0">${element("span", "faint", more)}</td></tr>`];
  return [`<table role="presentation" style="${STYLES.table}">`, ...rows, ...last, "</table>"].join("\n");
}

function cell(html: string, more = ""): string {
  return `<td style="${STYLES.cell}${more === "" ? "" : `;${more}`}">${html}</td>`;
}

function element(tag: string, style: Style, text: string, more = ""): string {
  return `<${tag} style="${STYLES[style]}${more === "" ? "" : `;${more}`}">${escapeHtml(text)}</${tag}>`;
}
