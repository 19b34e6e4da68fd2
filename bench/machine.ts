import { availableParallelism, cpus, loadavg } from "node:os";

/** The kind of machine, without its name. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${availableParallelism()} cores (${model}), ${process.platform}, Node ${process.versions.node}`;
}

export function load(): string {
  return loadavg()
    .map((minutes) => minutes.toFixed(1))
    .join(" ");
}

/** Watches how busy the machine is with other programs: figures of a shared machine mean nothing without it. */
export class Neighbours {
  private readonly started = busyMilliseconds();
  private readonly own = process.cpuUsage();
  private readonly since = performance.now();

  told(): string {
    const busy = `other programs, the measured servers included, used ${Math.round(this.share() * 100)} % of all cores`;
    return `${busy}; load average ${load()}`;
  }

  /** The share of all cores, from 0 to 1, that other programs have used since this was made. */
  share(): number {
    const { user, system } = process.cpuUsage(this.own);
    const others = busyMilliseconds() - this.started - (user + system) / 1_000;
    const available = (performance.now() - this.since) * cpus().length;
    return Math.min(1, Math.max(0, others / available));
  }
}

function busyMilliseconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
