import type { Variables } from "./config-variables";

export interface PlatformConfig {
  /** Where the platform's interface is; null: a sandbox platform stands in for it. */
  readonly apiUrl: string | null;
  readonly loginUrl: string;
  /** Loopback port of the sandbox platform in development; 0: any free one. */
  readonly sandboxPort: number;
  /** Address of a sandbox platform that runs by itself; null: one beside the server. */
  readonly sandboxUrl: string | null;
}

const API = "https://api.procore.com";
const LOGIN = "https://login.procore.com";

export function platformConfig(values: Variables): PlatformConfig {
  return {
    apiUrl: values.PLATFORM_API_URL ?? (values.NODE_ENV === "production" ? API : null),
    loginUrl: values.PLATFORM_LOGIN_URL ?? LOGIN,
    sandboxPort: values.SANDBOX_PLATFORM_PORT,
    sandboxUrl: values.SANDBOX_PLATFORM_URL ?? null,
  };
}
