import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "./caller";
import { ADMIN, approverEmail, COMPANY, MANAGER } from "./house";
import type { Item } from "./items";
import { whole, type Seeded } from "./seeded";
import type { Right } from "./plan";

const SUBMIT = `mutation ($input: SubmitRecordListInput!) { submitRecordList(input: $input) {
  items { number errors { code message } } userErrors { code message } } }`;
const LIST = `query ($slug: String!, $filter: RecordFilter!, $iMay: Action, $first: Int!) { company(slug: $slug) {
  erpIntegration { records(filter: $filter, iMay: $iMay, first: $first, sort: SUBMITTED) {
    edges { node { id version feature failure { code } } } } } } }`;
const COUNTS = `query ($slug: String!) { company(slug: $slug) { erpIntegration { counts { filter count } } } }`;
const ROWS = (name: string) => `mutation ($input: RecordsInput!) { ${name}(input: $input) {
  results { recordId outcome userErrors { code } } userErrors { code } } }`;
const RESUBMIT = `mutation ($input: RecordAddressInput!) { resubmitRecord(input: $input) { userErrors { code } } }`;

interface Seen {
  readonly id: string;
  readonly version: number;
}
interface Listed {
  readonly company: {
    readonly erpIntegration: {
      readonly records: {
        readonly edges: readonly {
          readonly node: Seen & { feature: string; failure: { code: string } | null };
        }[];
      };
    };
  } | null;
}
interface Offered {
  readonly items: readonly { readonly errors: readonly { readonly code: string }[] }[];
  readonly userErrors: readonly object[];
}
interface Rows {
  readonly [name: string]: { readonly results: readonly { recordId: string; outcome: string }[] };
}

/** What came when no answer did, and was sent on before it was offered again, is no draft any more. */
function isRefused({ errors }: Offered["items"][number]): boolean {
  return errors.some(({ code }) => code !== "RECORD_STATE");
}

/** Refusals of the policy and givings-up, which somebody else or a later try can mend; the ledger's own cannot. */
const MENDABLE = /^(?!ORDER_NUMBER_TAKEN)/;

/** How many people resubmit at the same time. */
const BATCH_SIZE = 6;

/** Those who work with the servers while they are beaten. */
export class People {
  /** Records that a server said it has sent. */
  readonly sent = new Set<string>();
  offered = 0;
  corrected = 0;

  constructor(
    private readonly caller: Caller,
    private readonly random: Seeded,
  ) {}

  /** Offers all items in lists of changing length; one of which it is not known what came is offered again. */
  async offer(items: readonly Item[]): Promise<void> {
    for (let start = 0; start < items.length;) {
      const list = ofOne(items.slice(start, start + whole(this.random, 5, 60)));
      const text = list.map((item) => JSON.stringify(item)).join("\n");
      const input = { company: COMPANY, text, format: "JSON_LINES", dryRun: false };
      const { submitRecordList: said } = await this.caller.insist<{ submitRecordList: Offered }>(
        isFoundation(list[0]) ? ADMIN : MANAGER,
        SUBMIT,
        { input },
      );
      if (said.items.some(isRefused) || said.userErrors.length > 0)
        throw new Error(`An offer was refused: ${JSON.stringify(said).slice(0, 1_000)}`);
      start += list.length;
      this.offered = start;
    }
  }

  /** Sends some of what the approver may send now; how many, or null where no answer came. */
  async send(approver: number): Promise<number | null> {
    const email = approverEmail(approver);
    const found = await this.list(email, "READY_TO_EXPORT", "SEND", whole(this.random, 1, 60));
    if (!found || found.length === 0) return found && 0;
    const rows = await this.answer(email, "sendRecords", found);
    for (const { recordId, outcome } of rows ?? []) if (outcome === "SENT") this.sent.add(recordId);
    return rows && found.length;
  }

  /** Gives back what failed for a reason that can be mended, and offers it again. */
  async correct(approver: number): Promise<number> {
    const email = approverEmail(approver);
    const failed = (await this.list(email, "FAILED", "REJECT", 100)) ?? [];
    const mendable = failed.filter(({ failure }) => MENDABLE.test(failure?.code ?? ""));
    if (mendable.length > 0) await this.answer(email, "rejectRecords", mendable);
    const back = (await this.list(ADMIN, "WITH_SUBMITTER", null, 100)) ?? [];
    const again = back.map(({ feature, ...seen }) => ({
      email: isFoundation({ feature: feature.toLowerCase() }) ? ADMIN : MANAGER,
      input: { company: COMPANY, ...asSeen(seen) },
    }));
    // Several people at once, as at a month's end.
    for (let start = 0; start < again.length; start += BATCH_SIZE)
      await Promise.all(
        again.slice(start, start + BATCH_SIZE).map(({ email, input }) => this.caller.ask(email, RESUBMIT, { input })),
      );
    this.corrected += back.length;
    return mendable.length + back.length;
  }

