import { FOLD, foldFunction } from "../db/query/folding";
import { firstMigration } from "../db/schema/first-migration";
import { ID, index, inList, json, optional, preset, refersTo, table, text, unique, whole } from "../db/schema/table";

const TABLES = [
  table(
    "idempotency_key",
    [ID, text("caller", "inputDigest", "takenBy"), optional(json("answer")), text("createdAt", "expiresAt")],
    index(["caller"]),
    index(["expiresAt"]),
  ),
  table("duty", [
    ID,
    text("nextAt"),
    optional(text("leasedBy", "leasedUntil", "doneAt", "lastError")),
    text("createdAt"),
  ]),
  table(
    "mail_message",
    [
      ID,
      text("companyId", "key", "kind", "toEmail", "toName", "subject", "text"),
      optional(text("html")),
      optional(json("replyTo", "calendar", "attachments")),
      text("state"),
      preset(0, whole("attempts")),
      text("nextAt"),
      optional(text("leasedBy", "leasedUntil", "sentAt", "lastError", "causedBy")),
      text("createdAt"),
    ],
    refersTo("company", "companyId"),
    unique("key"),
    index(["companyId", "causedBy", "createdAt"]),
    index(["companyId", "createdAt"]),
    index(["state", "nextAt"]),
    inList("state", ["queued", "sending", "sent", "failed", "unclear", "declined"]),
  ),
  table("mail_opt_out", [ID, text("email", "kind", "createdAt")], unique("email", "kind")),
  table(
    "mail_reader",
    [ID, text("email"), optional(text("locale", "timezone")), text("token", "createdAt")],
    unique("email"),
    unique("token"),
    inList("locale", ["en", "fr"]),
  ),
  table("outbox_app_pace", [ID, json("slots"), text("createdAt")]),
  table(
    "outbox_message",
    [
      ID,
      text("companyId", "lane", "topic", "key", "subjectId"),
      optional(text("afterKey", "exclusive")),
      whole("rank"),
      json("payload"),
      text("state"),
      preset(0, whole("attempts", "failures", "keyGeneration")),
      optional(json("refusal")),
      text("nextAt"),
      optional(text("leasedUntil", "lastCode", "lastText", "externalId", "finishedAt")),
      text("createdAt"),
    ],
    refersTo("company", "companyId"),
    unique("key"),
    index(["companyId", "state"]),
    index(["companyId", "subjectId"]),
    index(["exclusive", "state"]),
    index(["lane", "state", "rank", "id"]),
    index(["state", "nextAt"]),
    index(["companyId", "lane", "id"], { name: "ix_outbox_message_page_of_lane" }),
    inList("state", ["waiting", "in_flight", "unknown", "delivered", "refused", "withheld", "dead"]),
  ),
  table(
    "outbox_attempt",
    [
      ID,
      text("messageId"),
      whole("number"),
      optional(text("callKey", "grantId")),
      optional(whole("policyRevision")),
      text("startedAt"),
      optional(text("endedAt", "outcome", "detail")),
      text("createdAt"),
    ],
    refersTo("outbox_message", "messageId"),
    unique("messageId", "number"),
  ),
  table(
    "outbox_lane",
    [
      ID,
      text("companyId", "queue"),
      optional(text("leasedBy", "leasedUntil", "pausedUntil", "pauseReason")),
      text("servedAt"),
      json("pace"),
      text("createdAt"),
    ],
    refersTo("company", "companyId"),
    index(["servedAt"]),
  ),
  table("quota_use", [ID, whole("minute", "points")], index(["minute"])),
];

/** Messages to deliver, letters, jobs, budgets, and answers kept by a client's own key. */
export const InfraTables = firstMigration("infra", TABLES, {
  // For sorting and searching texts; SQLite is given its own at each opening.
  up: foldFunction(),
  down: `DROP FUNCTION ${FOLD}(text)`,
});
