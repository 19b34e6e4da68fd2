import { RemedyPeople, wishOf } from "../authorization/insight/remedy-people";
import { resolver, type Module } from "../infra/module/module";
import { newId } from "../kernel/ids";
import type { ImportServices } from "../records/import.module";
import type { RecordNeeds } from "../records/needs";
import type { RecordServices } from "../records/records.module";
import { RECORD_MOVED } from "../records/transaction/record-moved";
import { PlatformAnswers } from "./answer/answers";
import { RecordFollower } from "./answer/follow-records";
import { PlatformHandler } from "./answer/platform-handler";
import { ConnectingService } from "./connect/connecting.service";
import { ConnectionSecrets } from "./connect/connection-secrets";
import { platformLossLetters } from "./connect/loss-letters";
import { PlatformHosts } from "./connect/platform-hosts";
import { PlatformLoss } from "./connect/platform-loss";
import { PlatformPace } from "./connect/platform-pace";
import { PlatformSetUpWork } from "./connect/platform-set-up";
import { resealPlatform } from "./connect/reseal-platform";
import { ServiceAccountTokens } from "./connect/service-account-tokens";
import { ObjectLinking } from "./directory/object-linking";
import { PlatformPeople } from "./directory/platform-people";
import { CompanyPlatformResolver, PlatformFiguresResolver } from "./graphql/platform-connection.graphql";
import { PlatformMutationsResolver } from "./graphql/platform-mutations.graphql";
import { PlatformDetailsResolver, PlatformRequestsResolver } from "./graphql/platform-requests.graphql";
import { MirrorResolver } from "./graphql/platform-directory.graphql";
import { PlatformDirectoryResolver } from "./graphql/platform-mirror-state.graphql";
import { EventInbox } from "./inbox/event-inbox";
import { addPlatformWebhook, PLATFORM_WEBHOOK_PATH } from "./inbox/platform-webhook-route";
import { PlatformTables } from "./migrations/platform-tables";
import { DirectoryReader } from "./mirror/directory-reader";
import { MirrorLetters } from "./mirror/mirror-letters";
import { MirrorWatch } from "./mirror/mirror-watch";
import { DirectoryMirror } from "./mirror/mirror.service";
import { watchPlatform } from "./platform-metrics";
import { PLATFORM_TABLES, PLATFORM_WAITS } from "./platform-tables";
import { OpenRequests } from "./reconcile/open-requests";
import { Publishing } from "./publish/publishing";
import { Exporting } from "./request/exporting/exporting";
import { Sending, type Remedies } from "./request/exporting/sending";
import { Following } from "./request/following";
import { Refreshing } from "./request/refreshing";
import { RequestHandling } from "./request/request-handling";
import { RequestWorker } from "./request/request-worker";
import { Unlinking } from "./request/unlinking";
import { restLogin } from "./rest/rest-login";
import { restPlatform } from "./rest/rest-platform";

type Needs = RecordNeeds & ImportServices & RecordServices;

/** Of one call to the platform. */
const TIMEOUT_MS = 30_000;
const MINUTE_MS = 60_000;

function services(s: Needs) {
  const { database, clock, changes } = s;
  const warn = (err: unknown) => s.log.warn({ err }, "platform");
  const reach = reachPlatform(s, warn);
  const { platform, secrets, login } = reach;
  const loss = new PlatformLoss(database, changes, platformLossLetters, s.outbox);
  const destinationUrl = () => `${s.config.publicUrl}${PLATFORM_WEBHOOK_PATH}`;
  const setUp = new PlatformSetUpWork({ database, secrets, platform, loss, destinationUrl });
  const carrying = createCarrying(s, platform);
  const { answers, follower, publishing, people, linking } = carrying;
  changes.followers.add(RECORD_MOVED, (scope, moved) => follower.moved(scope, moved));
  changes.followers.add(RECORD_MOVED, (scope, moved) => publishing.moved(scope, moved));
  const handling = createHandling(s, carrying);
  const worker = new RequestWorker({ ...s, answers, platform, handling, loss, name: newId(), warn });
  const onWork = new Set<() => void>();
  const wake = () => onWork.forEach((listener) => listener());
  return {
    platform: {
      hosts: reach.hosts,
      resealSecrets: () => resealPlatform(database, secrets),
      port: platform,
      setUp,
      linking,
      people,
      connecting: new ConnectingService({ database, clock, changes, secrets, login, setUp }),
      inbox: new EventInbox({ database, clock, secrets, onWork: wake }),
      handler: new PlatformHandler({ database, clock, platform, loss }),
      worker,
      ...createMirror(s, carrying, loss),
      openRequests: new OpenRequests({ database, clock, platform, answers, loss, onWork: wake }),
      /** Called after a commit that left a request to carry out. */
      onWork: (listener: () => void) => void onWork.add(listener),
    },
  };
}

