import type { Json } from "../../../src/dev/platform/platform-store";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../../src/dev/platform/tool/world-parts";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { Bridge } from "./bridge";

export const ADMIN = "admin@demo.test";
/** Nobody's number yet over there. */
export const NEWCOMER = 150;
export const newcomer = { name: "Nadia Petit", email_address: "Nadia.Petit@Demo.test", is_active: true };

export interface Plan {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  readonly written: boolean;
  readonly digest: string | null;
  readonly summary: Readonly<Record<string, number>>;
  readonly people: readonly { kind: string; email: string; name: string; gains: string[]; loses: string[] }[];
  readonly projects: readonly { kind: string; code: string; active: boolean }[];
  readonly conflicts: readonly { readonly code: string; readonly message: string }[];
}

type Reason = "create" | "update" | "delete";

/** The bridge, and what tests of the mirrored directory do on both sides of it. */
export class MirrorWorld {
  private constructor(readonly bridge: Bridge) {}

  static async start(): Promise<MirrorWorld> {
    return new MirrorWorld(await Bridge.start());
  }

  get database() {
    return this.bridge.app.database;
  }

  stop(): Promise<void> {
    return this.bridge.stop();
  }

  async mirror(fields = "", email = ADMIN): Promise<Plan> {
    const answer = await this.bridge.server.ask(
      email,
      `mutation { mirrorPlatformDirectory(input: {company: "demo" ${fields}}) { userErrors { code message } written digest
        summary { peopleCome peopleChange peopleGo peopleUnchanged rightsGrow rightsShrink projects conflicts }
        people { kind email name gains loses } projects { kind code active } conflicts { code message } } }`,
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return (answer.data as unknown as { mirrorPlatformDirectory: Plan }).mirrorPlatformDirectory;
  }

  /** Mirrors what is there now, as the administrator has seen it. */
  async begin(): Promise<Plan> {
    const { digest } = await this.mirror();
    const plan = await this.mirror(`, dryRun: false, digest: "${digest ?? ""}"`);
    expect(plan).toMatchObject({ written: true, userErrors: [] });
    return plan;
  }

  /** Changes or adds somebody over there, of which an event tells. */
  async person(id: number, changes: Json): Promise<void> {
    const { store } = this.bridge.platform;
    const before = store.get("user", id);
    store.put("user", { id, company: COMPANY, body: { ...before?.body, ...changes } });
    await this.told("Company Users", id, before ? "update" : "create");
  }

  async told(resource: string, resourceId: number, reason: Reason, project: number | null = null): Promise<void> {
    const { events } = this.bridge.platform;
    events.tell({ company: COMPANY, project, user: 1, resource, reason, resourceId, ownApplication: false });
    events.look();
    await events.settled();
    await this.bridge.app.platform.mirrorWatch.run();
  }

  member(email: string): Promise<MemberEntity | null> {
    return this.database.read().findOneBy(MemberEntity, { email });
  }

  /** For `expectedVersion`. */
  async seen(email: string): Promise<string> {
    return `expectedVersion: ${(await this.member(email))?.version ?? 0}`;
  }

  async ask(query: string): Promise<string> {
    return JSON.stringify(await this.bridge.server.ask(ADMIN, query));
  }
}
