import { Eta } from "eta";

/** HTML that a template has made. */
class Markup {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}
export type Html = Markup;

const engine = new Eta({ autoEscape: true, autoTrim: [false, "nl"] });
const { escapeFunction } = engine.config;
engine.config.escapeFunction = (value) => (value instanceof Markup ? String(value) : escapeFunction(value));

/**
 * HTML with the data put in, as `it`: `<%= it.name %>` escapes all but what another template made, `<% %>` holds JavaScript.
 * The one way to make HTML (test/house/html.test.ts).
 */
export function template<Data extends object = object>(source: string): (data: Data) => Html {
  const render = engine.compile(source);
  return (data) => new Markup(render.call(engine, data));
}

interface Page {
  readonly locale: string;
  readonly title: string;
  /** What the head holds besides; left out: nothing. */
  readonly head?: Html;
  readonly body: Html;
}

/** A whole document. */
export const htmlPage = template<Page>(`<!doctype html>
<html lang="<%= it.locale %>">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title><%= it.title %></title>
    <%= it.head ?? "" %>

  </head>
  <body>
    <%= it.body %>

  </body>
</html>
`);
