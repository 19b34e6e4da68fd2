import { template, type Html } from "../../../kernel/html";
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
  none: null,
  waiting: { colour: "waiting", text: "waiting, locked" },
  exporting: { colour: "waiting", text: "waiting, being exported, locked" },
  given_back: { colour: "given_back", text: "given back" },
} as const;
const SYNCED = { colour: "synced", text: "synced, locked" } as const;

interface Row {
  readonly shown: ShownObject;
  readonly viewer: Viewer;
  readonly amount: string;
  readonly ribbon: { readonly colour: string; readonly text: string } | null;
  readonly buttons: readonly (readonly [action: string, label: string])[];
  readonly messages: readonly string[];
}

const html = template<Row>(`<tr id="<%= it.shown.kind %>-<%= it.shown.thing.id %>">
<td class="w"><% if (it.ribbon) { %><b class="<%= it.ribbon.colour %>">&#9632; <%= it.ribbon.text %></b><% } %></td><td class="w"><%= it.shown.number %></td><td><%= it.shown.name %></td><td class="n"><%= it.amount %></td>
<td class="w"><% for (const [action, label] of it.buttons) { %><form method="post" action="/page/<%= action %>"><input type="hidden" name="as" value="<%= it.viewer.id %>"><input type="hidden" name="kind" value="<%= it.shown.kind %>"><input type="hidden" name="id" value="<%= it.shown.thing.id %>"><button><%= label %></button></form><% } %></td>
<td><% for (const message of it.messages) { %><div><%= message %></div><% } %></td></tr>`);

/** A row with its ribbon, its lock, the messages that came back, and what the viewer can do. */
export function row(shown: ShownObject, viewer: Viewer): Html {
  const { state, messages } = standingOf(shown.thing);
  const amount = shown.amount === null ? "" : AMOUNT.format(shown.amount);
  const ribbon = shown.synced ? SYNCED : RIBBONS[state];
  return html({ shown, viewer, amount, ribbon, buttons: buttons(shown, viewer), messages });
}

function buttons({ kind, thing, synced }: ShownObject, viewer: Viewer): Row["buttons"] {
  const { state } = standingOf(thing);
  if (state === "exporting" || (synced && kind !== "project")) return [];
  if (state !== "waiting") return [["send", "Send to ERP"]];
  if (!viewer.approver) return [["retrieve", "Retrieve"]];
  return [
    ["export", "Export"],
    ["reject", "Reject"],
  ];
}
