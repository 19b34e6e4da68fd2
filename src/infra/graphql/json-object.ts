import { GraphQLError, GraphQLScalarType } from "graphql";

/** A JSON object as it is, for answers only. */
export const JsonObject = new GraphQLScalarType<Readonly<Record<string, unknown>>, unknown>({
  name: "JSONObject",
  description: "A JSON object whose fields differ from case to case.",
  serialize(value) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw new GraphQLError("Not a JSON object");
  },
  parseValue() {
    throw new GraphQLError("JSONObject is for answers only");
  },
});
