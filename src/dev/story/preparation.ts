import { StoryBroken, type Play } from "./play";
import { ANTOINE, APPROVER_LIST, CAMILLE, FARID, LUCIE, type Person } from "./story-people";
import { wait, type Chapter, type Step } from "./story";

const LEDGER = { edition: "Growing", country: "CA" };

interface Entry {
  readonly company: { readonly name: string };
  readonly implementation: {
    readonly nextStep: { readonly title: string } | null;
    readonly ball: { readonly side: string } | null;
  };
}

interface Imported {
  readonly written: boolean;
  readonly errorCount: number;
  readonly digest: string | null;
  readonly changes: readonly { readonly name: string; readonly gains: readonly string[] }[];
}

const STEPS: readonly Step[] = [
  wait("the weekend goes by, and clocks in Toronto change", "2027-03-15T14:00:00.000Z"),
  {
    who: FARID,
    what: "looks at his portfolio",
    run: async (play) => {
      const query = "{ portfolio { company { name } implementation { nextStep { title } ball { side } } } }";
      const { portfolio } = await play.asks<{ portfolio: readonly Entry[] }>(FARID, query, {});
      return portfolio.map(({ company, implementation: { nextStep, ball } }) =>
        [company.name, ball?.side.toLowerCase(), nextStep?.title].filter(Boolean).join(", "),
      );
    },
  },
  {
    who: LUCIE,
    what: "consents in Xero to the connection",
    run: async (play) => {
      const fields = "consentAddress";
      const begun = await play.does<{ consentAddress: string }>(LUCIE, "authorizeConnection", {}, fields);
      await consent(play, begun.consentAddress);
      type Seen = { connection: { status: string; consent: { organisationName: string } | null } };
      const { connection } = await play.reads<Seen>(LUCIE, "connection { status consent { organisationName } }");
      return [`the connection is ${connection.status}, to ${connection.consent?.organisationName ?? "nothing"}`];
    },
  },
  {
    who: LUCIE,
    what: "names the tracking category that holds the jobs",
    run: async (play) => {
      await play.does(LUCIE, "configureConnection", { ...LEDGER, trackingCategory: "Job" });
      return ["Ledgergate sees both; nobody ticks them off"];
    },
  },
  {
    who: ANTOINE,
    what: "ticks the list of approvers off without handing it over",
    run: async (play) => {
      const input = { item: "name_approvers", move: "COMPLETE", evidence: "On its way" };
      return [await play.isRefused(ANTOINE, "moveActionItem", input, "CONFLICT")];
    },
  },
  {
    who: FARID,
    what: "tries the company's list of approvers, without writing anything",
    run: async (play) => {
      const { written, changes } = await imported(play, true);
      if (written) throw new StoryBroken("a dry run has written");
      return changes.map(({ name, gains }) => `${name} would gain: ${gains.join(", ") || "nothing"}`);
    },
  },
  {
    who: FARID,
    what: "imports the list",
    run: async (play) => {
      const { digest } = await imported(play, true);
      const { written, errorCount } = await imported(play, false, digest);
      if (!written) throw new StoryBroken(`the list was not written, ${errorCount} rows are wrong`);
      return [];
    },
  },
  {
    who: CAMILLE,
    what: "reports the tasks of the kick-off call done, and so does Antoine Gagnon",
    run: async (play) => {
      for (const person of [CAMILLE, ANTOINE]) await finishTasks(play, person);
      return [];
    },
  },
  {
    who: CAMILLE,
    what: "reports what only people can know, each with what shows it",
    run: async (play) => {
      await complete(play, CAMILLE, "read_feature_map", "Read with the accountants on 12 March");
      await complete(play, ANTOINE, "clean_vendors", "41 archived, 3 merged");
      await complete(play, ANTOINE, "build_cost_codes", "62 codes, two tiers");
      await complete(play, FARID, "switch_tool_on", "Service account of 15 March");
      return [];
    },
  },
  {
    who: FARID,
    what: "waives the inventory preference by name, with the reason",
    run: async (play) => {
      const input = { item: "choose_inventory", move: "WAIVE", reason: "They send no invoices for now" };
      await play.does(FARID, "moveActionItem", input);
      return [];
    },
  },
  {
    who: FARID,
    what: "goes live before the go-live call",
    run: async (play) => [await play.isRefused(FARID, "goLive", { reason: "They are eager" }, "NOT_READY")],
  },
];

/** What she does in her browser: consents at the ledger, is sent back, and chooses the organisation. */
async function consent({ stage }: Play, address: string): Promise<void> {
  const asked = await fetch(address, { redirect: "manual" });
  const back = new URL(asked.headers.get("location") ?? address);
  const page = await stage.open(`${back.pathname}${back.search}`);
  const valueOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? "";
  await stage.open("/connections/xero/choice", { choice: valueOf("choice"), organisation: valueOf("organisation") });
}

async function imported(play: Play, dryRun: boolean, digest: string | null = null): Promise<Imported> {
  const fields = "written errorCount digest changes { name gains }";
  return play.does<Imported>(FARID, "importAccessList", { csv: APPROVER_LIST, dryRun, digest }, fields);
}

interface Task {
  readonly id: string;
  readonly version: number;
  readonly ownerEmail: string;
}

function done({ id, version }: Task) {
  return { followUp: id, expectedVersion: version, reason: "Fait" };
}

async function finishTasks(play: Play, who: Person): Promise<void> {
  const fields = "followUps(first: 50, state: OPEN) { edges { node { id version ownerEmail } } }";
  const { followUps } = await play.reads<{ followUps: { edges: { node: Task }[] } }>(who, fields);
  for (const { node } of followUps.edges)
    if (node.ownerEmail === who.email) await play.does(who, "completeFollowUp", done(node), "followUp { state }");
}

async function complete(play: Play, who: Person, item: string, evidence: string): Promise<void> {
  await play.does(who, "moveActionItem", { item, move: "COMPLETE", evidence });
}

/** What has to be so before the company can go live. */
export const PREPARATION_CHAPTER: Chapter = { title: "Tasks and lists", steps: STEPS };
