import fc from "fast-check";
import { ACTIONS, RESOURCES } from "../../../src/policy/model/vocabulary";

export const MEMBERS = ["admin", "manager", "approver", "second", "reader"] as const;
export const STAFF = ["specialist", "point", "former", "idle"] as const;
export type RecordName =
  "order" | "vendor" | "code" | "waiting" | "large" | "without vendor" | "without both" | "misfit" | "change";

const level = fc.constantFrom("none", "read_only", "standard", "admin");
const index = fc.nat(MEMBERS.length - 1);

const grant = fc.record({
  ceiling: fc.constantFrom(null, null, 50_000, 5_000_000),
  elsewhere: fc.constantFrom(false, false, true),
  begins: fc.constantFrom(-20, -20, 5),
  ends: fc.constantFrom(null, null, -1, 20),
  vendors: fc.boolean(),
});

const rights = fc.record({
  toolLevel: level,
  directoryLevel: fc.constantFrom("none", "none", "admin"),
  canPushToAccounting: fc.boolean(),
  active: fc.constantFrom(true, true, true, false),
  mirrored: fc.constantFrom(false, false, false, true),
  projectAdmin: fc.boolean(),
  grant: fc.option(grant),
});
export type Rights = typeof rights extends fc.Arbitrary<infer T> ? T : never;

/** A company in whatever state, and a question about it. */
export const scene = fc.record({
  people: fc.array(rights, { minLength: MEMBERS.length, maxLength: MEMBERS.length }),
  specialist: fc.constantFrom(true, true, false),
  formerActive: fc.constantFrom(true, true, false),
  keyRevoked: fc.boolean(),
  helpOver: fc.boolean(),
  phase: fc.constantFrom("in_use", "in_use", "in_use", "getting_started", "suspended", "implementation", "preparation"),
  status: fc.constantFrom("authorised", "authorised", "authorised", "pending"),
  edition: fc.constantFrom("established", "established", "early"),
  enabled: fc.constantFrom(true, true, false),
  directExport: fc.constantFrom("off", "off", "off", "without_workflow", "with_workflow"),
  projectInUse: fc.constantFrom(true, true, true, false),
  projectMirrored: fc.constantFrom(false, false, true),
  twoPersonAbove: fc.constantFrom(null, 10_000, 500_000),
  control: fc.constantFrom(null, "refuse", "second_approval"),
  /** Of whom is asked: the members, the vendor's staff, somebody who was erased, and somebody whom nobody knows. */
  subject: fc.constantFrom(...MEMBERS, ...MEMBERS, ...STAFF, "erased", "stranger", "key"),
  action: fc.oneof(fc.constant("send"), fc.constantFrom("retrieve", "reject", "unlink"), fc.constantFrom(...ACTIONS)),
  resource: fc.constantFrom("commitment", "vendor", "timecard", "company", ...RESOURCES),
  /** With a record the question is about its feature. */
  record: fc.option(
    fc.constantFrom<RecordName>(
      ...(["order", "vendor", "waiting", "large", "without vendor", "without both", "misfit", "change"] as const),
    ),
    { freq: 3 },
  ),
  submittedBy: fc.option(index, { freq: 8 }),
  firstApprover: fc.option(index, { freq: 1 }),
  state: fc.constantFrom("awaiting", "awaiting", "awaiting", "draft"),
});
export type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const nothing: Rights = {
  ...({
    toolLevel: "none",
    directoryLevel: "none",
    canPushToAccounting: false,
    active: true,
    mirrored: false,
  } as const),
  ...{ projectAdmin: false, grant: null },
};
const everything = { ceiling: null, elsewhere: false, begins: -20, ends: null, vendors: true } as const;
const approves: Rights = { ...nothing, toolLevel: "standard", canPushToAccounting: true, grant: everything };
const administers: Rights = { ...approves, toolLevel: "admin", directoryLevel: "admin", grant: null };

/** The approver asks to send a commitment, and may. */
const USUAL: Scene = {
  people: [administers, { ...nothing, toolLevel: "admin" }, approves, approves, nothing],
  ...({
    specialist: true,
    formerActive: true,
    keyRevoked: true,
    helpOver: false,
    phase: "in_use",
    status: "authorised",
  } as const),
  ...({ edition: "established", enabled: true, directExport: "off", projectInUse: true } as const),
  ...({ projectMirrored: false, twoPersonAbove: null, control: null, subject: "approver", action: "send" } as const),
  ...({ resource: "commitment", record: "waiting", submittedBy: 1, firstApprover: null, state: "awaiting" } as const),
};

/** Scenes in which each remedy is given. */
export const ONE_OF_EACH: readonly Scene[] = (
  [
    { subject: "stranger" },
    { subject: "reader" },
    { subject: "key", action: "review", resource: "company", record: null },
    { subject: "former", action: "answer_question", resource: "company", record: null },
    { subject: "reader", action: "confirm_slot", resource: "company", record: null },
    { people: [administers, nothing, { ...approves, canPushToAccounting: false, grant: null }, approves, nothing] },
    { people: [administers, nothing, { ...approves, grant: null }, approves, nothing] },
    { edition: "early" },
    { status: "pending" },
    { enabled: false },
    { phase: "implementation" },
    { phase: "suspended" },
    { projectInUse: false },
    { subject: "manager", action: "submit", record: null },
    { control: "refuse", record: "misfit" },
    { submittedBy: 2 },
    { record: "large", twoPersonAbove: 10_000 },
    { record: "without vendor" },
    { record: "without both" },
  ] satisfies readonly Partial<Scene>[]
).map((differs) => ({ ...USUAL, ...differs }));
