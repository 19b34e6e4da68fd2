import type { App } from "../../application";
import { systemActor } from "../../kernel/actor";
import { SANDBOX_CREDENTIALS } from "../platform/platform-parts";
import { DEMO_PLATFORM_COMPANY } from "../platform/tool/world-parts";

const SEED = systemActor("demo seed");

/** Connects the demo company with the sandbox platform, where its approvers decide; once connected it is only looked at. */
export async function connectDemoCompany({ platform, companies }: App): Promise<void> {
  const company = await companies.find("demo");
  if (!company) return;
  const known = await platform.connecting.ofCompany(company.id);
  const row = known
    ? await platform.setUp.mend(known.id)
    : await platform.connecting.connect(SEED, "demo", {
        platformCompanyId: String(DEMO_PLATFORM_COMPANY),
        ...SANDBOX_CREDENTIALS,
        deciding: "there",
      });
  await platform.linking.link(row);
}
