import { template, type Html } from "../../kernel/html";
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

const STYLED = { css: STYLES } as const;

/** A record by its name, with its amount, what else is known of it, and why it failed. */
const recordRows = template<typeof STYLED & { readonly lines: readonly RecordLine[]; readonly more: string | null }>(
  `<table role="presentation" style="<%= it.css.table %>">
<% for (const { name, amount, about, fault } of it.lines) { %>
<tr><td style="<%= it.css.cell %>"><strong><%= name %></strong><% if (about.length > 0) { %><br><span style="<%= it.css.faint %>"><%= about.join(" · ") %></span><% } %><% if (fault) { %><br><span style="<%= it.css.fault %>"><%= fault.code %>: <%= fault.text %></span><% } %></td><td style="<%= it.css.cell %>;padding-right:0;<%= it.css.end %>"><%= amount ?? "" %></td></tr>
<% } %>
<% if (it.more !== null) { %>
<tr><td colspan="2" style="padding:8px 0"><span style="<%= it.css.faint %>"><%= it.more %></span></td></tr>
<% } %>
</table>`,
);

type Row = WaitingLine & { readonly more: string };

/** What waits, a line for each kind and one for all; a note stands beneath its line. */
const waitingRows = template<
  typeof STYLED & { readonly columns: DigestView["words"]["columns"]; readonly rows: readonly Row[] }
>(
  `<table style="<%= it.css.table %>"><tr><th style="<%= it.css.head %>"><%= it.columns.what %></th><th style="<%= it.css.head %>;<%= it.css.end %>"><%= it.columns.count %></th><th style="<%= it.css.head %>;<%= it.css.end %>"><%= it.columns.amount %></th><th style="<%= it.css.head %>;padding-right:0;text-align:right"><%= it.columns.since %></th></tr>
<% for (const { what, count, amounts, since, note, more } of it.rows) { %>
<tr><td style="<%= it.css.cell %>;<%= more %>"><%= what %></td><td style="<%= it.css.cell %>;<%= it.css.end %>;<%= more %>"><%= count %></td><td style="<%= it.css.cell %>;<%= it.css.end %>;<%= more %>"><% for (const [index, amount] of amounts.entries()) { %><% if (index > 0) { %><br><% } %><%= amount %><% } %></td><td style="<%= it.css.cell %>;padding-right:0;<%= it.css.end %>;<%= more %>"><% if (since) { %><%= since.day %><br><span style="<%= it.css.faint %>"><%= since.age %></span><% } %></td></tr>
<% if (note !== null) { %>
<tr><td colspan="4" style="<%= it.css.note %>"><%= note %></td></tr>
<% } %>
<% } %>
</table>`,
);

interface Letter {
  readonly view: DigestView;
  readonly waiting: Html;
  readonly oldest: Html;
  readonly failed: Html;
}

const letter = template<typeof STYLED & Letter>(`<div lang="<%= it.view.locale %>" style="<%= it.css.page %>">
<table role="presentation" align="center" cellpadding="0" cellspacing="0" style="<%= it.css.sheet %>"><tr>
<td style="<%= it.css.inside %>">
<h1 style="<%= it.css.title %>"><%= it.view.words.title %></h1>
<p style="<%= it.css.paragraph %>"><%= it.view.hello %></p>
<p style="<%= it.css.paragraph %>"><%= it.view.intro %></p>
<% if (it.view.rows.length > 0) { %>
<h2 style="<%= it.css.heading %>"><%= it.view.words.waiting %></h2>
<%= it.waiting %>

<h2 style="<%= it.css.heading %>"><%= it.view.words.oldest %></h2>
<%= it.oldest %>

<% } %>
<% if (it.view.failedCount > 0) { %>
<h2 style="<%= it.css.heading %>"><%= it.view.words.failed(it.view.failedCount) %></h2>
<p style="<%= it.css.paragraph %>"><%= it.view.words.failedHint %></p>
<%= it.failed %>

<% } %>
<p style="margin:28px 0 24px"><a href="<%= it.view.link %>" style="<%= it.css.button %>"><%= it.view.words.open %></a></p>
<p style="<%= it.css.faint %>;margin:0"><%= it.view.words.why %></p>
</td></tr></table>
</div>`);

/** The body of the letter: a part of a document, so that a mail program's own frame stays whole. */
export function digestHtml(view: DigestView): string {
  const { words, rows, total, oldest, moreWaiting, failed, failedCount } = view;
  const left = (count: number) => (count === 0 ? null : words.more(count));
  const lines = [
    ...rows.map((row) => ({ ...row, more: row.note === null ? "" : "border-bottom:none" })),
    ...(total ? [{ ...total, note: null, more: "font-weight:bold" }] : []),
  ];
  return String(
    letter({
      ...STYLED,
      view,
      waiting: waitingRows({ ...STYLED, columns: words.columns, rows: lines }),
      oldest: recordRows({ ...STYLED, lines: oldest, more: left(moreWaiting) }),
      failed: recordRows({ ...STYLED, lines: failed, more: left(failedCount - failed.length) }),
    }),
  );
}
