import { FEATURES } from "../../policy/first-features";
import { firstMigration } from "../../infra/db/schema/first-migration";
import {
  flag,
  ID,
  index,
  inList,
  json,
  minor,
  optional,
  preset,
  refersTo,
  refersWithinCompany,
  table,
  text,
  unique,
  whole,
} from "../../infra/db/schema/table";

// Copies, on purpose: the lists of the entities may grow, what this migration made does not.
const LEVELS = ["none", "read_only", "standard", "admin"];
const ROLES = ["erp_implementation_contact", "platform_administrator", "xero_administrator", "it_administrator"];

const TABLES = [
  table(
    "api_key",
    [
      ID,
      text("name", "prefix", "hash"),
      json("scopes"),
      optional(json("companyIds")),
      text("createdBy"),
      optional(json("makers")),
      optional(text("expiresAt", "lastUsedAt", "revokedAt")),
      text("createdAt"),
    ],
    unique("prefix"),
  ),
  table(
    "member",
    [
      ID,
      text("companyId", "email", "name", "toolLevel", "directoryLevel"),
      flag("canPushToAccounting", "digest", "active"),
      preset(false, flag("mirrored")),
      optional(text("erasedAt")),
      preset(1, whole("version")),
      text("createdAt"),
    ],
    refersTo("company", "companyId"),
    unique("companyId", "id"),
    unique("companyId", "email"),
    index(["email"]),
    index(["companyId", "active", "canPushToAccounting", "toolLevel", "directoryLevel", "id"], {
      name: "ix_member_rights",
    }),
    inList("toolLevel", LEVELS),
    inList("directoryLevel", LEVELS),
  ),
  table(
    "access_grant",
    [
      ID,
      text("companyId", "memberId", "feature", "direction"),
      optional(json("projectIds")),
      optional(minor("ceilingMinor")),
      optional(text("ceilingCurrency", "validFrom", "validUntil")),
      text("givenBy", "givenAt"),
      optional(text("reason", "revokedAt", "revokedBy", "revokeReason")),
      text("createdAt"),
    ],
    refersWithinCompany("member", "memberId"),
    index(["companyId", "memberId"]),
    index(["companyId", "feature", "direction", "memberId"], { name: "ix_access_grant_holders" }),
    inList("feature", FEATURES),
    inList("direction", ["import", "export"]),
  ),
  table(
    "project",
    [
      ID,
      text("companyId", "code", "name"),
      optional(text("connectionId")),
      flag("active"),
      preset(false, flag("mirrored")),
      preset(1, whole("version")),
      text("createdAt"),
    ],
    refersTo("company", "companyId"),
    refersTo("connection", "connectionId"),
    unique("companyId", "id"),
    unique("companyId", "code"),
  ),
  table(
    "project_level",
    [ID, text("companyId", "projectId", "memberId", "tool", "level", "createdAt")],
    refersWithinCompany("project", "projectId"),
    refersWithinCompany("member", "memberId"),
    unique("projectId", "memberId", "tool"),
    index(["companyId", "tool", "level", "memberId"], { name: "ix_project_level_admins" }),
    index(["companyId", "memberId"]),
    inList("tool", ["commitments", "change_orders", "prime_contracts", "project_admin"]),
    inList("level", LEVELS),
  ),
  table(
    "stakeholder",
    [
      ID,
      text("companyId", "role"),
      optional(text("memberId")),
      text("name", "email"),
      flag("required"),
      text("createdAt"),
    ],
    refersTo("company", "companyId"),
    refersWithinCompany("member", "memberId"),
    unique("companyId", "role", "email"),
    index(["companyId", "memberId"]),
    inList("role", ROLES),
  ),
  table(
    "identity_link",
    [
      ID,
      text("issuer", "subject"),
      optional(text("companyId", "memberId", "staffId")),
      text("linkedAt", "linkedByKind", "linkedBy"),
      optional(text("endedAt", "endedBy", "endReason")),
    ],
    refersWithinCompany("member", "memberId"),
    refersTo("vendor_staff", "staffId"),
    index(["memberId", "issuer"], { name: "ux_identity_link_member", isUnique: true, where: `"endedAt" IS NULL` }),
    index(["issuer", "subject", "companyId"], {
      name: "ux_identity_link_member_account",
      isUnique: true,
      where: `"endedAt" IS NULL`,
    }),
    index(["staffId", "issuer"], { name: "ux_identity_link_staff", isUnique: true, where: `"endedAt" IS NULL` }),
    index(["issuer", "subject"], {
      name: "ux_identity_link_staff_account",
      isUnique: true,
      where: `"endedAt" IS NULL AND "staffId" IS NOT NULL`,
    }),
    inList("linkedByKind", ["sign_in", "member", "staff", "system"]),
  ),
];

/** Members, projects, rights, stakeholders, API keys; and the accounts of people, which refer to members. */
export const DirectoryTables = firstMigration("directory", TABLES);
