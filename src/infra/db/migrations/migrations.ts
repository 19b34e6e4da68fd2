import { Initial1795500000000 } from "./1795500000000-initial";
import { RightsHistory1795510800000 } from "./1795510800000-rights-history";
import { SearchIndices1795513000000 } from "./1795513000000-search-indices";
import { ImplementationPlan1795600000000 } from "./1795600000000-implementation-plan";
import { Calls1795610000000 } from "./1795610000000-calls";
import { Mail1795620000000 } from "./1795620000000-mail";
import { DecisionLog1795630000000 } from "./1795630000000-decision-log";
import { AuditChain1795640000000 } from "./1795640000000-audit-chain";
import { AccessReview1795650000000 } from "./1795650000000-access-review";
import { RecordNames1795830000000 } from "./1795830000000-record-names";
import { OverOrder1795835000000 } from "./1795835000000-over-order";
import { Records1795660000000 } from "./1795660000000-records";
import { Outbox1795670000000 } from "./1795670000000-outbox";
import { RecordSearchIndices1795671000000 } from "./1795671000000-record-search-indices";
import { Questions1795681000000 } from "./1795681000000-questions";
import { MailPreferences1795682000000 } from "./1795682000000-mail-preferences";
import { DeliveryEvidence1795685000000 } from "./1795685000000-delivery-evidence";
import { Tenancy1795690000000 } from "./1795690000000-tenancy";
import { LedgerNotices1795691000000 } from "./1795691000000-ledger-notices";
import { AppPace1795692000000 } from "./1795692000000-app-pace";
import { Digest1795695000000 } from "./1795695000000-digest";
import { ErpImports1795700000000 } from "./1795700000000-erp-imports";
import { Reconciliation1795701000000 } from "./1795701000000-reconciliation";
import { UnknownFaults1795703000000 } from "./1795703000000-unknown-faults";
import { Mapping1795860000000 } from "./1795860000000-mapping";
import { ContractMisfits1795861000000 } from "./1795861000000-contract-misfits";
import { ContractControl1795870000000 } from "./1795870000000-contract-control";
import { UnknownMisfits1795871000000 } from "./1795871000000-unknown-misfits";
import { SeveralConnections1795710000000 } from "./1795710000000-several-connections";
import { ListsByConnection1795720000000 } from "./1795720000000-lists-by-connection";
import { AmountDigits1795730000000 } from "./1795730000000-amount-digits";
import { DeliveryCertainty1795731000000 } from "./1795731000000-delivery-certainty";
import { ReviewsOfAllBases1795800000000 } from "./1795800000000-reviews-of-all-bases";
import { IdentityLinks1795810000000 } from "./1795810000000-identity-links";
import { Platform1795820000000 } from "./1795820000000-platform";
import { RightsSeals1795801000000 } from "./1795801000000-rights-seals";
import { ConsoleSessions1795840000000 } from "./1795840000000-console-sessions";
import { Letters1795803000000 } from "./1795803000000-letters";
import { AnchorsAndLogSeals1795802000000 } from "./1795802000000-anchors-and-log-seals";
import { PlatformDirectory1795845000000 } from "./1795845000000-platform-directory";
import { KeyMakers1795850000000 } from "./1795850000000-key-makers";
import { AccessRequests1795860000000 } from "./1795860000000-access-requests";
import { FoldedTexts1795855000000 } from "./1795855000000-folded-texts";
import { QuotaUse1795851000000 } from "./1795851000000-quota-use";
import { VendorAccess1795860000000 } from "./1795860000000-vendor-access";
import { IdempotencyKeys1795862000000 } from "./1795862000000-idempotency-keys";
import { RecordSequence1795863000000 } from "./1795863000000-record-sequence";

/** All migrations, oldest first. */
export const MIGRATIONS = [
  Initial1795500000000,
  RightsHistory1795510800000,
  SearchIndices1795513000000,
  ImplementationPlan1795600000000,
  Calls1795610000000,
  Mail1795620000000,
  DecisionLog1795630000000,
  AuditChain1795640000000,
  AccessReview1795650000000,
  Records1795660000000,
  Outbox1795670000000,
  RecordSearchIndices1795671000000,
  Questions1795681000000,
  MailPreferences1795682000000,
  DeliveryEvidence1795685000000,
  Tenancy1795690000000,
  LedgerNotices1795691000000,
  AppPace1795692000000,
  Digest1795695000000,
  ErpImports1795700000000,
  Reconciliation1795701000000,
  UnknownFaults1795703000000,
  Mapping1795860000000,
  ContractMisfits1795861000000,
  SeveralConnections1795710000000,
  ListsByConnection1795720000000,
  AmountDigits1795730000000,
  DeliveryCertainty1795731000000,
  ReviewsOfAllBases1795800000000,
  IdentityLinks1795810000000,
  Platform1795820000000,
  RecordNames1795830000000,
  OverOrder1795835000000,
  RightsSeals1795801000000,
  ConsoleSessions1795840000000,
  AnchorsAndLogSeals1795802000000,
  Letters1795803000000,
  PlatformDirectory1795845000000,
  KeyMakers1795850000000,
  AccessRequests1795860000000,
  FoldedTexts1795855000000,
  QuotaUse1795851000000,
  VendorAccess1795860000000,
  IdempotencyKeys1795862000000,
  RecordSequence1795863000000,
  ContractControl1795870000000,
  UnknownMisfits1795871000000,
] as const;
