import { StoryBroken, type Play } from "./play";
import { ANTOINE, ELISE, MARC, type Person } from "./story-people";
import type { Chapter, Step } from "./story";

const CODE = { code: "05-120", description: "Acier de charpente", costType: "SUBCONTRACT" };
const VENDOR = { number: "V-100", name: "Aciers du Nord", city: "Québec", country: "CA", counterpartLookedFor: true };
const PROJECT = { project: "P-100", usesErpCostCodes: true, toolEnabled: true, isNew: true };
const COMMITMENT = {
  project: "P-100",
  kind: "PURCHASE_ORDER",
  number: "BC-001",
  title: "Charpente d’acier",
  vendor: "V-100",
  date: "2027-03-24",
  status: "APPROVED",
  lines: [{ number: "1", costCode: "05-120", amount: "125000.00" }],
};

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly externalId: string | null;
}

const STEPS: readonly Step[] = [
  {
    who: ANTOINE,
    what: "adds the first project and the project manager who runs it",
    run: async (play) => {
      const { email, name } = ELISE;
      await play.does(ANTOINE, "addProject", { code: "P-100", name: "Pont du Nord" });
      await play.does(ANTOINE, "addMember", { email, name });
      const levels = ["COMMITMENTS", "PROJECT_ADMIN"].map((tool) => ({ tool, level: "ADMIN" }));
      await play.does(ANTOINE, "setProjectLevels", { project: "P-100", member: email, levels });
      return [];
    },
  },
  {
    who: ANTOINE,
    what: "offers the cost code and the vendor to Xero, Élise Fortin offers the project",
    run: async (play) => {
      await offer(play, ANTOINE, { costCode: CODE });
      await offer(play, ANTOINE, { vendor: VENDOR });
      await offer(play, ELISE, { project: PROJECT });
      return [];
    },
  },
  {
    who: MARC,
    what: "sends all three",
    run: async (play) => {
      const sent: string[] = [];
      // Each may wait for another to be in the ledger.
      for (let [next] = await waiting(play); next; [next] = await waiting(play)) {
        await sendAndArrive(play, next);
        sent.push(next.title);
      }
      if (sent.length !== 3) throw new StoryBroken(`${sent.length} records were to be sent, not 3`);
      return [`in the ledger: ${sent.join(", ")}`];
    },
  },
  {
    who: ELISE,
    what: "offers the first commitment, and may not send it herself",
    run: async (play) => {
      const order = await offer(play, ELISE, { commitment: COMMITMENT });
      return [await play.isRefused(ELISE, "sendRecord", asSeen(order), "TOOL_LEVEL_TOO_LOW")];
    },
  },
  {
    who: MARC,
    what: "sends the first commitment",
    run: async (play) => {
      const [order] = await waiting(play);
      if (!order) throw new StoryBroken("no commitment waits");
      await sendAndArrive(play, order);
      return [`${COMMITMENT.number} is in the ledger, once`];
    },
  },
];

async function offer(play: Play, who: Person, item: object): Promise<Pick<Seen, "id" | "version">> {
  type Offered = { record: Pick<Seen, "id" | "version"> };
  return (await play.does<Offered>(who, "submitRecord", item, "record { id version }")).record;
}

/** The record as the one who acts on it saw it. */
function asSeen({ id, version }: Pick<Seen, "id" | "version">) {
  return { record: id, expectedVersion: version };
}

/** What Marc may send now. */
async function waiting(play: Play): Promise<readonly Seen[]> {
  const fields =
    "erpIntegration { records(first: 20, iMay: SEND) { edges { node { id version title state externalId } } } }";
  type Tool = { erpIntegration: { records: { edges: { node: Seen }[] } } };
  const { erpIntegration } = await play.reads<Tool>(MARC, fields);
  return erpIntegration.records.edges.map(({ node }) => node);
}

async function sendAndArrive(play: Play, order: Seen): Promise<void> {
  const { id, title } = order;
  await play.does(MARC, "sendRecord", asSeen(order), "record { id }");
  const look = "query ($id: ID!) { node(id: $id) { ... on ErpRecord { id title state externalId } } }";
  await play.until(`${title} is in the ledger`, async () => {
    const { node } = await play.asks<{ node: Seen | null }>(MARC, look, { id });
    if (node?.state === "FAILED") throw new StoryBroken(`the ledger refused ${title}`);
    return node?.state === "SYNCED" && node.externalId !== null;
  });
}

/** The first commitment goes the whole way to the ledger. */
export const FIRST_COMMITMENT_CHAPTER: Chapter = { title: "The first commitment", steps: STEPS };
