import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { DerivedKind } from "../../infra/graphql/global-id";
import {
  derivedFinder,
  type DerivedFinder,
  type Found,
  type IdParts,
  type MadeResolvers,
} from "../../infra/graphql/node-finder";
import { isId } from "../../kernel/ids";
import { CompanyResolver } from "./company-resolver.graphql";
import type { CompanyType } from "./company.graphql";

/** A finder of what a company has by itself: the first part of its id is the company's. */
export function underCompany(
  made: MadeResolvers,
  kind: DerivedKind,
  find: (company: CompanyType, rest: IdParts, context: GraphQLContext) => Promise<Found>,
): DerivedFinder {
  return derivedFinder(kind, async ([id = "", ...rest], context) => {
    const company = isId(id) ? await made(CompanyResolver).find(actorOf(context), id.toLowerCase()) : null;
    return company && find(company, rest, context);
  });
}
