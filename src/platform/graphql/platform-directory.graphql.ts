import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { FeatureNames } from "../../directory/access-list/access-list-bounds";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { MaxLength } from "../../infra/graphql/input-bounds";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { StaleEdit } from "../../kernel/stale-edit";
import { enumOf } from "../../tenant/graphql/enums";
import { MutationPayload, payload, UserError } from "../../tenant/graphql/payload";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PROJECT_CONFLICT_CODES } from "../mirror/mirror-projects";
import { CONFLICT_CODES, PLAN_KINDS, type PersonPlan, type PlanKind } from "../mirror/mirror-plan";
import type { MirrorPlan } from "../mirror/mirror-run";
import { conflictText, levelText, lossTexts, projectConflictText } from "../mirror/mirror-words";
import type { DirectoryMirror, MirrorOutcome } from "../mirror/mirror.service";
import { PlatformConnectionType } from "./platform-connection.graphql";
import { ChangePlatformInput, PlatformPayload } from "./platform-mutations.graphql";

const KindName = enumOf(PLAN_KINDS, "MirrorKind", "Whether somebody is new, changes, or is no longer there.", {
  comes: "Is added.",
  changes: "Is there, and becomes other.",
  goes: "Is no longer there.",
});
const CODE_WORDS = {
  NO_EMAIL: "The platform has no e-mail of theirs.",
  EMAIL_INVALID: "Their e-mail is none that is taken here.",
  EMAIL_TWICE: "Several people of the platform have this e-mail.",
  EMAIL_TAKEN: "Somebody else of the company has this e-mail.",
  LAST_ADMINISTRATOR: "Without them nobody would administer the company.",
  ON_BOTH_SIDES: "They are of the vendor's staff, and so nobody of a customer's directory.",
  PROJECT_NUMBER_TAKEN: "Another project of the company has this number.",
  PROJECT_NUMBER_INVALID: "The number is none that the ledger takes.",
} as const;
const CODES = [...CONFLICT_CODES, ...PROJECT_CONFLICT_CODES] as const;
const CodeName = enumOf(
  CODES,
  "MirrorConflictCode",
  "Why the mirror leaves something as it is. Codes are API.",
  CODE_WORDS,
);

/** Entries of a plan that are shown. */
const MAX_SHOWN = 500;

@InputType()
export class MirrorPlatformDirectoryInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field({ defaultValue: true, description: "Shows what would change, and writes nothing." })
  dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Of the dry run that you saw: needed where `dryRun` is off; of another plan nothing is done (STALE_EDIT).",
  })
  @MaxLength(64)
  digest?: string | null;
}

@ObjectType({ description: "What the mirror changes for one person, in words." })
export class MirroredPerson {
  @Field(() => KindName)
  kind!: PlanKind;

  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field(() => [String], { description: "Levels that they get, in words." })
  gains!: readonly string[];

  @Field(() => [String], { description: "Of somebody who is no longer there: everything that they hold." })
  loses!: readonly string[];
}

@ObjectType({ description: "What the mirror changes of one project." })
export class MirroredProject {
  @Field(() => KindName)
  kind!: PlanKind;

  @Field({ description: "The company's own number of it." })
  code!: string;

  @Field()
  name!: string;

  @Field()
  active!: boolean;
}

@ObjectType({ description: "Somebody or something that the mirror leaves as it is, and why." })
export class MirrorConflict {
  @Field(() => CodeName)
  code!: (typeof CODES)[number];

  @Field()
  message!: string;
}

@ObjectType({ description: "How many the mirror touches." })
export class MirrorSummary {
  @Field(() => Int, { description: "People who are added." })
  peopleCome!: number;

  @Field(() => Int, { description: "People of whom something changes." })
  peopleChange!: number;

  @Field(() => Int, { description: "People who are no longer there, and lose everything." })
  peopleGo!: number;

  @Field(() => Int, { description: "People who stay as they are." })
  peopleUnchanged!: number;

  @Field(() => Int, { description: "People who get a higher level somewhere." })
  rightsGrow!: number;

  @Field(() => Int, { description: "People who get a lower level somewhere, or lose something." })
  rightsShrink!: number;

  @Field(() => Int, { description: "Projects that are touched." })
  projects!: number;

  @Field(() => Int, { description: "People and projects that are left as they are." })
  conflicts!: number;
}

@ObjectType()
export class MirrorPlatformDirectoryPayload extends MutationPayload {
  @Field({ description: "Whether this was asked as a dry run." })
  dryRun: boolean = true;

  @Field({ description: "Whether anything was kept." })
  written: boolean = false;

  @Field(() => String, {
    nullable: true,
    description: "Stands for this plan. Give it back to carry it out; null: it was carried out.",
  })
  digest: string | null = null;

