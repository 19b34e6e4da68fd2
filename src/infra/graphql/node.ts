import { Field, ID, InterfaceType } from "type-graphql";

// Which object type a value is, its class says: so every one is built with `new`.
@InterfaceType("Node", { description: "Anything with an id (Relay)." })
export abstract class Node {
  @Field(() => ID)
  id!: string;
}
