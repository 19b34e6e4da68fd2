import { StoryBroken, type Play } from "./play";
import { ANTOINE, CAMILLE, COMPANY, COMPANY_ZONE, FARID, HANA, LUCIE, type Person } from "./story-people";
import { wait, type Chapter, type Step } from "./story";

interface Question {
  readonly id: string;
  readonly responsible: { readonly name: string };
}

interface Extended {
  readonly implementation: { readonly helpUntil: string };
}

const STEPS: readonly Step[] = [
  wait("the first week of use goes by", "2027-04-01T14:00:00.000Z", 7),
  {
    who: LUCIE,
    what: "asks which accounts the exported items need",
    run: async (play) => {
      const { responsible } = await asks(play, LUCIE, "Quels comptes d’achat faut-il affecter ?", "assign_accounts");
      return [`the question goes to ${responsible.name}`];
    },
  },
  {
    who: FARID,
    what: "answers her",
    run: async (play) => {
      const question = await openQuestion(play, FARID);
      const text = "One purchase account for each item, 5000 for most of yours.";
      await play.does(FARID, "answerQuestion", { question: question.id, text });
      return [];
    },
  },
  {
    who: LUCIE,
    what: "assigns the accounts, and starts no old project anew: both items are done",
    run: async (play) => {
      const evidence = "Every exported item has its account";
      await play.does(LUCIE, "moveActionItem", { item: "assign_accounts", move: "COMPLETE", evidence });
      const started = { item: "start_projects", move: "COMPLETE", evidence: "P-100 is on the Xero cost code list" };
      await play.does(ANTOINE, "moveActionItem", started);
      return [];
    },
  },
  wait("thirty days have gone by since going live; it is the last of them", "2027-04-23T20:00:00.000Z", 7),
  {
    who: CAMILLE,
    what: "asks something in the afternoon of the last day",
    run: async (play) => {
      const { responsible } = await asks(play, CAMILLE, "Comment ajouter un second approbateur ?");
      return [`the question goes to ${responsible.name}`];
    },
  },
  {
    who: FARID,
    what: "may still help",
    run: async (play) => [`${FARID.name} configures the company: ${await mayConfigure(play)}`],
  },
  {
    who: ANTOINE,
    what: "lets Farid Haddad help a week longer, and says why",
    run: async (play) => {
      const extension = { days: 7, reason: "The second approver starts on Monday" };
      const fields = "implementation { helpUntil }";
      const { implementation } = await play.does<Extended>(ANTOINE, "extendHelp", extension, fields);
      return [`it ends at ${implementation.helpUntil}`];
    },
  },
  wait(`the thirtieth day ends on the clocks of ${COMPANY_ZONE}`, "2027-04-24T04:00:00.000Z"),
  {
    who: FARID,
    what: "may help in the week that was added",
    run: async (play) => [`${FARID.name} configures the company: ${await mayConfigure(play)}`],
  },
  wait("the last afternoon of that week", "2027-04-30T20:00:00.000Z", 7),
  wait(`the added week ends on the clocks of ${COMPANY_ZONE}`, "2027-05-01T04:00:00.000Z"),
  {
    who: FARID,
    what: "is out, without anybody having taken anything from him",
    run: async (play) => [
      `${FARID.name} configures the company: ${await mayConfigure(play)}`,
      await play.isRefused(FARID, "setFeatureSwitch", { feature: "COMMITMENT", enabled: false }, "ASSIGNMENT_ENDED"),
    ],
  },
  {
    who: HANA,
    what: "answers the question that Farid Haddad had no time for; it is hers now",
    run: async (play) => {
      const { id, responsible } = await openQuestion(play, HANA);
      if (responsible.name !== HANA.name) throw new StoryBroken(`${responsible.name} is responsible`);
      await play.does(HANA, "answerQuestion", { question: id, text: "Antoine grants it; see the page of approvers." });
      return [`questions go to ${responsible.name} from now on`];
    },
  },
];

async function asks(play: Play, who: Person, text: string, item: string | null = null): Promise<Question> {
  const fields = "question { id responsible { name } }";
  return (await play.does<{ question: Question }>(who, "askQuestion", { text, item }, fields)).question;
}

/** The question that waits for an answer. */
async function openQuestion(play: Play, who: Person): Promise<Question> {
  const fields = "questions(first: 50) { edges { node { id state responsible { name } } } }";
  type Questions = { questions: { edges: { node: Question & { state: string } }[] } };
  const { questions } = await play.reads<Questions>(who, fields);
  const found = questions.edges.find(({ node }) => node.state === "ASKED");
  if (!found) throw new StoryBroken("no question is open");
  return found.node;
}

async function mayConfigure(play: Play): Promise<string> {
  const query = `query ($company: ID!) { decision(input: { company: $company, action: CONFIGURE }) { code message } }`;
  const { decision } = await play.asks<{ decision: { code: string; message: string } }>(FARID, query, {
    company: COMPANY,
  });
  return `${decision.code} (${decision.message})`;
}

/** Thirty days of help, and what comes after them. */
export const GETTING_STARTED_CHAPTER: Chapter = { title: "Thirty days", steps: STEPS };
