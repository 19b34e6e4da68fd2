import { Field, Int, ObjectType } from "type-graphql";
import { AccessLevel } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import type { Level } from "../../policy/model/vocabulary";
import type { MemberEntity } from "./member.entity";

@ObjectType("Member", { implements: Node, description: "A person's directory record in one company." })
export class MemberType extends Node {
  @Field({ description: "Lower case; unique in the company." })
  email!: string;

  @Field()
  name!: string;

  @Field(() => AccessLevel, { description: "Level on the ERP Integrations tool." })
  toolLevel!: Level;

  @Field(() => AccessLevel, { description: "Level on the Directory tool." })
  directoryLevel!: Level;

  @Field({ description: "The directory's privilege to push to accounting." })
  canPushToAccounting!: boolean;

  @Field({ description: "Whether the daily digest is sent to them." })
  digest!: boolean;

  @Field({ description: "False: deactivated, may do nothing; the record stays." })
  active!: boolean;

  @Field({
    description:
      "Whether name, e-mail, levels and being active are kept on the construction platform: they are changed there.",
  })
  mirrored!: boolean;

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the member." })
  version!: number;

  /** Not fields: for the resolvers of what hangs on a member. */
  companyId!: string;
  entity!: MemberEntity;

  static of(entity: MemberEntity): MemberType {
    const { id, email, name, toolLevel, directoryLevel, canPushToAccounting, digest, active, version, mirrored } =
      entity;
    const fields = {
      id,
      email,
      name,
      toolLevel,
      directoryLevel,
      canPushToAccounting,
      digest,
      active,
      version,
      mirrored,
    };
    return Object.assign(new MemberType(), fields, { companyId: entity.companyId, entity });
  }
}
