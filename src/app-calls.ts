import type { CompanyDirectory } from "./tenant/companies/company-directory";
import type { CompanyChangePort } from "./tenant/companies/company-change";
import type { CompanyReader } from "./tenant/companies/company-reader";
import type { Database } from "./infra/db/database";
import { AgreementService } from "./onboarding/calls/agreement.service";
import { AvailabilityService } from "./onboarding/calls/availability.service";
import { CallContentResolver, SlotAnswersResolver } from "./onboarding/calls/call-content.graphql";
import { CallHoldingResolver } from "./onboarding/calls/call-holding.graphql";
import type { CallMail } from "./onboarding/calls/letters/call-mail";
import { CallPost } from "./onboarding/calls/letters/call-post";
import { CallReading } from "./onboarding/calls/call-reading";
import { CallSides } from "./onboarding/calls/call/call-sides";
import { CallTimesResolver } from "./onboarding/calls/call-times.graphql";
import { CompanyCallsResolver } from "./onboarding/calls/call.graphql";
import { FollowUpResolver } from "./onboarding/calls/follow-up.graphql";
import { FollowUpService } from "./onboarding/calls/follow-up.service";
import { ReschedulingService } from "./onboarding/calls/rescheduling.service";
import { RunningService } from "./onboarding/calls/running.service";
import { SchedulingService } from "./onboarding/calls/scheduling.service";
import { unwelcomed } from "./onboarding/welcome/unwelcomed";
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
