import { ConnectionEntity } from "../connections/connection.entity";
import type {
  ChangeKind,
  Connector,
  LookedUp,
  LedgerChange,
  MadeKind,
  Outcome,
  Standing,
  Tenancy,
  WriteCall,
} from "../connector/connector";
import { LedgerTrouble } from "../connector/ledger-api";
import type { LedgerDocument } from "../connector/ledger-document";
import type { ListEntries, ListKind } from "../connector/ledger-lists";
import type { Database } from "../../infra/db/database";
import { LedgerAccessEntity } from "./ledger-access.entity";

/** A ledger that needs no consent: the sandbox of development. */
export interface StandIn {
  readonly connector: Connector;
  readonly tenantId: string;
}

export interface RoutedConnectorParts {
  readonly database: Database;
  /** For connections that somebody has consented to. */
  readonly consented: Connector;
  /** For connections that are said to be authorised and have no consent, of companies' defaults: the demo's. Null in production. */
  readonly standIn: StandIn | null;
}

interface Route {
  readonly connector: Connector;
  readonly tenancy: Tenancy;
}

/**
 * Every call goes where the connection's consent leads. Without one nothing is called, whatever the caller believes:
 * what was sent waits until an administrator consents.
 */
export class RoutedConnector implements Connector {
  readonly name = "routed";

  constructor(private readonly parts: RoutedConnectorParts) {}

  async send(tenancy: Tenancy, documents: readonly LedgerDocument[], call: WriteCall): Promise<readonly Outcome[]> {
    const route = await this.route(tenancy);
    if (!route) return documents.map(() => ({ kind: "unauthorised" }));
    return route.connector.send(route.tenancy, documents, call);
  }

  async find(tenancy: Tenancy, document: LedgerDocument): Promise<LookedUp> {
    const route = await this.required(tenancy);
    return route.connector.find(route.tenancy, document);
  }

  async findAll(tenancy: Tenancy, documents: readonly LedgerDocument[]): Promise<readonly LookedUp[]> {
    const route = await this.required(tenancy);
    return route.connector.findAll(route.tenancy, documents);
  }

  async standing(tenancy: Tenancy, kind: MadeKind, externalId: string): Promise<Standing | null> {
    const route = await this.required(tenancy);
    return route.connector.standing(route.tenancy, kind, externalId);
  }

  async changedSince(
    tenancy: Tenancy,
    kind: ChangeKind,
    since: string | null,
    page: number,
  ): Promise<readonly LedgerChange[]> {
    const route = await this.required(tenancy);
    return route.connector.changedSince(route.tenancy, kind, since, page);
  }

  async readList<K extends ListKind>(tenancy: Tenancy, kind: K): Promise<readonly ListEntries[K][]> {
    const route = await this.required(tenancy);
    return route.connector.readList(route.tenancy, kind);
  }

  private async required(tenancy: Tenancy): Promise<Route> {
    const route = await this.route(tenancy);
    if (!route) throw new LedgerTrouble("unauthorised", "Nobody has authorised the connection");
    return route;
  }

  private async route({ connectionId }: Tenancy): Promise<Route | null> {
    const { database, consented, standIn } = this.parts;
    const manager = database.read();
    const connection = await manager.findOneBy(ConnectionEntity, { id: connectionId });
    if (connection?.status !== "authorised") return null;
    const access = await manager.findOneBy(LedgerAccessEntity, { id: connectionId });
    if (access) {
      const { state, tenantId } = access;
      return state === "active" ? { connector: consented, tenancy: { connectionId, tenantId } } : null;
    }
    // Two legal entities in one organisation of the sandbox would be what must never happen.
    if (connection.defaultOf === null) return null;
    return standIn && { connector: standIn.connector, tenancy: { connectionId, tenantId: standIn.tenantId } };
  }
}
