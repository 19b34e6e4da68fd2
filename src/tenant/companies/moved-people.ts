import type { Change } from "./company-change";

/** Somebody whose e-mail was changed. */
export interface MovedPerson {
  readonly memberId: string;
  readonly from: string;
  readonly to: string;
}

/** Members whose e-mail a change replaced, whichever door it came by. */
export function movedPeople(changes: readonly Change[]): MovedPerson[] {
  return changes.flatMap(({ targetKind, targetId, before, after }) => {
    const [from, to] = [before?.["email"], after?.["email"]];
    if (targetKind !== "member" || typeof from !== "string" || typeof to !== "string" || from === to) return [];
    return [{ memberId: targetId, from, to }];
  });
}
