import { openAcme } from "../support/acme";
import { type House } from "../support/house";

/* Two mutations of one operation run one after the other, and each answers what it left. */

const GRANTED = "grant { member { name } } userErrors { code message }";
const TWICE = `mutation ($grant: GrantFeatureAccessInput!, $member: UpdateMemberInput!, $more: GrantFeatureAccessInput!) {
  first: grantFeatureAccess(input: $grant) { ${GRANTED} }
  renamed: updateMember(input: $member) { member { name } userErrors { code message } }
  second: grantFeatureAccess(input: $more) { ${GRANTED} } }`;

const ASK = `mutation ($input: RequestAccessInput!) {
  answer: requestAccess(input: $input) { accessRequest { id version } userErrors { code message } } }`;
const REFUSED = "accessRequest { decision { policyRevision } } userErrors { code message }";
const REFUSE = `mutation ($first: DecideAccessRequestInput!, $second: DecideAccessRequestInput!) {
  first: decideAccessRequest(input: $first) { ${REFUSED} }
  second: decideAccessRequest(input: $second) { ${REFUSED} } }`;

let house: House;
beforeEach(async () => {
  house = await openAcme();
});

test("somebody's name is the new one once it is changed", async () => {
  const right = { company: "acme", member: "clerk@acme.test", reason: "r" };
  const { data, errors } = await house.ask("admin@acme.test", TWICE, {
    grant: { ...right, feature: "COMMITMENT" },
    member: { company: "acme", member: "clerk@acme.test", name: "New Name", expectedVersion: 1 },
    more: { ...right, feature: "VENDOR" },
  });
  expect(errors).toBeUndefined();
  const names = [data!["first"], data!["second"]] as unknown as { grant: { member: { name: string } } }[];
  expect(names.map(({ grant }) => grant.member.name)).toEqual(["clerk", "New Name"]);
});

test("a decision is of the revision that its mutation has made", async () => {
  const right = { company: "acme", feature: "COMMITMENT", reason: "r", validUntil: "2026-12-31" };
  const inputs = [];
  for (const email of ["clerk@acme.test", "buyer@acme.test"]) {
    const { data } = await house.ask(email, ASK, { input: right });
    const { accessRequest } = data!["answer"] as unknown as { accessRequest: { id: string; version: number } };
    const decision = { request: accessRequest.id, expectedVersion: accessRequest.version, verdict: "REFUSE" };
    inputs.push({ company: "acme", ...decision, reason: "Not now" });
  }
  const [first, second] = inputs;
  const { data, errors } = await house.ask("admin@acme.test", REFUSE, { first, second });
  expect(errors).toBeUndefined();
  const refusals = [data!["first"], data!["second"]] as unknown as {
    accessRequest: { decision: { policyRevision: number } };
  }[];
  const { policyRevision } = await house.company("acme");
  const revisions = refusals.map(({ accessRequest }) => accessRequest.decision.policyRevision);
  expect(revisions).toEqual([policyRevision - 1, policyRevision]);
});
