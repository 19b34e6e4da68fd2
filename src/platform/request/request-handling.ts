import { z } from "zod";
import { detailIdsIn, misfit, understand } from "./understanding/understanding";
import type { Understood } from "./understanding/understood";
import type { RequestOutcome } from "../link/platform-request.entity";
import type { Exporting } from "./exporting/exporting";
import type { Following } from "./following";
import type { Refreshing } from "./refreshing";
import type { RequestContext } from "./request-context";
import { requestWords } from "./request-words";
import type { Unlinking } from "./unlinking";

export interface RequestHandlingParts {
  readonly exporting: Exporting;
  readonly following: Following;
  readonly refreshing: Refreshing;
  readonly unlinking: Unlinking;
}

/** How a request was carried out, and what is wrong with it where something is. */
export interface Handled {
  readonly outcome: RequestOutcome;
  readonly problem: string | null;
}

/** Carries a request out: understands it, does what it asks for, or refuses it in words. Doing it again does no harm. */
export class RequestHandling {
  constructor(private readonly parts: RequestHandlingParts) {}

  /** @param last no further try follows */
  async handle(context: RequestContext, last: boolean): Promise<Handled> {
    const { name, data } = context.request;
    let understood: Understood;
    try {
      understood = understand(name ?? "", data);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const problem = misfit(error);
      await context.fail(detailIdsIn(data), requestWords("UNREADABLE", context.locale, problem));
      return { outcome: "unreadable", problem };
    }
    return this.carryOut(context, understood, last);
  }

  private async carryOut(context: RequestContext, understood: Understood, last: boolean): Promise<Handled> {
    if (understood.kind === "refused") return this.refuse(context, understood.code);
    await this.perform(context, understood, last);
    const { problem } = context;
    return { outcome: problem === null ? "done" : "refused", problem };
  }

  private async perform(
    context: RequestContext,
    understood: Exclude<Understood, { kind: "refused" }>,
    last: boolean,
  ): Promise<void> {
    const { exporting, following, refreshing, unlinking } = this.parts;
    switch (understood.kind) {
      case "export":
        for (const object of understood.objects) await exporting.carryOut(context, object);
        return;
      case "refresh":
        return refreshing.carryOut(context, understood, last);
      case "imported":
        return following.imported(context, understood);
      case "linked":
        return following.linked(context, understood.vendors);
      case "untied":
        await following.untied(context, understood.items);
        return context.succeed(understood.detailIds);
      case "unlink":
        return unlinking.carryOut(context, understood, last);
      case "merged":
        return following.merged(context, understood);
      case "reset_project":
        return following.resetProject(context, understood.itemId);
      case "nothing":
        return context.succeed(detailIdsIn(context.request.data));
    }
  }

  private async refuse(
    context: RequestContext,
    code: Extract<Understood, { kind: "refused" }>["code"],
  ): Promise<Handled> {
    const { name, data } = context.request;
    const words = requestWords(code, context.locale, name ?? "");
    await context.fail(detailIdsIn(data), words);
    return { outcome: code === "NOT_SUPPORTED" ? "unsupported" : "refused", problem: words };
  }
}
