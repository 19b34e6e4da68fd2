import { fill } from "../../kernel/catalogue";
import { zoneOf } from "../../tenant/companies/time-zone";
import { In } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { controlWith } from "../../tenant/companies/contract-control";
import { namedConnection } from "../../erp/connections/connection-lookup";
import type { Database } from "../../infra/db/database";
import { moneyFrom } from "../../infra/graphql/money";
import { BilingualRefusal } from "../../kernel/errors";
import { emailFrom, personKey } from "../../kernel/email";
import { isId, newId } from "../../kernel/ids";
import type { GrantBounds } from "../../directory/grants/grant-bounds";
import { grantRequest } from "../../directory/grants/grant-inputs";
import { termsOf } from "../../directory/grants/grant-terms";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { deactivated, isAbsent } from "../../directory/members/grantee";
import { MemberEntity } from "../../directory/members/member.entity";
import type { ProposedChange } from "./proposed-change";
import type { ProposedChangeInput, ProposedSettingsInput } from "./simulation-inputs";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

/** More changes than these are nobody's question. */
export const MAX_CHANGES = 50;

/** The changes as the policy takes them, and the members that they name. */
export interface ReadChanges {
  readonly changes: readonly ProposedChange[];
  readonly members: ReadonlyMap<string, MemberEntity>;
  /** Those of them who are in no table: ids that were made up. */
  readonly newcomers: ReadonlySet<string>;
}

/** Finds what proposed changes name. Throws Refusal BAD_INPUT or NOT_FOUND at the field that does not fit. */
export class ChangeReading {
  constructor(
    private readonly database: Database,
    private readonly bounds: GrantBounds,
  ) {}

  async read(company: CompanyEntity, inputs: readonly ProposedChangeInput[], at: string): Promise<ReadChanges> {
    if (inputs.length === 0 || inputs.length > MAX_CHANGES)
      throw new BilingualRefusal("BAD_INPUT", fill(AUTHORIZATION_TEXTS.changesToPropose, { max: MAX_CHANGES }), [
        "changes",
      ]);
    const grants = await this.grants(company, inputs);
    const found = await this.members(company, inputs, grants);
    const newcomers = newcomersOf(company, inputs, found, at);
    const members = new Map([...found, ...newcomers]);
    const changes: ProposedChange[] = [];
    for (const [index, input] of inputs.entries()) {
      const path = ["changes", String(index)];
      requireOne(input, path);
      changes.push(await this.change(company, input, { members, grants, at, path }));
    }
    const named = new Map([...members.values()].map((member) => [member.id, member]));
    requirePresence(changes, named);
    return { changes, members: named, newcomers: new Set([...newcomers.values()].map(({ id }) => id)) };
  }

  private async change(company: CompanyEntity, input: ProposedChangeInput, known: Known): Promise<ProposedChange> {
    const { give, revoke, member, join, featureSwitch, settings } = input;
    if (give) return this.given(company, give, known);
    if (revoke != null) return { kind: "revoke", grantId: foundGrant(known, revoke).id };
    if (member) {
      const { member: reference, toolLevel, directoryLevel, canPushToAccounting, active } = member;
      const rights = { toolLevel, directoryLevel, canPushToAccounting, active };
      return { kind: "member", memberId: foundMember(known, reference, "member").id, ...orUndefined(rights) };
    }
    if (join) return { kind: "join", memberId: foundMember(known, join.email, "join").id };
    if (featureSwitch) {
      const { feature, enabled, directExport } = featureSwitch;
      return { kind: "switch", feature, ...orUndefined({ enabled, directExport }) };
    }
    return {
      kind: "company",
      ...settingsOf(settings ?? {}, known.path),
      ...(await this.meant(company, settings, known)),
    };
  }

  private async meant({ id }: CompanyEntity, settings: ProposedSettingsInput | null | undefined, { path }: Known) {
    const reference = settings?.ofConnection;
    if (reference == null) return {};
    const field = [...path, "settings", "ofConnection"];
    return { ofConnection: (await namedConnection(this.database.read(), id, reference, field)).id };
  }

  private async given(company: CompanyEntity, give: NonNullable<ProposedChangeInput["give"]>, known: Known) {
    const path = [...known.path, "give"];
    const request = grantRequest(give, path);
    const terms = await termsOf(request, this.bounds, {
      companyId: company.id,
      zone: zoneOf(company),
      at: known.at,
      path,
    });
    const { feature, direction, projectIds, ceiling, validFrom, validUntil } = terms;
    const grant = { grantId: newId(), feature, direction, projectIds, ceiling, validFrom, validUntil };
    return { kind: "give", memberId: foundMember(known, give.member, "give").id, grant } as const;
  }

