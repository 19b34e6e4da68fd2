/** When a request is answered, and what may be used for it. */
export interface Moment {
  readonly at: string;
  /** Of the memory; null: nothing may be used. */
  readonly era: number | null;
}
