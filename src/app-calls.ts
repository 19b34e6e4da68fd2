import type { CompanyDirectory } from "./company/company-directory";
import type { CompanyChangePort } from "./company/company-change";
import type { CompanyReader } from "./company/company-reader";
import type { Database } from "./db/database";
import { AgreementService } from "./implementation/call/agreement.service";
import { AvailabilityService } from "./implementation/call/availability.service";
import { CallContentResolver, SlotAnswersResolver } from "./implementation/call/call-content.graphql";
import { CallHoldingResolver } from "./implementation/call/call-holding.graphql";
import type { CallMail } from "./implementation/call/call-mail";
import { CallPost } from "./implementation/call/call-post";
import { CallReading } from "./implementation/call/call-reading";
import { CallSides } from "./implementation/call/call-sides";
import { CallTimesResolver } from "./implementation/call/call-times.graphql";
import { CompanyCallsResolver } from "./implementation/call/call.graphql";
import { FollowUpResolver } from "./implementation/call/follow-up.graphql";
import { FollowUpService } from "./implementation/call/follow-up.service";
import { ReschedulingService } from "./implementation/call/rescheduling.service";
import { RunningService } from "./implementation/call/running.service";
import { SchedulingService } from "./implementation/call/scheduling.service";
import { unwelcomed } from "./implementation/welcome/unwelcomed";
import type { Clock } from "./kernel/clock";
import type { Authorizer } from "./policy/ports";

export interface CallParts {
  readonly changes: CompanyChangePort;
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly mail: CallMail;
}

export type CallServices = ReturnType<typeof createCalls>;

/** The services of the implementation's calls. */
export function createCalls({ changes, companies, authorizer, mail }: CallParts) {
  const post = new CallPost(mail);
  const sides = new CallSides(companies, authorizer);
  return {
    scheduling: new SchedulingService(changes, post, unwelcomed),
    availability: new AvailabilityService(changes),
    agreement: new AgreementService(changes, sides, post),
    rescheduling: new ReschedulingService(changes, sides, post),
    running: new RunningService(changes),
    followUp: new FollowUpService(changes, companies, authorizer),
  };
}

export interface CallResolverParts {
  readonly database: Database;
  readonly reader: CompanyReader;
  readonly companies: CompanyDirectory;
  readonly clock: Clock;
  readonly calls: CallServices;
}

/** Their resolvers. */
export function createCallResolvers({ database, reader, companies, clock, calls }: CallResolverParts): object[] {
  const reading = new CallReading(database, clock);
  return [
    new CompanyCallsResolver(database, reader, reading),
    new CallContentResolver(reading),
    new SlotAnswersResolver(reading),
    new CallTimesResolver(companies, calls),
    new CallHoldingResolver(companies, calls.running),
    new FollowUpResolver(companies, calls.followUp, clock),
  ];
}

export const CALL_RESOLVERS = [
  CompanyCallsResolver,
  CallContentResolver,
  SlotAnswersResolver,
  CallTimesResolver,
  CallHoldingResolver,
  FollowUpResolver,
] as const;
