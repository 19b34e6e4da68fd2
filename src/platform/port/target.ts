/** One company of the platform, as this server is connected to it. */
export interface PlatformTarget {
  /** Our connection's id: whose credentials and allowance are used. */
  readonly connectionId: string;
  /** The company in the platform's ids. */
  readonly platformCompanyId: string;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Whether another page follows. */
  readonly more: boolean;
}
