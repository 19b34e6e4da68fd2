import { RIGHTS_CHANGED, type ChangeScope } from "../tenant/companies/company-change";
import { LetterCalls } from "./by-letter/letter-calls";
import { LetterLinkService } from "./by-letter/letter-link.service";
import { LetterLinkResolver } from "./by-letter/letter-links.graphql";
import { LetterReaders } from "./by-letter/letter-reader";
import { revokeLinks } from "./by-letter/revoke-links";
import { followPeople } from "./people/follow-people";
import { SetUpApprovers } from "../authorization/insight/set-up-approvers";
import { resolver, type Module } from "../infra/module/module";
import type { RecordNeeds } from "../records/needs";
import type { CallServices } from "./calls.module";
import { GuideResolver } from "./guide/guide.graphql";
import { ItemEntity } from "./items/item.entity";
import { ActionItemResolver } from "./items/item.graphql";
import { ItemService } from "./items/item.service";
import { OnboardingTables } from "./migrations/onboarding-tables";
import { ImplementationPlanEntity } from "./plan/implementation-plan.entity";
import { initialPlan } from "./plan/initial-plan";
import { ImplementationResolver } from "./progress/implementation.graphql";
import { ImplementationService } from "./progress/implementation.service";
import { helpEnd, helpIsOver } from "./progress/phase-entry";
import { PortfolioResolver } from "./progress/portfolio.graphql";
import { PurchaseService } from "./progress/purchase.service";
import { passQuestionsOn } from "./questions/question-mail";
import { QuestionMovesResolver } from "./questions/question-moves.graphql";
import { QuestionReading } from "./questions/question-reading";
import { CompanyQuestionsResolver, QuestionContentResolver } from "./questions/question.graphql";
import { QuestionService } from "./questions/question.service";
import { QuestionPostEntity } from "./questions/question/question-post.entity";
import { QuestionEntity } from "./questions/question/question.entity";
import { ReminderEntity } from "./reminders/reminder.entity";
import { ReminderService } from "./reminders/reminder.service";
import { WelcomeResolver } from "./welcome/welcome.graphql";
import { WelcomeService } from "./welcome/welcome.service";
import type { GraphQLContext } from "../infra/graphql/context";
import { derivedFinder } from "../infra/graphql/node-finder";
import { pickLocale } from "../kernel/locale";
import { underCompany } from "../tenant/companies/company-node";
import type { CompanyType } from "../tenant/companies/company.graphql";

type Needs = RecordNeeds & CallServices;

function services(s: Needs) {
  const { database, clock, companies, changes, authorizer, config } = s;
  s.founding.add(initialPlan);
  changes.followers.add(RIGHTS_CHANGED, (scope, told) => followPeople(scope, told));
  changes.followers.add(RIGHTS_CHANGED, (scope, told) => revokeLinks(scope, told));
  const changed = async (scope: ChangeScope) => {
    await passQuestionsOn(scope);
    await s.calls.handOver.changed(scope);
  };
  s.staffUses.add({ helpEnd, helpIsOver, changed });
  return {
    implementation: new ImplementationService(database, changes, authorizer, clock),
    item: new ItemService(changes, authorizer),
    welcome: new WelcomeService(changes, config.publicUrl),
    reminder: new ReminderService(database, clock, config.publicUrl),
    question: new QuestionService(changes, companies, authorizer),
    questionReading: new QuestionReading(database, clock),
    purchase: new PurchaseService(s),
    actingLinks: new LetterLinkService(changes),
    letterReaders: new LetterReaders(database),
    letterCalls: new LetterCalls(database, clock, authorizer, s.calls),
  };
}

export type OnboardingServices = ReturnType<typeof services>;

/** The set-up of a company's integration as a plan. */
export const onboardingModule: Module<Needs, OnboardingServices> = {
  name: "onboarding",
  entities: [ImplementationPlanEntity, ItemEntity, QuestionEntity, QuestionPostEntity, ReminderEntity],
  migrations: [OnboardingTables],
  services,
  resolvers: [
    resolver(
      ImplementationResolver,
      (s) => new ImplementationResolver(s.database, s.clock, s.reader, s.implementation),
    ),
    resolver(ActionItemResolver, (s) => new ActionItemResolver(s.item)),
    resolver(PortfolioResolver, (s) => new PortfolioResolver(s.database, s.clock, s.desk, s.purchase)),
    resolver(WelcomeResolver, (s) => new WelcomeResolver(s.database, s.clock, s.welcome)),
    resolver(
      GuideResolver,
      (s) => new GuideResolver(s.database, s.companies, s.reader, s.clock, new SetUpApprovers(s.database, s.facts)),
    ),
    resolver(CompanyQuestionsResolver, (s) => new CompanyQuestionsResolver(s.database, s.reader, s.questionReading)),
    resolver(QuestionContentResolver, (s) => new QuestionContentResolver(s.questionReading)),
    resolver(LetterLinkResolver, (s) => new LetterLinkResolver(s.actingLinks)),
    resolver(QuestionMovesResolver, (s) => new QuestionMovesResolver(s.question)),
  ],
  nodes: (made) => {
    const plan = (company: CompanyType, context: GraphQLContext) =>
      made(ImplementationResolver).implementation(company, context);
    return [
      underCompany(made, "implementation", (company, _, context) => plan(company, context)),
      underCompany(made, "action-item", async (company, [code], context) =>
        (await plan(company, context)).items.find((item) => item.code === code),
      ),
      underCompany(made, "guide-page", async ({ id }, [code, locale], context) =>
        (await made(GuideResolver).guide(id, pickLocale(locale), context))?.find((page) => page.code === code),
      ),
      derivedFinder("portfolio-entry", async ([id], context) =>
        (await made(PortfolioResolver).portfolio(context)).find(({ company }) => company.id === id),
      ),
    ];
  },
  jobs: ({ implementation, reminder }) => [
    { name: "end of help", everyMs: 60_000, work: () => implementation.endHelpThatIsOver() },
    { name: "reminders", everyMs: 300_000, work: () => reminder.run() },
  ],
};
