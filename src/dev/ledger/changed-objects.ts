import type { KindName } from "./ledger-object";

/** An object that was written. */
export interface ChangedObject {
  readonly tenant: string;
  readonly kind: KindName;
  readonly id: string;
  readonly isNew: boolean;
}

/** What one piece of work has written; what came to nothing with its work is forgotten. */
export class ChangedObjects {
  private changed: Map<string, ChangedObject> | null = null;

  /** The work's answer, and what it wrote, each object once. `work` does not wait for anything. */
  during<T>(work: () => T): { readonly answer: T; readonly changed: readonly ChangedObject[] } {
    const changed = new Map<string, ChangedObject>();
    this.changed = changed;
    try {
      return { answer: work(), changed: [...changed.values()] };
    } finally {
      this.changed = null;
    }
  }

  note(object: ChangedObject): void {
    const before = this.changed?.get(object.id);
    this.changed?.set(object.id, { ...object, isNew: object.isNew || before?.isNew === true });
  }
}