  /** By reference as the changes write it, in lower case. Whoever a revoked grant belongs to is under their id. */
  private async members(
    { id: companyId }: CompanyEntity,
    inputs: readonly ProposedChangeInput[],
    grants: ReadonlyMap<string, GrantEntity>,
  ): Promise<ReadonlyMap<string, MemberEntity>> {
    const references = inputs.flatMap(({ give, member, join }) => [give?.member, member?.member, join?.email]);
    const keys = references.flatMap((reference) => (reference == null ? [] : [keyOf(reference)]));
    const ids = [...keys.filter(isId), ...[...grants.values()].map(({ memberId }) => memberId)];
    const found = await this.database.read().findBy(MemberEntity, [
      { companyId, id: In(ids) },
      { companyId, email: In(keys) },
    ]);
    const wanted = new Set([...keys, ...ids]);
    return new Map(
      found.flatMap((member) =>
        [member.id, member.email].filter((key) => wanted.has(key)).map((key) => [key, member] as const),
      ),
    );
  }

  private async grants({ id: companyId }: CompanyEntity, inputs: readonly ProposedChangeInput[]) {
    const ids = inputs.flatMap(({ revoke }) => (revoke == null ? [] : [keyOf(revoke)]));
    const found = await this.database.read().findBy(GrantEntity, { companyId, id: In(ids) });
    return new Map(found.map((grant) => [grant.id, grant]));
  }
}

interface Known {
  readonly members: ReadonlyMap<string, MemberEntity>;
  readonly grants: ReadonlyMap<string, GrantEntity>;
  readonly at: string;
  readonly path: readonly string[];
}

function requireOne(input: ProposedChangeInput, path: readonly string[]): void {
  if (Object.values(input).filter((value) => value != null).length === 1) return;
  throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.kindOfChange, path);
}

/** Each change as it would find things after those before it. Throws Refusal CONFLICT, as the changes themselves do. */
function requirePresence(changes: readonly ProposedChange[], members: ReadonlyMap<string, MemberEntity>): void {
  const present = new Map([...members].map(([id, { active }]) => [id, active]));
  for (const [index, change] of changes.entries()) {
    if (change.kind !== "give" && change.kind !== "member") continue;
    const { kind, memberId } = change;
    const current = { active: present.get(memberId) ?? true };
    const isRefused = kind === "give" ? !current.active : isAbsent(current, change);
    const member = members.get(memberId);
    if (isRefused && member) throw deactivated(member, ["changes", String(index), kind, "member"]);
    if (kind === "member" && change.active !== undefined) present.set(memberId, change.active);
  }
}

/** Made up as directory records, by their e-mails. Throws BAD_INPUT for who is there already, or named twice. */
function newcomersOf(
  { id: companyId }: CompanyEntity,
  inputs: readonly ProposedChangeInput[],
  found: ReadonlyMap<string, MemberEntity>,
  at: string,
): ReadonlyMap<string, MemberEntity> {
  const made = new Map<string, MemberEntity>();
  for (const [index, { join }] of inputs.entries()) {
    if (!join) continue;
    const field = ["changes", String(index), "join", "email"];
    const email = emailFrom(join.email, field);
    if (found.has(email) || made.has(email))
      throw new BilingualRefusal("BAD_INPUT", fill(AUTHORIZATION_TEXTS.inTheDirectoryAlready, { email }), field);
    const { name, toolLevel, directoryLevel, canPushToAccounting } = join;
    const rights = { toolLevel: toolLevel ?? "none", directoryLevel: directoryLevel ?? "none" } as const;
    const known = { digest: false, active: true, erasedAt: null, version: 1, createdAt: at };
    made.set(
      email,
      Object.assign(new MemberEntity(), {
        ...{ id: newId(), companyId, email, name: name?.trim() || email, ...rights, ...known },
        canPushToAccounting: canPushToAccounting ?? false,
      }),
    );
  }
  return made;
}

function foundMember({ members, path }: Known, reference: string, field: string): MemberEntity {
  const member = members.get(keyOf(reference));
  if (member) return member;
  throw new BilingualRefusal("NOT_FOUND", fill(AUTHORIZATION_TEXTS.noMember, { reference }), [
    ...path,
    field,
    "member",
  ]);
}

function foundGrant({ grants, path }: Known, reference: string): GrantEntity {
  const grant = grants.get(keyOf(reference));
  if (grant) return grant;
  throw new BilingualRefusal("NOT_FOUND", AUTHORIZATION_TEXTS.noSuchGrant, [...path, "revoke"]);
}

function settingsOf(settings: ProposedSettingsInput, path: readonly string[]) {
  const { phase, connection, twoPersonAbove, contractControl: choices } = settings;
  const control = choices && { contractControl: controlWith({}, choices, [...path, "settings", "contractControl"]) };
  const amount = twoPersonAbove && moneyFrom(twoPersonAbove, [...path, "settings", "twoPersonAbove"]);
  const above = amount === undefined ? {} : { twoPersonAbove: amount };
  return { ...orUndefined({ phase, connection }), ...above, ...control };
}

/** GraphQL's null means: not said. */
function orUndefined<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], null> } {
  const stated = Object.entries(given).filter(([, value]) => value != null);
  return Object.fromEntries(stated) as { [Key in keyof T]: Exclude<T[Key], null> };
}

function keyOf(reference: string): string {
  return personKey(reference);
}
