import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
  description: "Anything with an id (Relay).",
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Node {
  @Field(() => ID)
  id!: string;
}
