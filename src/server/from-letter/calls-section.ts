import { ACTING_PATH } from "../../infra/mail/links/acting-links";
import { CALL_NAMES } from "../../onboarding/calls/call/call-kind";
import { AVAILABILITIES } from "../../onboarding/calls/call/slot-answer.entity";
import type { LetterCall } from "../../onboarding/by-letter/letter-calls";
import type { LetterReader } from "../../onboarding/by-letter/letter-reader";
import { timeInWords } from "../../onboarding/days/wall-time";
import { template, type Html } from "../../kernel/html";
import { PAGE_TEXTS, type PageTexts } from "./page-texts";

/** Times that can be suggested at once. */
export const SUGGESTED_AT_ONCE = 3;

interface Facts {
  readonly path: string;
  readonly proof: string;
  readonly texts: PageTexts;
  readonly zone: string;
  readonly calls: readonly (LetterCall & { readonly title: string })[];
  readonly availabilities: typeof AVAILABILITIES;
  readonly times: readonly number[];
  said(instant: string): string;
}

const SECTION = template<Facts>(`<section aria-labelledby="calls">
<h2 id="calls"><%= it.texts.calls %></h2>
<% if (it.calls.length === 0) { %><p><%= it.texts.noCalls %></p><% } %>
<% for (const call of it.calls) { %>
<h3 id="<%= call.kind %>"><%= call.title %></h3>
<% if (call.startsAt) { %>
<p><%= it.texts.agreed(it.said(call.startsAt)) %> <%= it.texts.length(call.minutes) %></p>
<p class="soft"><%= it.texts.toMove %></p>
<% } else if (call.state === "closed") { %>
<p><%= it.texts.over %></p>
<% } else { %>
<p><%= call.slots.length === 0 ? it.texts.noTimes : call.mayChoose ? it.texts.askedChoose : it.texts.askedAnswer %> <%= it.texts.length(call.minutes) %></p>
<ul class="plain">
<% for (const slot of call.slots) { %>
<li>
<p id="slot-<%= slot.id %>"><strong><%= it.said(slot.startsAt) %></strong><br><span class="soft"><%= slot.isOffered ? it.texts.bySpecialist : it.texts.byCompany %><% if (slot.own) { %>. <%= it.texts.own[slot.own] %><% } %></span></p>
<form method="post" action="<%= it.path %>/call">
<input type="hidden" name="proof" value="<%= it.proof %>">
<input type="hidden" name="kind" value="<%= call.kind %>">
<input type="hidden" name="slot" value="<%= slot.id %>">
<% if (call.mayChoose && slot.isOffered) { %><button name="act" value="choose" aria-describedby="slot-<%= slot.id %>"><%= it.texts.choose %></button><% } %>
<% for (const answer of it.availabilities) { %><% if (slot.own !== answer) { %><button class="other" name="act" value="<%= answer %>" aria-describedby="slot-<%= slot.id %>"><%= it.texts.answers[answer] %></button><% } %><% } %>
</form>
</li>
<% } %>
</ul>
<% if (call.mayChoose) { %>
<form method="post" action="<%= it.path %>/suggest">
<h3><%= it.texts.suggestTitle %></h3>
<p id="hint-<%= call.kind %>" class="soft"><%= it.texts.suggestHint(it.zone) %></p>
<input type="hidden" name="proof" value="<%= it.proof %>">
<input type="hidden" name="kind" value="<%= call.kind %>">
<% for (const number of it.times) { %>
<label for="<%= call.kind %>-<%= number %>"><%= it.texts.time(number) %></label>
<input id="<%= call.kind %>-<%= number %>" type="datetime-local" name="time" aria-describedby="hint-<%= call.kind %>"<% if (number === 1) { %> required<% } %>>
<% } %>
<button><%= it.texts.suggest %></button>
</form>
<% } %>
<% } %>
<% } %>
</section>
`);

/** The calls of the letter, with what their reader can answer. */
export function callsSection({ locale, zone }: LetterReader, calls: readonly LetterCall[], proof: string): Html {
  const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return SECTION({
    ...{ path: ACTING_PATH, proof, texts: PAGE_TEXTS[locale], zone },
    calls: calls.map((call) => ({ ...call, title: capital(CALL_NAMES[locale][call.kind]) })),
    availabilities: AVAILABILITIES,
    times: Array.from({ length: SUGGESTED_AT_ONCE }, (_, index) => index + 1),
    said: (instant) => timeInWords(instant, zone, locale),
  });
}