  /** How many are on their way. */
  async underWay(): Promise<number | null> {
    interface Counts {
      readonly company: { erpIntegration: { counts: readonly { filter: string; count: number }[] } };
    }
    const answer = await this.caller.ask<Counts>(ADMIN, COUNTS, { slug: COMPANY });
    return answer?.company.erpIntegration.counts.find(({ filter }) => filter === "IN_PROGRESS")?.count ?? null;
  }

  /** Waits a moment, as people do. */
  async breathe(): Promise<void> {
    await sleep(whole(this.random, 10, 150));
  }

  private async list(email: string, filter: string, iMay: string | null, first: number) {
    const answer = await this.caller.ask<Listed>(email, LIST, { slug: COMPANY, filter, iMay, first });
    return answer?.company?.erpIntegration.records.edges.map(({ node }) => node) ?? null;
  }

  private async answer(email: string, name: "sendRecords" | "rejectRecords", seen: readonly Seen[]) {
    const input = {
      company: COMPANY,
      records: seen.map(asSeen),
      ...(name === "rejectRecords" ? { reason: "Once more" } : {}),
    };
    return (await this.caller.ask<Rows>(email, ROWS(name), { input }))?.[name]?.results ?? null;
  }
}

function asSeen({ id, version }: Seen) {
  return { record: id, expectedVersion: version };
}

function isFoundation(item: Item | undefined): boolean {
  return ["cost_code", "project", "vendor"].includes(item?.feature ?? "");
}

/** As many as one person offers: the administrator the foundations, the manager what is built on them. */
function ofOne(items: readonly Item[]): readonly Item[] {
  const end = items.findIndex((item) => isFoundation(item) !== isFoundation(items[0]));
  return end < 0 ? items : items.slice(0, end);
}

const MEMBERS = `query ($slug: String!) { company(slug: $slug) { members(first: 50) { edges { node {
  id email version canPushToAccounting grants(first: 20) { edges { node { id feature } } } } } } } }`;
const PRIVILEGE = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { userErrors { code } } }`;
const REVOKE = `mutation ($input: RevokeFeatureAccessInput!) { revokeFeatureAccess(input: $input) { userErrors { code } } }`;
const GRANT = `mutation ($input: GrantFeatureAccessInput!) { grantFeatureAccess(input: $input) { userErrors { code } } }`;

interface Members {
  readonly company: {
    readonly members: {
      readonly edges: readonly {
        readonly node: {
          readonly id: string;
          readonly email: string;
          readonly version: number;
          readonly grants: { readonly edges: readonly { readonly node: { id: string; feature: string } }[] };
        };
      }[];
    };
  };
}

const FEATURE: Readonly<Record<Exclude<Right, "privilege">, string>> = {
  invoices: "SUBCONTRACTOR_INVOICE",
  commitments: "COMMITMENT",
};

/** The administrator gives a right or takes it away. */
export async function setRight(caller: Caller, approver: number, right: Right, held: boolean): Promise<void> {
  const email = approverEmail(approver);
  const seen = await caller.ask<Members>(ADMIN, MEMBERS, { slug: COMPANY });
  const member = seen?.company.members.edges.map(({ node }) => node).find((one) => one.email === email);
  if (!member) return;
  const input = { company: COMPANY, member: member.id };
  if (right === "privilege") {
    const edit = { ...input, canPushToAccounting: held, expectedVersion: member.version };
    await caller.ask(ADMIN, PRIVILEGE, { input: edit });
    return;
  }
  const grant = member.grants.edges.map(({ node }) => node).find(({ feature }) => feature === FEATURE[right]);
  if (held && !grant) await caller.ask(ADMIN, GRANT, { input: { ...input, feature: FEATURE[right], reason: "Back" } });
  if (!held && grant)
    await caller.ask(ADMIN, REVOKE, { input: { company: COMPANY, grant: grant.id, reason: "Torture" } });
}