  @Field(() => MirrorSummary, { nullable: true, description: "How many are touched; null: nothing was read." })
  summary: MirrorSummary | null = null;

  @Field(() => [MirroredPerson], { description: `At most ${MAX_SHOWN} of them; \`summary\` counts all.` })
  people: MirroredPerson[] = [];

  @Field(() => [MirroredProject], { description: `At most ${MAX_SHOWN} of them; \`summary\` counts all.` })
  projects: MirroredProject[] = [];

  @Field(() => [MirrorConflict], { description: `At most ${MAX_SHOWN} of them; \`summary\` counts all.` })
  conflicts: MirrorConflict[] = [];
}

/** Mirroring the platform's directory, and its end. For whoever may give rights. */
@Resolver()
export class MirrorResolver {
  constructor(
    private readonly mirror: DirectoryMirror,
    private readonly features: FeatureNames,
  ) {}

  @Mutation(() => MirrorPlatformDirectoryPayload, {
    description:
      "Makes the company's people, projects and levels what the platform's directory says they are, and keeps them so: a dry " +
      "run unless told otherwise, all or nothing. The privilege and rights of features stay as they are; whoever is no " +
      "longer there loses everything.",
  })
  mirrorPlatformDirectory(
    @Arg("input", () => MirrorPlatformDirectoryInput) input: MirrorPlatformDirectoryInput,
    @Ctx() context: GraphQLContext,
  ): Promise<MirrorPlatformDirectoryPayload> {
    const { company, dryRun, digest = null } = input;
    return payload(MirrorPlatformDirectoryPayload, async () => {
      if (!dryRun && digest === null)
        throw new BilingualRefusal("BAD_INPUT", DIGEST, ["input", "digest"], context.locale);
      const outcome = await this.mirror.mirror(actorOf(context), company, { dryRun, digest });
      return this.shown(outcome, dryRun, context.locale);
    });
  }

  @Mutation(() => PlatformPayload, {
    description: "Ends the mirror: people and projects stay as they are, and are edited here again.",
  })
  releasePlatformDirectory(
    @Arg("input", () => ChangePlatformInput) { company, expectedVersion }: ChangePlatformInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PlatformPayload> {
    const shown = (row: PlatformConnectionEntity) => ({ platform: PlatformConnectionType.of(row, context.locale) });
    const release = () => this.mirror.release(actorOf(context), company, expectedVersion);
    return payload(PlatformPayload, async () => shown(await release()), shown);
  }

  private shown(
    { plan, written, stale }: MirrorOutcome,
    dryRun: boolean,
    locale: Locale,
  ): Partial<MirrorPlatformDirectoryPayload> {
    const people = plan.people.slice(0, MAX_SHOWN).map((one) => this.person(one, plan, locale));
    const projects = plan.projects.plans.slice(0, MAX_SHOWN).map(({ kind, next: { code, name, active } }) => {
      return Object.assign(new MirroredProject(), { kind, code, name, active });
    });
    const conflicts = [
      ...plan.conflicts.map((one) => ({ code: one.code, message: conflictText(one, locale) })),
      ...plan.projects.conflicts.map((one) => ({ code: one.code, message: projectConflictText(one, locale) })),
    ];
    const { code, message, field } = new StaleEdit(null, ["input", "digest"], locale);
    return {
      ...{ dryRun, written, people, projects, digest: written ? null : plan.digest },
      summary: summaryOf(plan, conflicts.length),
      conflicts: conflicts.slice(0, MAX_SHOWN).map((one) => Object.assign(new MirrorConflict(), one)),
      userErrors: stale ? [Object.assign(new UserError(), { code, message, field })] : [],
    };
  }

  private person(plan: PersonPlan, { grants }: MirrorPlan, locale: Locale): MirroredPerson {
    const { kind, next, gains } = plan;
    const { email, name } = next;
    const words = {
      gains: gains.map((one) => levelText(one, locale)),
      loses: lossTexts(plan, grants, this.features, locale),
    };
    return Object.assign(new MirroredPerson(), { kind, email, name, ...words });
  }
}

function summaryOf({ people, projects, unchanged }: MirrorPlan, conflicts: number): MirrorSummary {
  const count = (of: PlanKind) => people.filter(({ kind }) => kind === of).length;
  return Object.assign(new MirrorSummary(), {
    ...{ peopleCome: count("comes"), peopleChange: count("changes"), peopleGo: count("goes") },
    peopleUnchanged: unchanged,
    rightsGrow: people.filter(({ gains }) => gains.length > 0).length,
    rightsShrink: people.filter(({ kind, losses }) => kind === "goes" || losses.length > 0).length,
    projects: projects.plans.length,
    conflicts,
  });
}

const DIGEST = {
  en: "Try it with dryRun first, and give the digest of what you saw.",
  fr: "Essayez d’abord avec dryRun, puis donnez le digest de ce que vous avez vu.",
};
