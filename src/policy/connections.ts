import type { Condition } from "./condition";
import type { CompanyFacts, ConnectionFacts, RecordFacts } from "./facts";
import { recordView, type RecordView } from "./record-view";

type Standing = Pick<ConnectionFacts, "status" | "editionSupported">;

/**
 * Whether a company's connections are as they must be. With one it is a yes or a no. With several, what is so of all is
 * so of every record, what is so of none of none, and else it depends on the connection that a record travels by.
 */
export function onConnections(company: CompanyFacts, isFit: (connection: Standing) => boolean): boolean | Condition {
  const { several } = company;
  if (!several) return isFit({ status: company.connection, editionSupported: company.editionSupported });
  const fit = several.connections.filter(isFit);
  if (fit.length === several.connections.length || fit.length === 0) return fit.length > 0;
  return { kind: "in", fact: "connection", values: fit.map(({ id }) => id) };
}

/**
 * The record's view, with the connection that it travels by: where it does not say, its project does. Who asks about a
 * record need not know how the company keeps its books.
 */
export function viewIn({ several }: CompanyFacts, record: RecordFacts): RecordView {
  const view = recordView(record);
  if (!several || view.connection !== undefined || view.project === undefined) return view;
  const bound = Object.hasOwn(several.ofProject, view.project) ? several.ofProject[view.project] : undefined;
  return { ...view, connection: bound ?? several.defaultId };
}

/** How one of the company's connections stands; null: it has none of that id. */
export function standingOf(company: CompanyFacts, connectionId: string): Standing | null {
  const { several, connection: status, editionSupported } = company;
  if (!several) return { status, editionSupported };
  return several.connections.find(({ id }) => id === connectionId) ?? null;
}
