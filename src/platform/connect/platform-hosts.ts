import { PlatformTrouble } from "../port/platform-trouble";

/** Where the platform is: its own hosts, or a stand-in in development. */
export class PlatformHosts {
  private standInAddress: string | null = null;

  /** @param own null: there is a stand-in or nothing */
  constructor(private readonly own: { readonly apiUrl: string; readonly loginUrl: string } | null) {}

  standIn(address: string): void {
    this.standInAddress = address;
  }

  apiUrl(): string {
    return this.own?.apiUrl ?? this.standInUrl();
  }

  loginUrl(): string {
    return this.own?.loginUrl ?? this.standInUrl();
  }

  private standInUrl(): string {
    if (this.standInAddress !== null) return this.standInAddress;
    throw new PlatformTrouble("not_reached", "This server knows no construction platform");
  }
}
