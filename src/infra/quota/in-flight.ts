/**
 * What is under way at once, by weight: of everybody together, and of each owner. Something heavier than an owner's share
 * may go alone.
 */
export class InFlight {
  private total = 0;
  private readonly owners = new Map<string, number>();

  constructor(
    private readonly max: number,
    private readonly share: number,
  ) {}

  /** What ends it, to be called once or more; or whose bound keeps it from beginning now. */
  enter(owner: string, weight: number): (() => void) | "owner" | "everybody" {
    const own = this.owners.get(owner) ?? 0;
    if (own > 0 && own + weight > this.share) return "owner";
    if (this.total > 0 && this.total + weight > this.max) return "everybody";
    this.total += weight;
    this.owners.set(owner, own + weight);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.total -= weight;
      const left = (this.owners.get(owner) ?? 0) - weight;
      if (left > 0) this.owners.set(owner, left);
      else this.owners.delete(owner);
    };
  }
}
