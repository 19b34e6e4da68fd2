import { escapeHtml } from "../../../kernel/html";
import type { Thing } from "../platform-store";
import { standingOf } from "../tool/closing";
import type { Sendable } from "../tool/erp-tool";

/** An object as the page shows it. */
export interface ShownObject {
  readonly kind: Sendable;
  readonly thing: Thing;
  readonly number: string;
  readonly name: string;
  readonly amount: number | null;
  readonly synced: boolean;
}

interface Viewer {
  readonly id: number;
  readonly approver: boolean;
}

const AMOUNT = new Intl.NumberFormat("en", { minimumFractionDigits: 2 });
const RIBBONS = {
  none: "",
  waiting: "waiting",
  exporting: "waiting, being exported",
  given_back: "given back",
} as const;

/** A row with its ribbon, its lock, the messages that came back, and what the viewer can do. */
export function row(shown: ShownObject, viewer: Viewer): string {
  const { kind, thing, number, name, amount } = shown;
  const { messages } = standingOf(thing);
  const said = messages.map((message) => `<div>${escapeHtml(message)}</div>`).join("");
  return (
    `<tr id="${kind}-${thing.id}"><td class="w">${ribbon(shown)}</td><td class="w">${escapeHtml(number)}</td><td>${escapeHtml(name)}</td>` +
    `<td class="n">${amount === null ? "" : AMOUNT.format(amount)}</td><td class="w">${buttons(shown, viewer)}</td><td>${said}</td></tr>`
  );
}

function ribbon({ thing, synced }: ShownObject): string {
  if (synced) return `<b class="synced" title="Synced">&#9632; synced, locked</b>`;
  const { state } = standingOf(thing);
  if (state === "none") return "";
  const colour = state === "given_back" ? "given_back" : "waiting";
  const lock = colour === "waiting" ? ", locked" : "";
  return `<b class="${colour}">&#9632; ${RIBBONS[state]}${lock}</b>`;
}

function buttons({ kind, thing, synced }: ShownObject, viewer: Viewer): string {
  const { state } = standingOf(thing);
  const form = (action: string, label: string) =>
    `<form method="post" action="/page/${action}"><input type="hidden" name="as" value="${viewer.id}">` +
    `<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="id" value="${thing.id}">` +
    `<button>${label}</button></form>`;
  if (state === "exporting" || (synced && kind !== "project")) return "";
  if (state !== "waiting") return form("send", "Send to ERP");
  return viewer.approver ? form("export", "Export") + form("reject", "Reject") : form("retrieve", "Retrieve");
}
