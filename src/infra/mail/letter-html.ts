import { template } from "../../kernel/html";
import type { Locale } from "../../kernel/locale";

/** A letter as its words are written: paragraphs, and lists of lines that begin with a dash. */
export interface LetterWords {
  readonly subject: string;
  readonly text: string;
}

/** A piece of a line: words, or an address that can be followed. */
interface Piece {
  readonly text: string;
  readonly url: string | null;
}

type Line = readonly Piece[];
type Block = { readonly kind: "paragraph" | "list"; readonly lines: readonly Line[] };

const line = template<{ readonly pieces: Line }>(
  `<% for (const { text, url } of it.pieces) { %><% if (url) { %><a href="<%= url %>" style="color:#1a5fa8"><%= text %></a><% } else { %><%= text %><% } %><% } %>`,
);

/**
 * Inline styles only: mail programs drop style sheets. One column of 600 pixels; every colour on white has a contrast of
 * at least 4.5 to 1.
 */
const letter = template<{
  readonly subject: string;
  readonly locale: Locale;
  readonly blocks: readonly Block[];
  readonly line: typeof line;
}>(`<div lang="<%= it.locale %>" style="margin:0;padding:16px 0;background:#f2f4f7;font-family:Arial,Helvetica,sans-serif;color:#1d2733;font-size:15px;line-height:1.45">
<table role="presentation" align="center" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #d9dfe6;border-collapse:separate;border-radius:6px"><tr>
<td style="padding:22px 20px 26px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3;color:#10243e"><%= it.subject %></h1>
<% for (const { kind, lines } of it.blocks) { %>
<% if (kind === "list") { %>
<ul style="margin:0 0 14px;padding-left:22px">
<% for (const pieces of lines) { %>
<li style="margin:0 0 4px"><%= it.line({ pieces }) %></li>
<% } %>
</ul>
<% } else { %>
<p style="margin:0 0 14px"><% for (const [index, pieces] of lines.entries()) { %><% if (index > 0) { %><br><% } %><%= it.line({ pieces }) %><% } %></p>
<% } %>
<% } %>
</td></tr></table>
</div>`);

const hint = template<{ readonly line: string; readonly url: string }>(
  `<p style="margin:12px auto;max-width:600px;font-family:Arial,Helvetica,sans-serif;font-size:13px"><a href="<%= it.url %>" style="color:#4a5a6b"><%= it.line %></a></p>`,
);

/** The letter for programs that show HTML: the same words, part of a document. */
export function letterHtml({ subject, text }: LetterWords, locale: Locale): string {
  return String(letter({ subject, locale, blocks: blocksOf(text), line }));
}

/** A last line with a link. */
export function hintHtml(line: string, url: string): string {
  return String(hint({ line, url }));
}

function blocksOf(text: string): Block[] {
  const parts = text.trim().split(/\n{2,}/);
  return parts.map((part) => {
    const lines = part.split("\n");
    const isList = lines.every((line) => DASH.test(line));
    return { kind: isList ? "list" : "paragraph", lines: lines.map((line) => piecesOf(line.replace(DASH, ""))) };
  });
}

const DASH = /^\s*- /;
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

function piecesOf(line: string): Piece[] {
  const parts = line.trim().split(ADDRESS);
  return parts.filter((part) => part !== "").map((part) => ({ text: part, url: ADDRESS.test(part) ? part : null }));
}
