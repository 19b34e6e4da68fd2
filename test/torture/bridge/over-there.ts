import { setTimeout as sleep } from "node:timers/promises";
import { whole, type Seeded } from "../seeded";
import { approverUser, type Object } from "./bridge-world";

type Ribbon = "none" | "waiting" | "exporting" | "given_back" | "synced";

/** Objects that people handle between two looks at the page. */
const MAX_PRESSED = 40;
/** What was given back is sent again after a while, as by somebody who has read why. */
const READ_MS = 2_000;
const ROW = /<tr id="(\w+)-(\d+)">\s*<td class="w">(?:<b class="(\w+)"[^>]*>&#9632; ([^<]*))?/g;

/** The people of the platform: they see its page, and press its buttons. */
export class OverThere {
  private ribbons = new Map<string, Ribbon>();
  private readonly pressedAt = new Map<string, number>();
  exports = 0;

  constructor(
    private readonly address: string,
    private readonly objects: readonly Object[],
    private readonly approvers: number,
    private readonly random: Seeded,
  ) {}

  get green(): number {
    return this.objects.filter((one) => this.ribbonOf(one) === "synced").length;
  }

  get done(): boolean {
    return this.green === this.objects.length;
  }

  /** Looks at the page, sends what may go, and exports what waits. Answers how much was pressed. */
  async work(): Promise<number> {
    await this.look();
    const foundations = this.objects.filter(isFoundation).every((one) => this.ribbonOf(one) === "synced");
    const ready = this.objects.filter((one) => this.isReady(one, foundations)).slice(0, MAX_PRESSED);
    for (const one of ready) {
      if (this.ribbonOf(one) !== "waiting") await this.press("send", one, approverUser(0));
      await this.press("export", one, approverUser(whole(this.random, 0, this.approvers - 1)));
      this.pressedAt.set(keyOf(one), Date.now());
      this.exports += 1;
    }
    return ready.length;
  }

  /** What is not green at the end. */
  unfinished(): string[] {
    return this.objects
      .filter((one) => this.ribbonOf(one) !== "synced")
      .map((one) => `${keyOf(one)} is ${this.ribbonOf(one)}`);
  }

  private isReady(one: Object, foundations: boolean): boolean {
    const ribbon = this.ribbonOf(one);
    if (ribbon === "synced" || ribbon === "exporting") return false;
    if (!isFoundation(one) && !foundations) return false;
    if (one.after !== null && this.ribbons.get(`commitment-${one.after}`) !== "synced") return false;
    return (this.pressedAt.get(keyOf(one)) ?? 0) < Date.now() - READ_MS;
  }

  private ribbonOf(one: Object): Ribbon {
    return this.ribbons.get(keyOf(one)) ?? "none";
  }

  private async look(): Promise<void> {
    const page = await (await fetch(`${this.address}/`)).text();
    const found = [...page.matchAll(ROW)].map(([, kind, id, colour = "none", words = ""]): [string, Ribbon] => {
      const ribbon = words.includes("being exported") ? "exporting" : (colour as Ribbon);
      return [`${kind}-${id}`, ribbon];
    });
    this.ribbons = new Map(found);
  }

  private async press(action: "send" | "export", { kind, id }: Object, as: number): Promise<void> {
    const body = new URLSearchParams({ as: String(as), kind, id: String(id) });
    const answer = await fetch(`${this.address}/page/${action}`, { method: "POST", body, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status !== 303) throw new Error(`The page answered ${answer.status}`);
    await sleep(0);
  }
}

function isFoundation({ kind }: Object): boolean {
  return kind === "standard_cost_code" || kind === "project" || kind === "vendor";
}

export function keyOf({ kind, id }: Object): string {
  return `${kind}-${id}`;
}
