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
  table,
  text,
  unique,
  whole,
} from "../../infra/db/schema/table";

const TABLES = [
  table(
    "company",
    [
      ID,
      text("slug", "name", "country", "locale", "currency"),
      optional(text("timezone")),
      preset(1, whole("policyRevision")),
      optional(minor("twoPersonAboveMinor")),
      optional(text("twoPersonAboveCurrency")),
      preset(7, whole("digestHour")),
      optional(text("contractControl")),
      preset(1, whole("version")),
      text("createdAt"),
    ],
    unique("slug"),
    inList("locale", ["en", "fr"]),
  ),
  table(
    "audit_entry",
    [
      ID,
      text("companyId"),
      whole("sequence"),
      text("at", "actorKind", "actorId", "actorName", "action", "targetKind", "targetId"),
      optional(json("before", "after")),
      optional(text("why")),
      whole("policyRevision"),
      optional(json("seals")),
      text("previousHash", "hash", "createdAt"),
    ],
    refersTo("company", "companyId"),
    unique("companyId", "sequence"),
    inList("actorKind", ["member", "staff", "service", "system", "letter"]),
  ),
  table(
    "audit_head",
    [
      ID,
      whole("sequence"),
      text("hash"),
      optional(text("keyId", "signature")),
      preset(0, whole("anchoredSequence")),
      text("createdAt"),
    ],
    refersTo("company", "id"),
  ),
  table(
    "vendor_staff",
    [ID, text("email", "name"), flag("active"), preset(false, flag("superUser")), text("createdAt")],
    unique("email"),
  ),
  table(
    "staff_assignment",
    [
      ID,
      text("companyId", "staffId", "role", "assignedFrom"),
      optional(text("assignedUntil")),
      text("assignedBy", "createdAt"),
    ],
    refersTo("company", "companyId"),
    refersTo("vendor_staff", "staffId"),
    index(["companyId", "staffId"]),
    index(["staffId"]),
    inList("role", ["specialist", "point_of_contact"]),
  ),
  table(
    "vendor_access",
    [
      ID,
      text("companyId", "staffId", "kind", "reason", "until"),
      optional(text("assignmentId", "verdict", "decidedByName", "decidedAt", "comment")),
      text("askedByName"),
      whole("version"),
      text("createdAt"),
    ],
    refersTo("company", "companyId"),
    refersTo("vendor_staff", "staffId"),
    refersTo("staff_assignment", "assignmentId"),
    index(["companyId"]),
    inList("kind", ["request", "emergency"]),
    inList("verdict", ["accepted", "declined"]),
  ),
];

/** Companies, the vendor's staff, and the audit trail. */
export const TenantTables = firstMigration("tenant", TABLES);
