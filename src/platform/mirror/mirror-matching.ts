import type { MemberEntity } from "../../directory/members/member.entity";
import { readEmail } from "../../kernel/email";
import { MAX_LABEL_LENGTH } from "../../kernel/labels";
import { readText } from "../../kernel/text";
import type { PlatformUserEntity } from "../directory/platform-user.entity";
import type { ReadDirectory, ReadPerson } from "./directory-reader";
import type { MirrorConflict } from "./mirror-plan";

/** The company's people as they are, and who of the platform is tied to whom. */
export interface KnownPeople {
  readonly members: readonly MemberEntity[];
  readonly users: readonly PlatformUserEntity[];
  /** Addresses of people over there who are on the vendor's staff: they come into no customer's directory. */
  readonly staff: ReadonlySet<string>;
}

export interface Matched {
  readonly person: ReadPerson & { readonly email: string };
  /** Null: new to the company. */
  readonly member: MemberEntity | null;
}

export interface Matches {
  readonly matched: readonly Matched[];
  /** People who were tied, and are no longer active over there. */
  readonly leavers: readonly { readonly userId: string; readonly member: MemberEntity }[];
  readonly conflicts: readonly MirrorConflict[];
}

/**
 * Who of the platform is whom here: as they were tied before, else by their e-mail without case. Whoever cannot be told
 * apart is a conflict, and left as they are.
 */
export function matchPeople(read: ReadDirectory, known: KnownPeople): Matches {
  const byId = new Map(known.members.map((member) => [member.id, member]));
  const byEmail = new Map(known.members.map((member) => [member.email, member]));
  const tied = tiesOf(known.users, byId);
  const userOf = new Map([...tied].map(([userId, { id }]) => [id, userId]));
  const matched: Matched[] = [];
  const conflicts: MirrorConflict[] = [];
  const taken = new Set<string>();
  for (const one of read.people.values()) {
    const own = tied.get(one.userId) ?? null;
    const email = one.email === null ? null : readEmail(one.email);
    const conflict = (code: MirrorConflict["code"]) => conflicts.push({ code, name: one.name, email: one.email });
    if (email === null) {
      conflict(one.email === null ? "NO_EMAIL" : "EMAIL_INVALID");
      continue;
    }
    const holder = byEmail.get(email) ?? null;
    // An account that was made anew over there is the same person; a member whose account is there still is not.
    const other = holder === null ? undefined : userOf.get(holder.id);
    const isOthers = other !== undefined && other !== one.userId && isThere(read, other);
    const clashes = own !== null && holder !== null && holder.id !== own.id;
    if (known.staff.has(email)) conflict("ON_BOTH_SIDES");
    else if (taken.has(email)) conflict("EMAIL_TWICE");
    else if (isOthers || clashes) conflict("EMAIL_TAKEN");
    else {
      taken.add(email);
      matched.push({ person: { ...one, email, name: nameOf(one.name, email) }, member: own ?? holder });
    }
  }
  return { matched, leavers: leaversOf(read, tied, matched), conflicts };
}

function tiesOf(users: readonly PlatformUserEntity[], byId: ReadonlyMap<string, MemberEntity>) {
  const tied = new Map<string, MemberEntity>();
  for (const { userId, memberId } of users) {
    const member = memberId === null ? undefined : byId.get(memberId);
    // Whoever had their name taken off is nobody any more.
    if (member && member.erasedAt === null) tied.set(userId, member);
  }
  return tied;
}

/** Of a part, whoever was not asked about is taken to be there still. */
function isThere({ people, askedPeople }: ReadDirectory, userId: string): boolean {
  return people.has(userId) || (askedPeople !== null && !askedPeople.has(userId));
}

function leaversOf(
  read: ReadDirectory,
  tied: ReadonlyMap<string, MemberEntity>,
  matched: readonly Matched[],
): { userId: string; member: MemberEntity }[] {
  const staying = new Set(matched.map(({ member }) => member?.id));
  return [...tied]
    .filter(([userId, { id, active, mirrored }]) => active && mirrored && !isThere(read, userId) && !staying.has(id))
    .map(([userId, member]) => ({ userId, member }));
}

function nameOf(name: string, email: string): string {
  return readText("name", name, MAX_LABEL_LENGTH).value ?? email;
}
