import { valuesLeft, type Condition, type Conjunction } from "./condition";
import type { CompanyFacts, ConnectionFacts, RecordFacts, SeveralConnections } from "./facts";
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
 * The record's view, with the connection that it travels by: its project's, where it has one, and else what it says. A
 * project is in one ledger's books, so that whoever asks need not know how the company keeps them.
 */
export function viewIn({ several }: CompanyFacts, record: RecordFacts): RecordView {
  const view = recordView(record);
  if (!several || view.project === undefined) return view;
  return { ...view, connection: connectionOf(several, view.project) };
}

function connectionOf({ ofProject, defaultId }: SeveralConnections, project: string): string {
  return (Object.hasOwn(ofProject, project) ? ofProject[project] : undefined) ?? defaultId;
}

/** The alternatives that some record meets: one whose projects all lie in other ledgers than it asks for, none does. */
export function withinBooks(company: CompanyFacts, ways: readonly Conjunction[]): readonly Conjunction[] {
  const { several } = company;
  return several ? ways.filter((parts) => meets(several, parts)) : ways;
}

function meets(several: SeveralConnections, parts: Conjunction): boolean {
  const left = valuesLeft(parts);
  const connections = left.get("connection");
  const projects = left.get("project");
  if (!connections || !projects) return true;
  return projects.some((project) => connections.includes(connectionOf(several, project as string)));
}

/** How one of the company's connections stands; null: it has none of that id. */
export function standingOf(company: CompanyFacts, connectionId: string): Standing | null {
  const { several, connection: status, editionSupported } = company;
  if (!several) return { status, editionSupported };
  return several.connections.find(({ id }) => id === connectionId) ?? null;
}
