import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from "graphql";
import { forgetReading } from "../../authorization/decision-point/request-reading";
import type { GraphQLContext } from "../../infra/graphql/context";

/**
 * The mutations of one operation run one after the other, and each is answered by what it left: whatever was read for those
 * before it is forgotten.
 */
export function answerAfresh(schema: GraphQLSchema): void {
  const mutations: readonly GraphQLField<unknown, GraphQLContext>[] = Object.values(
    schema.getMutationType()?.getFields() ?? {},
  );
  for (const field of mutations) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (root, args, context, info) => {
      try {
        const answer: unknown = await resolve(root, args, context, info);
        return answer;
      } finally {
        context.loaders.clear();
        forgetReading(context);
      }
    };
  }
}
