import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createApp, type App } from "../../src/application";
import { seedDemo } from "../../src/dev/demo/demo-seed";
import { loadConfig } from "../../src/config/config";
import { LedgerStore } from "../../src/dev/ledger/ledger-store";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { systemActor } from "../../src/kernel/actor";
import { ClockFile } from "./clock-file";

const SEED = systemActor("torture");
const ROOT = path.resolve(__dirname, "../..");
export const COMPANY = "torture";
export const ADMIN = "admin@torture.test";
export const MANAGER = "manager@torture.test";
const FEATURES = [
  "cost_code",
  "project",
  "vendor",
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
] as const;

const LEVELS = (["project_admin", "commitments", "change_orders"] as const).map((tool) => ({
  tool,
  level: "admin" as const,
}));

/** The folder of one run: the compiled program as it is now, the databases, the clock. */
export class RunFolder {
  readonly root = mkdtempSync(path.join(tmpdir(), "ledgergate-torture-"));
  readonly ledgerFile = path.join(this.root, "ledger.sqlite");
  readonly platformFile = path.join(this.root, "platform.sqlite");
  readonly clock = new ClockFile(path.join(this.root, "clock"));

  /**
   * @param databaseUrl null: SQLite
   * @param publicUrl where neighbours tell what happens; null: each server calls itself by its own address, as after a move
   */
  constructor(
    private readonly databaseUrl: string | null,
    private readonly publicUrl: string | null = null,
  ) {
    // Whoever compiles meanwhile does not change what is tortured.
    cpSync(path.join(ROOT, "dist"), path.join(this.root, "dist"), { recursive: true });
    cpSync(path.join(ROOT, "schema"), path.join(this.root, "schema"), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(this.root, "node_modules"));
    mkdirSync(path.join(this.root, "data"));
  }

  env(port: number): Record<string, string> {
    return {
      DATA_DIR: path.join(this.root, "data"),
      LOG_LEVEL: "error",
      PORT: String(port),
      ...(this.publicUrl === null ? {} : { PUBLIC_URL: this.publicUrl }),
      ...(this.databaseUrl === null ? {} : { DATABASE_URL: this.databaseUrl }),
    };
  }

  openApp(): Promise<App> {
    return createApp(loadConfig(this.env(0)), { clock: this.clock });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function approverEmail(index: number): string {
  return `approver-${index + 1}@torture.test`;
}

/** Sets the company up, live, with its people, before any server runs; and the category in the ledger. */
export async function furnish(folder: RunFolder, projects: readonly string[], approvers: number): Promise<void> {
  const app = await folder.openApp();
  try {
    await app.migrate();
    // Else the first server would do it, and be killed meanwhile.
    await seedDemo(app);
    await founded(app);
    for (const code of projects) await app.project.add(SEED, COMPANY, { code, name: `Project ${code}` });
    await people(app, projects, approvers);
    const ledger = { edition: "established", country: "US", organisationName: "Torture", trackingCategory: "Job" };
    await app.connection.configure(SEED, COMPANY, { ...ledger, status: "authorised" });
    for (const phase of ["implementation", "getting_started"] as const)
      await app.implementation.enterPhase(SEED, COMPANY, { phase, reason: "Torture" });
  } finally {
    await app.close();
  }
  stock(folder.ledgerFile);
}

async function founded(app: App): Promise<void> {
  await app.company.register(SEED, {
    slug: COMPANY,
    name: "Torture",
    country: "US",
    locale: "en",
    currency: "USD",
    administrator: { email: ADMIN, name: "Admin" },
  });
}

async function people(app: App, projects: readonly string[], approvers: number): Promise<void> {
  await app.member.add(SEED, COMPANY, { email: MANAGER, name: "Manager", toolLevel: "standard" });
  for (const project of projects)
    for (const member of [MANAGER, ADMIN])
      await app.project.setLevels(SEED, COMPANY, { project, member, levels: LEVELS });
  for (let index = 0; index < approvers; index += 1) {
    const email = approverEmail(index);
    await app.member.add(SEED, COMPANY, { email, name: `Approver ${index + 1}`, toolLevel: "standard" });
    const features = FEATURES.map((feature) => ({ feature }));
    await app.approver.designate(SEED, COMPANY, { member: email, features, reason: "Torture" });
  }
}

function stock(file: string): void {
  const store = new LedgerStore(file);
  const id = "category";
  const body = { TrackingCategoryID: id, Name: "Job", Status: "ACTIVE", Options: [] };
  store.put(SANDBOX_TENANT.id, { id, kind: "TrackingCategories", number: "Job", status: "ACTIVE", updatedAt: 0, body });
  store.close();
}
