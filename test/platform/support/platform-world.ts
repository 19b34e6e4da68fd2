import type { SandboxPlatform } from "../../../src/dev/platform/sandbox-platform";
import type { Json } from "../../../src/dev/platform/platform-store";

export const PLATFORM_COMPANY = 7;
export const SERVICE_USER = 900;
export const APPROVER_USER = 901;

const EVERY_RIGHT = { Admin: "Admin", Directory: "Admin", "ERP Integrations": "Admin", "Webhooks API": "Standard" };

/** The company of the documentation's examples, with its service account and an accounting approver. */
export function openCompany({ store }: SandboxPlatform, company = PLATFORM_COMPANY): void {
  const put = (kind: Parameters<typeof store.put>[0], id: number, body: Json) => store.put(kind, { id, company, body });
  put("company", company, { name: "Example Builders", app_connected: true });
  put("user", SERVICE_USER, {
    name: "Ledgergate",
    email_address: "ledgergate-service@platform.test",
    is_active: true,
    is_service_account: true,
    permissions: EVERY_RIGHT,
  });
  put("user", APPROVER_USER, {
    name: "Ada Approver",
    email_address: "ada@platform.test",
    is_active: true,
    can_push_to_accounting: true,
    permissions: { Directory: "Read Only", "ERP Integrations": "Standard" },
  });
}
