import type { Connector, Tenancy } from "../../erp/connector/connector";

/** The connector of a connection, and the organisation behind it. */
export interface LedgerRoute {
  readonly connector: Connector;
  readonly tenancy: Tenancy;
}

/** Where ledgers are reached, by the connection's id. Nothing is attached until something carries records. */
export class LedgerRoutes {
  private route: (connectionId: string) => LedgerRoute | null = () => null;

  attach(route: (connectionId: string) => LedgerRoute | null): void {
    this.route = route;
  }

  /** Null: nothing leads there. */
  of(connectionId: string): LedgerRoute | null {
    return this.route(connectionId);
  }
}
