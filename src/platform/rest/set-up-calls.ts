import type { z } from "zod";
import type { ErpConnectionState, Hook, HookPlan, PlatformSetUp } from "../port/set-up";
import type { PlatformTarget } from "../port/target";
import { orNull } from "./request-calls";
import type { RestClient } from "./rest-client";
import { PATHS } from "./rest-paths";
import { levelOf } from "./tool-levels";
import { AccountWire, ConnectionWire, HookWire, readAs, rowsOf, ToolWire, TriggerWire } from "./wire";

/** The form of events that is asked for: the newest that the platform documents for company-level resources. */
const API_VERSION = "v2";

type SetUpOf<K extends keyof PlatformSetUp> = Pick<PlatformSetUp, K>;

/** Connecting a company: rights, the ERP connection, hook and triggers. */
export function setUpCalls(client: RestClient): PlatformSetUp {
  return { ...accountCalls(client), ...erpConnectionCalls(client), ...hookCalls(client), ...triggerCalls(client) };
}

const scoped = (at: PlatformTarget) => ({ company_id: at.platformCompanyId });

async function bodyOf(
  client: RestClient,
  at: PlatformTarget,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const query = { ...scoped(at), ...more };
  return (await client.call(at, { method: "GET", path, query })).body;
}

/** What is gone already is gone. */
async function drop(client: RestClient, at: PlatformTarget, path: string): Promise<void> {
  await orNull(client.call(at, { method: "DELETE", path, query: scoped(at) }));
}

function accountCalls(client: RestClient): SetUpOf<"serviceAccount" | "toolLevels"> {
  return {
    async serviceAccount(at) {
      const { id: userId, login } = readAs(AccountWire, await bodyOf(client, at, PATHS.me));
      return { userId, login };
    },
    async toolLevels(at) {
      const body = await bodyOf(client, at, PATHS.toolLevels);
      const tools = rowsOf(ToolWire, Array.isArray(body) ? body : (body as { tools?: unknown } | null)?.tools);
      return new Map(tools.map((tool) => [tool.name.toLowerCase(), levelOf(tool.user_access_level)]));
    },
  };
}

function erpConnectionCalls(client: RestClient): SetUpOf<"erpConnection" | "putErpConnection" | "dropErpConnection"> {
  return {
    async erpConnection(at) {
      const [first] = rowsOf(ConnectionWire, await bodyOf(client, at, PATHS.erpConnections));
      return first ? connectionOf(first) : null;
    },
    async putErpConnection(at, metadata) {
      const body = { ...scoped(at), erp_connection: { metadata } };
      const { body: answer } = await client.call(at, { method: "POST", path: PATHS.erpConnections, body });
      return connectionOf(readAs(ConnectionWire, answer));
    },
    dropErpConnection: (at, id) => drop(client, at, `${PATHS.erpConnections}/${encodeURIComponent(id)}`),
  };
}

const hookPath = (id: string) => `${PATHS.hooks}/${encodeURIComponent(id)}`;

function hookCalls(client: RestClient): SetUpOf<"hooks" | "createHook" | "updateHook" | "dropHook"> {
  return {
    async hooks(at, namespace) {
      const found = rowsOf(HookWire, await bodyOf(client, at, PATHS.hooks, { namespace }));
      return found.map(hookOf).filter((hook) => hook.namespace === namespace);
    },
    async createHook(at, plan) {
      const { body } = await client.call(at, { method: "POST", path: PATHS.hooks, body: hookBody(at, plan) });
      return hookOf(readAs(HookWire, body));
    },
    async updateHook(at, id, plan) {
      await client.call(at, { method: "PATCH", path: hookPath(id), body: hookBody(at, plan) });
    },
    dropHook: (at, id) => drop(client, at, hookPath(id)),
  };
}

function triggerCalls(client: RestClient): SetUpOf<"triggers" | "createTrigger"> {
  return {
    async triggers(at, hookId) {
      const found = rowsOf(TriggerWire, await bodyOf(client, at, `${hookPath(hookId)}/triggers`));
      return found.map(({ id, resource_name, event_type }) => ({ id, resource: resource_name, reason: event_type }));
    },
    async createTrigger(at, hookId, resource, reason) {
      const trigger = { resource_name: resource, event_type: reason };
      const body = { ...scoped(at), api_version: API_VERSION, trigger };
      await client.call(at, { method: "POST", path: `${hookPath(hookId)}/triggers`, body });
    },
  };
}

function connectionOf(wire: z.output<typeof ConnectionWire>): ErpConnectionState {
  const { id, standard_cost_code_list_id: costCodeListId, metadata } = wire;
  return { id, costCodeListId: costCodeListId ?? null, metadata };
}

function hookOf({ id, namespace, destination_url }: z.output<typeof HookWire>): Hook {
  return { id, namespace, destinationUrl: destination_url };
}

function hookBody({ platformCompanyId }: PlatformTarget, { namespace, destinationUrl, authorization }: HookPlan) {
  return {
    company_id: platformCompanyId,
    hook: {
      api_version: API_VERSION,
      namespace,
      destination_url: destinationUrl,
      destination_headers: { Authorization: authorization },
    },
  };
}
