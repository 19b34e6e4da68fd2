import { LedgerNoticeEntity } from "../connector/notice/ledger-notice.entity";
import { LedgerAccessEntity } from "./ledger-access.entity";
import { LedgerConsentEntity } from "./ledger-consent.entity";

export const TENANCY_TABLES = [LedgerAccessEntity, LedgerConsentEntity, LedgerNoticeEntity] as const;
