import { resolver, type Module } from "../infra/module/module";
import type { RecordNeeds } from "../records/needs";
import { unwelcomed } from "./welcome/unwelcomed";
import { AgreementService } from "./calls/agreement.service";
import { AvailabilityService } from "./calls/availability.service";
import { CallSides } from "./calls/call/call-sides";
import { CALL_TABLES } from "./calls/call/call-tables";
import { CallContentResolver, SlotAnswersResolver } from "./calls/call-content.graphql";
import { CallHoldingResolver } from "./calls/call-holding.graphql";
import { CallReading } from "./calls/call-reading";
import { CallTimesResolver } from "./calls/call-times.graphql";
import { CompanyCallsResolver } from "./calls/call.graphql";
import { FollowUpResolver } from "./calls/follow-up.graphql";
import { FollowUpService } from "./calls/follow-up.service";
import { CallHandOver } from "./calls/hand-over";
import type { CallMail } from "./calls/letters/call-mail";
import { CallPost } from "./calls/letters/call-post";
import { callMail } from "./calls/letters/enqueue-call-mail";
import { ReschedulingService } from "./calls/rescheduling.service";
import { RunningService } from "./calls/running.service";
import { SchedulingService } from "./calls/scheduling.service";

type CallNeeds = Pick<RecordNeeds, "changes" | "companies" | "authorizer">;

/** The services of calls, over a way to send their letters. */
export function createCalls({ changes, companies, authorizer }: CallNeeds, mail: CallMail) {
  const post = new CallPost(mail);
  const sides = new CallSides(companies, authorizer);
  return {
    scheduling: new SchedulingService(changes, post, unwelcomed),
    availability: new AvailabilityService(changes),
    agreement: new AgreementService(changes, sides, post),
    rescheduling: new ReschedulingService(changes, sides, post),
    running: new RunningService(changes),
    handOver: new CallHandOver(post),
    followUp: new FollowUpService(changes, companies, authorizer),
  };
}

const services = (s: RecordNeeds) => ({
  calls: createCalls(s, callMail),
  callReading: new CallReading(s.database, s.clock),
});

export type CallServices = ReturnType<typeof services>;

/** The calls of a set-up. */
export const callsModule: Module<RecordNeeds, CallServices> = {
  name: "calls",
  entities: CALL_TABLES,
  services,
  resolvers: [
    resolver(CompanyCallsResolver, (s) => new CompanyCallsResolver(s.database, s.reader, s.callReading)),
    resolver(CallContentResolver, (s) => new CallContentResolver(s.callReading)),
    resolver(SlotAnswersResolver, (s) => new SlotAnswersResolver(s.callReading)),
    resolver(CallTimesResolver, (s) => new CallTimesResolver(s.companies, s.calls)),
    resolver(CallHoldingResolver, (s) => new CallHoldingResolver(s.companies, s.calls.running)),
    resolver(FollowUpResolver, (s) => new FollowUpResolver(s.companies, s.calls.followUp, s.clock)),
  ],
};
