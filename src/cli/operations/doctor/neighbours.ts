import { createTransport } from "nodemailer";
import type { Config } from "../../../config/config";
import { LedgerAccessEntity } from "../../../erp/oauth/ledger-access.entity";
import type { Database } from "../../../infra/db/database";
import { ANSWER_MS, fail, ok, said, warn, type Finding, type Surroundings } from "./finding";

const XERO = ["https://identity.xero.com/.well-known/openid-configuration", "https://api.xero.com/connections"];

export async function lookAtMail({ mail, dataDir, production }: Config): Promise<Finding> {
  if (mail.smtpUrl === null) {
    const text = `SMTP_URL is not set: letters are written into ${dataDir}/mail`;
    return production ? warn("mail", text, "Set SMTP_URL, or nobody hears of anything.") : ok("mail", text);
  }
  const address = new URL(mail.smtpUrl);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
    address.searchParams.set(name, String(ANSWER_MS));
  const transport = createTransport(address.href);
  try {
    await transport.verify();
    return ok("mail", `${address.hostname} takes letters; they are from ${mail.from}`);
  } catch (error) {
    const advice = "Are host, port, user and password of SMTP_URL right (smtps: 465; smtp: 587)?";
    return fail("mail", `${address.hostname} does not: ${said(error)}`, advice);
  } finally {
    transport.close();
  }
}

export async function lookAtLedger(
  { ledger, production }: Config,
  database: Database | null,
  surroundings: Surroundings,
): Promise<Finding[]> {
  if (ledger.xero === null)
    return [
      production
        ? warn(
            "ledger",
            "no application of Xero's is configured: nothing is delivered",
            "docs/connection.md tells how.",
          )
        : ok("ledger", "a sandbox stands in for Xero"),
    ];
  const found = await Promise.all(XERO.map((url) => reach("ledger", url, surroundings)));
  if (ledger.webhookKey === null)
    found.push(warn("ledger", "XERO_WEBHOOK_KEY is not set: changes there are seen by the schedule alone", "Set it."));
  const lost = database === null ? 0 : await database.read().countBy(LedgerAccessEntity, { state: "lost" });
  if (lost > 0)
    found.push(
      warn("ledger", `${lost} consents are lost`, "Have an administrator of each company authorise it again."),
    );
  return found;
}

export async function lookAtPlatform({ platform }: Config, surroundings: Surroundings): Promise<Finding[]> {
  if (platform.apiUrl === null) return [ok("platform", "a sandbox stands in for the construction platform")];
  return Promise.all([platform.apiUrl, platform.loginUrl].map((url) => reach("platform", url, surroundings)));
}

/** What the proof of the trails rests on outside the database. */
export function lookAtEvidence({ audit, production }: Config): Finding[] {
  if (!production) return [];
  const found: Finding[] = [];
  if (audit.signingKey === null)
    found.push(
      warn(
        "audit",
        "AUDIT_SIGNING_KEY is not set: whoever writes to the database can compute a trail anew",
        "Make one: audit key",
      ),
    );
  if (audit.anchorFile === null && audit.anchorStore === null && audit.timestamps === null)
    found.push(
      warn(
        "audit",
        "trails are anchored nowhere outside: a database that was set back is not found",
        "Set AUDIT_ANCHOR_*: docs/audit.md.",
      ),
    );
  return found.length > 0 ? found : [ok("audit", "trails are signed, and anchored outside")];
}

/** Any answer will do: who is asked without credentials refuses. */
async function reach(about: string, url: string, { fetch }: Surroundings): Promise<Finding> {
  const { host } = new URL(url);
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: "manual" });
    if (status < 500) return ok(about, `${host} answers`);
    return warn(about, `${host} answers ${status}`, "It is in trouble itself: what is to be delivered waits.");
  } catch (error) {
    return fail(
      about,
      `${host} cannot be reached: ${said(error)}`,
      "Let this machine out to it (firewall, proxy, DNS).",
    );
  }
}