export type PlatformServices = ReturnType<typeof services>;

/** The construction platform: what it asks, what it is told, and the connections that both rest on. */
export const platformModule: Module<Needs, PlatformServices> = {
  name: "platform",
  migrations: [PlatformTables],
  entities: PLATFORM_TABLES,
  services,
  resolvers: [
    resolver(CompanyPlatformResolver, (s) => new CompanyPlatformResolver(s.database, s.reader)),
    resolver(PlatformFiguresResolver, (s) => new PlatformFiguresResolver(s.database, s.clock)),
    resolver(PlatformRequestsResolver, (s) => new PlatformRequestsResolver(s.database, s.reader)),
    resolver(PlatformDetailsResolver, (s) => new PlatformDetailsResolver(s.database)),
    resolver(PlatformDirectoryResolver, (s) => new PlatformDirectoryResolver(s.database)),
    resolver(MirrorResolver, (s) => new MirrorResolver(s.platform.mirror, s.accessListBounds.featureNames)),
    resolver(PlatformMutationsResolver, (s) => new PlatformMutationsResolver(s.platform.connecting)),
  ],
  openRoutes: (app, { platform }) => addPlatformWebhook(app, platform.inbox),
  metrics: (meter, { database, clock }) => watchPlatform(meter, database, clock),
  // Connections are looked at, the directory is mirrored, secrets brought under the newest key, and requests found that no event told of.
  waits: PLATFORM_WAITS,
  jobs: ({ platform: { setUp, resealSecrets, openRequests, mirrorWatch } }) => [
    { name: "platform directory", everyMs: MINUTE_MS, work: () => mirrorWatch.run() },
    { name: "platform requests", everyMs: 10 * MINUTE_MS, work: () => openRequests.run() },
    { name: "platform checks", everyMs: 15 * MINUTE_MS, work: () => setUp.checkAll() },
    { name: "platform secrets", everyMs: 60 * MINUTE_MS, work: () => resealSecrets() },
  ],
};

/** The way to the platform: where it is, who the service account is, how often it may be called. */
function reachPlatform({ database, clock, config, tenancy }: Needs, warn: (error: unknown) => void) {
  const { apiUrl, loginUrl } = config.platform;
  const hosts = new PlatformHosts(apiUrl === null ? null : { apiUrl, loginUrl });
  const secrets = new ConnectionSecrets(tenancy.sealing, warn);
  const login = restLogin(() => hosts.loginUrl(), TIMEOUT_MS);
  const tokens = new ServiceAccountTokens({ database, clock, secrets, login });
  const pace = new PlatformPace(database, clock);
  const platform = restPlatform({ baseUrl: () => hosts.apiUrl(), tokens, pace, timeoutMs: TIMEOUT_MS });
  return { hosts, secrets, login, platform };
}

/** The platform's directory, mirrored and kept fresh. */
function createMirror(s: Needs, { platform, linking, people }: Carrying, loss: PlatformLoss) {
  const { database, clock, changes } = s;
  const reader = new DirectoryReader(platform);
  const letters = new MirrorLetters(s.accessListBounds.featureNames);
  const mirror = new DirectoryMirror({ database, changes, reader, letters });
  const parts = { database, clock, changes, reader, mirror, linking, people, letters, loss };
  return { mirror, mirrorWatch: new MirrorWatch(parts) };
}

type Carrying = ReturnType<typeof createCarrying>;

function createCarrying({ database, clock, outbox }: Needs, platform: ReturnType<typeof restPlatform>) {
  const answers = new PlatformAnswers(outbox);
  return {
    platform,
    answers,
    follower: new RecordFollower(answers),
    publishing: new Publishing({ database, answers, platform }),
    people: new PlatformPeople({ database, clock, platform }),
    linking: new ObjectLinking({ database, clock, platform }),
  };
}

function createHandling(s: Needs, carrying: Carrying): RequestHandling {
  const { database, records, counterparts, ledgerImport: imports } = s;
  const remedies = remediesOf(new RemedyPeople(database, s.policies));
  const sending = new Sending({ records, people: carrying.people, remedies });
  return new RequestHandling({
    exporting: new Exporting({ ...s, ...carrying, sending }),
    following: new Following(s.staging),
    refreshing: new Refreshing({ database, imports, ...carrying }),
    unlinking: new Unlinking({ database, counterparts, ...carrying }),
  });
}

function remediesOf(helpers: RemedyPeople): Remedies {
  return {
    async people(decision, remedy) {
      const wish = wishOf(decision, remedy);
      const [found] = wish ? await helpers.find([wish]) : [];
      return found?.people ?? [];
    },
  };
}
