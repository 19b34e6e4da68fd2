import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { Actor } from "../../kernel/actor";
import type { Locale } from "../../kernel/locale";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { identityOf } from "../../tenant/identity/account";
import { accountsOf } from "../../tenant/identity/links";
import { readersOf } from "../../infra/mail/reader";
import { MemberEntity } from "../../directory/members/member.entity";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import type { ConstructionPlatform } from "../port/construction-platform";
import { PlatformUserEntity } from "./platform-user.entity";

/** Somebody of the platform who is known here. */
export interface KnownPerson {
  readonly actor: Extract<Actor, { kind: "person" }>;
  readonly memberId: string;
  readonly locale: Locale;
}

/** Somebody of the platform: as a member of ours, or under the name that the platform has. */
export interface PlatformPerson {
  readonly member: KnownPerson | null;
  /** For sentences: their e-mail, or the platform's id. */
  readonly label: string;
}

export interface PlatformPeopleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly platform: Pick<ConstructionPlatform, "user">;
}

/** Who a person of the platform is here: a member, by the address of the platform's directory. */
export class PlatformPeople {
  constructor(private readonly parts: PlatformPeopleParts) {}

  /** Asks the platform about somebody who is not mirrored yet. Throws PlatformTrouble. */
  async find(connection: PlatformConnectionEntity, userId: string): Promise<PlatformPerson> {
    const user = await this.user(connection, userId);
    const member = user.active ? await this.member(connection, user) : null;
    return { member, label: user.email ?? userId };
  }

  /** Asks anew about people who were only looked up, when they are met next. @param userIds null: all of them */
  async forget(connectionId: string, userIds: readonly string[] | null): Promise<void> {
    const whom = userIds === null ? {} : { userId: In([...userIds]) };
    await this.parts.database.write((manager) => manager.delete(PlatformUserEntity, { connectionId, ...whom }));
  }

  private async user(connection: PlatformConnectionEntity, userId: string): Promise<PlatformUserEntity> {
    const { database, clock, platform } = this.parts;
    const { id: connectionId, companyId, platformCompanyId } = connection;
    const known = await database.read().findOneBy(PlatformUserEntity, { connectionId, userId });
    if (known) return known;
    const found = await platform.user({ connectionId, platformCompanyId }, userId);
    const row: PlatformUserEntity = {
      id: newId(),
      companyId,
      connectionId,
      userId,
      email: found?.email ?? null,
      memberId: null,
      active: found?.active ?? false,
      createdAt: toInstant(clock.now()),
    };
    if (!found) return row;
    await database.write((manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(PlatformUserEntity)
        .values(row)
        .orIgnore()
        .updateEntity(false)
        .execute(),
    );
    return row;
  }

  private async member(
    { companyId }: PlatformConnectionEntity,
    { memberId, email }: PlatformUserEntity,
  ): Promise<KnownPerson | null> {
    const manager = this.parts.database.read();
    const where = memberId === null ? { companyId, email: email ?? "" } : { companyId, id: memberId };
    const member = await manager.findOneBy(MemberEntity, where);
    const company = await manager.findOneBy(CompanyEntity, { id: companyId });
    if (!member || !company) return null;
    const { locale } = (await readersOf(manager, company, [member.email]))(member.email);
    // The platform vouches for who pressed the button, as a token issuer does for who asks.
    const [account] = await accountsOf(manager, { memberId: member.id });
    const subject = identityOf(account ?? { issuer: "platform", subject: member.id });
    const actor = { kind: "person", email: member.email, subject, name: member.name, locale } as const;
    return { actor, memberId: member.id, locale };
  }
}
