import fc from "fast-check";
import { IsNull } from "typeorm";
import { StaffAssignmentEntity } from "../../../src/tenant/companies/staff-assignment.entity";
import { Refusal } from "../../../src/kernel/errors";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { DIRECT_EXPORT_MODES, LEVELS, PHASES, PROJECT_TOOLS } from "../../../src/policy/model/vocabulary";
import { PolicyRefusal } from "../../../src/policy/ports";
import { SEED, type House } from "../../support/house";

export const PEOPLE = ["ann", "ben", "cem"] as const;
const email = (name: string) => `${name}@acme.test`;
const member = fc.constantFrom(...PEOPLE).map(email);
const feature = fc.constantFrom("commitment" as const, "subcontractor_invoice" as const);
const level = fc.constantFrom(...LEVELS);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const days = (least: number) => fc.option(fc.integer({ min: least, max: 40 }), { nil: null });

/** One change of rights or settings, as somebody makes it; some of them are refused, which changes nothing. */
export const CHANGE = fc.oneof(
  fc.record({
    kind: fc.constant("member" as const),
    member,
    toolLevel: some(level),
    directoryLevel: some(level),
    canPushToAccounting: some(fc.boolean()),
    active: some(fc.boolean()),
  }),
  fc.record({
    kind: fc.constant("give" as const),
    member,
    feature,
    from: days(0),
    until: days(1),
    narrow: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("revoke" as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant("levels" as const), member, tool: fc.constantFrom(...PROJECT_TOOLS), level }),
  fc.record({
    kind: fc.constant("switch" as const),
    feature,
    enabled: fc.boolean(),
    directExport: fc.constantFrom(...DIRECT_EXPORT_MODES),
  }),
  fc.record({
    kind: fc.constant("connection" as const),
    status: fc.constantFrom("pending" as const, "authorised" as const, "revoked" as const),
  }),
  fc.record({ kind: fc.constant("two" as const), above: fc.option(fc.nat(5000)) }),
  fc.record({ kind: fc.constant("phase" as const), phase: fc.constantFrom(...PHASES) }),
  fc.record({
    kind: fc.constant("assign" as const),
    role: fc.constantFrom("specialist" as const, "point_of_contact" as const),
    until: days(1),
  }),
  fc.record({ kind: fc.constant("unassign" as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant("stakeholder" as const), member }),
  fc.record({ kind: fc.constant("approver" as const), member, feature }),
  fc.record({ kind: fc.constant("read_only" as const), member }),
);
export type AnyChange = typeof CHANGE extends fc.Arbitrary<infer T> ? T : never;

/** Makes the change; a refusal is a change that was not made. */
export async function make(house: House, change: AnyChange): Promise<boolean> {
  try {
    await made(house, change);
    return true;
  } catch (error) {
    if (error instanceof Refusal || error instanceof PolicyRefusal) return false;
    throw error;
  }
}

async function made(house: House, change: AnyChange): Promise<unknown> {
  const s = house.services;
  switch (change.kind) {
    case "member": {
      const { kind: _kind, ...edit } = change;
      return s.member.update(SEED, "acme", edit);
    }
    case "give":
      return s.grant.give(SEED, "acme", {
        member: change.member,
        feature: change.feature,
        projects: change.narrow ? ["P-1"] : null,
        ceiling: change.narrow ? null : { minor: 100_000, currency: "USD" },
        validFrom: inDays(house, change.from),
        validUntil: inDays(house, change.until),
      });
    case "revoke": {
      const open = await house.database
        .read()
        .find(GrantEntity, { where: { revokedAt: IsNull() }, order: { id: "ASC" } });
      return open.length > 0 ? s.grant.revoke(SEED, "acme", open[change.which % open.length]!.id, "Test") : null;
    }
    case "approver":
      return s.approver.designate(SEED, "acme", {
        member: change.member,
        features: [{ feature: change.feature }],
        reason: "Test",
      });
    case "read_only":
      return s.approver.makeReadOnly(SEED, "acme", { member: change.member, reason: "Test" });
    default:
      return set(house, change);
  }
}

type Setting = Exclude<AnyChange, { kind: "member" | "give" | "revoke" | "approver" | "read_only" }>;

async function set(house: House, change: Setting): Promise<unknown> {
  const s = house.services;
  switch (change.kind) {
    case "levels": {
      const levels = [{ tool: change.tool, level: change.level }];
      return s.project.setLevels(SEED, "acme", { project: "P-1", member: change.member, levels });
    }
    case "switch": {
      const { kind: _kind, ...settings } = change;
      return s.featureSwitch.set(SEED, "acme", settings);
    }
    case "connection":
      return s.connection.configure(SEED, "acme", { edition: "established", country: "US", status: change.status });
    case "two": {
      const twoPersonAbove = change.above === null ? null : { minor: change.above * 100, currency: "USD" };
      return s.company.update(SEED, "acme", { twoPersonAbove });
    }
    case "phase":
      return s.implementation.enterPhase(SEED, "acme", { phase: change.phase, reason: "Test" });
    case "assign": {
      const until = inDays(house, change.until);
      return s.staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: change.role, until });
    }
    case "unassign": {
      const rows = await house.database.read().find(StaffAssignmentEntity, { order: { id: "ASC" } });
      return rows.length > 0 ? s.staff.end(SEED, "acme", { assignment: rows[change.which % rows.length]!.id }) : null;
    }
    case "stakeholder":
      return s.stakeholder.set(SEED, "acme", [
        { role: "erp_implementation_contact", email: change.member, name: "Contact", required: true },
      ]);
  }
}

function inDays(house: House, days: number | null): string | null {
  return days === null ? null : new Date(house.clock.now().getTime() + days * 86_400_000).toISOString();
}
