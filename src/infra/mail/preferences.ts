import { randomBytes } from "node:crypto";
import { In, type EntityManager } from "typeorm";
import { newId } from "../../kernel/ids";
import type { Locale } from "../../kernel/locale";
import { isOptional, OPTIONAL_KINDS, type OptionalKind } from "./mail-kinds";
import { MailOptOutEntity } from "./mail-opt-out.entity";
import { MailReaderEntity } from "./mail-reader.entity";

/** How an address is written to. */
export interface Preferences {
  /** Null: the company's. */
  readonly locale: Locale | null;
  /** IANA name; null: the company's. */
  readonly timezone: string | null;
  readonly declined: readonly OptionalKind[];
}

export async function preferencesOf(manager: EntityManager, email: string): Promise<Preferences> {
  const reader = await manager.findOneBy(MailReaderEntity, { email });
  const declined = await manager.findBy(MailOptOutEntity, { email });
  const kinds = new Set(declined.map(({ kind }) => kind));
  return {
    locale: reader?.locale ?? null,
    timezone: reader?.timezone ?? null,
    declined: OPTIONAL_KINDS.filter((kind) => kinds.has(kind)),
  };
}

/** Inside `Database.write`. What is left out stays as it is; null is the company's again. */
export async function setPreferences(
  manager: EntityManager,
  emails: readonly string[],
  wanted: Partial<Preferences>,
  at: string,
): Promise<void> {
  await readerRows(manager, emails, at);
  const { declined, ...place } = wanted;
  const email = In([...emails]);
  if (Object.keys(place).length > 0) await manager.update(MailReaderEntity, { email }, place);
  if (declined === undefined) return;
  const kept = new Set<string>(declined);
  await manager.delete(MailOptOutEntity, { email, kind: In(OPTIONAL_KINDS.filter((kind) => !kept.has(kind))) });
  for (const each of emails) await decline(manager, each, declined, at);
}

/** The row of each address, made where there is none. Inside `Database.write`; two at once make one. */
export async function readerRows(
  manager: EntityManager,
  emails: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, MailReaderEntity>> {
  const email = In([...emails]);
  const known = new Set((await manager.findBy(MailReaderEntity, { email })).map((row) => row.email));
  const fresh = [...new Set(emails)].filter((one) => !known.has(one)).sort();
  if (fresh.length > 0) {
    const none = { locale: null, timezone: null, createdAt: at };
    const token = () => randomBytes(24).toString("base64url");
    const rows = fresh.map((one) => ({ id: newId(), email: one, ...none, token: token() }));
    const insert = manager.createQueryBuilder().insert().into(MailReaderEntity).values(rows);
    await insert.orIgnore().updateEntity(false).execute();
  }
  return new Map((await manager.findBy(MailReaderEntity, { email })).map((row) => [row.email, row]));
}

/**
 * Inside `Database.write`: by the token of a letter, its reader wants that kind of letters no more, or again. Null: no such
 * token or kind.
 */
export async function setByToken(
  manager: EntityManager,
  { token, kind, wanted }: { readonly token: string; readonly kind: string; readonly wanted: boolean },
  at: string,
): Promise<MailReaderEntity | null> {
  const reader = await readerOfToken(manager, token);
  if (!reader || !isOptional(kind)) return null;
  const { email } = reader;
  if (wanted) await manager.delete(MailOptOutEntity, { email, kind });
  else await decline(manager, email, [kind], at);
  return reader;
}

export async function readerOfToken(manager: EntityManager, token: string): Promise<MailReaderEntity | null> {
  if (!/^[\w-]{32}$/.test(token)) return null;
  return manager.findOneBy(MailReaderEntity, { token });
}

async function decline(manager: EntityManager, email: string, kinds: readonly string[], at: string): Promise<void> {
  if (kinds.length === 0) return;
  const rows = kinds.map((kind) => ({ id: newId(), email, kind, createdAt: at }));
  const insert = manager.createQueryBuilder().insert().into(MailOptOutEntity).values(rows);
  await insert.orIgnore().updateEntity(false).execute();
}
