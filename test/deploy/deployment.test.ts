import { readdirSync } from "node:fs";
import path from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { HEALTH_PATHS } from "../../src/server/health";
import { loadConfig } from "../../src/config/config";
import { read, ROOT, unknown } from "./support";

/* What runs Ledgergate elsewhere: read here, since no engine is at hand, and held against what the program takes. */

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Record<string, string>;
  readonly stringData?: Record<string, string>;
  readonly spec?: Record<string, unknown>;
}

interface Container {
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom: readonly Record<string, { readonly name: string }>[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext: object;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly startupProbe: Probe;
  readonly readinessProbe: Probe;
  readonly livenessProbe: Probe;
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

/** The configuration that these variables make; it throws what is wrong with them. */
const configured = (env: Record<string, string>) => loadConfig(env);

describe("the image", () => {
  const lines = read("Dockerfile")
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => /^[A-Z]/.test(line));
  const last = lines.slice(lines.map((line) => line.startsWith("FROM")).lastIndexOf(true));
  const said = (word: string) =>
    last.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  test("is small, runs as nobody in particular, and says whether it is well", () => {
    expect(last[0]).toMatch(/^FROM node:\d+-[a-z]+-slim$/);
    expect(said("USER")).toEqual(["1000:1000"]);
    expect(said("HEALTHCHECK").join()).toContain("/readyz");
    expect(said("STOPSIGNAL")).toEqual(["SIGTERM"]);
    // A shell in between would keep the signal to itself.
    expect(JSON.parse(said("ENTRYPOINT")[0]!)).toEqual(["node", "src/cli/ledgergate.cjs"]);
    expect(last.join("\n")).not.toMatch(/apt-get|npm (ci|install)/);
  });

  test("sets variables that there are, in production's way", () => {
    const env = Object.fromEntries(
      said("ENV")
        .join(" ")
        .split(" ")
        .map((pair) => pair.split("=") as [string, string]),
    );
    expect(unknown(Object.keys(env))).toEqual([]);
    expect(env).toEqual({ NODE_ENV: "production", HOST: "0.0.0.0", PORT: "4000", DATA_DIR: "/data" });
  });

  test("is built of what it copies, and of nothing that is not allowed in", () => {
    const allowed = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(" ").slice(1, -1));
    expect(copied.map((file) => file.replace(/^\.\//, "")).sort()).toEqual(allowed.sort());
  });
});

describe("deploy/compose.yaml", () => {
  interface Service {
    readonly environment?: Record<string, string>;
    readonly depends_on?: Record<string, { readonly condition: string }>;
    readonly network_mode?: string;
    readonly volumes?: readonly string[];
    readonly healthcheck?: object;
    readonly [more: string]: unknown;
  }
  const { services, volumes } = parse(read("deploy/compose.yaml")) as {
    services: Record<string, Service>;
    volumes: object;
  };
  const { ledgergate, keycloak } = services as { ledgergate: Service; keycloak: Service };
  const env = Object.fromEntries(
    Object.entries(ledgergate.environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+:-([^}]*)\}/g, "$1"),
    ]),
  );

  test("configures a server that can run, with variables that there are", () => {
    expect(unknown(Object.keys(env))).toEqual([]);
    const config = configured(env);
    expect(config).toMatchObject({ production: true, database: { kind: "postgres" }, dataDir: "/data", warnings: [] });
    expect(config.issuers).toMatchObject([
      { provider: "keycloak", audience: ["ledgergate"], client: { id: "ledgergate-console" } },
    ]);
  });

  test("the server can write nowhere but to its data, has no privileges, and waits for what it needs", () => {
    expect(ledgergate).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
    for (const [name, { condition }] of Object.entries(ledgergate.depends_on ?? {})) {
      expect(condition).toBe("service_healthy");
      expect(services[name]?.healthcheck).toBeDefined();
    }
    const named = Object.values(services)
      .flatMap((service) => service.volumes ?? [])
      .map((volume) => volume.split(":")[0]!);
    expect(named.filter((volume) => !volume.startsWith(".")).sort()).toEqual(Object.keys(volumes).sort());
  });

  test("every image is of a named version, and no port is open to other machines", () => {
    for (const [name, { image, ports = [] }] of Object.entries(services) as [
      string,
      { image: string; ports?: string[] },
    ][]) {
      if (name !== "ledgergate") expect(image).toMatch(/:v?\d/);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  test("Keycloak's realm is the issuer, and knows the client with its secret, address and audience", () => {
    const realm = JSON.parse(read("deploy/keycloak/realm.json")) as {
      readonly realm: string;
      readonly clients: readonly {
        readonly clientId: string;
        readonly secret: string;
        readonly redirectUris: readonly string[];
        readonly protocolMappers: readonly { readonly config: Record<string, string> }[];
      }[];
      readonly users: readonly { readonly emailVerified: boolean }[];
    };
    expect(env["OIDC_ISSUER"]).toBe(`${keycloak.environment?.["KC_HOSTNAME"]}/realms/${realm.realm}`);
    const client = realm.clients.find(({ clientId }) => clientId === env["OIDC_CLIENT_ID"]);
    expect(client?.secret).toBe(env["OIDC_CLIENT_SECRET"]);
    expect(client?.redirectUris).toEqual([`${env["PUBLIC_URL"]}/sign-in/callback`]);
    expect(client?.protocolMappers.map(({ config }) => config["included.custom.audience"])).toEqual([
      env["OIDC_AUDIENCE"],
    ]);
    expect(realm.users.every(({ emailVerified }) => emailVerified)).toBe(true);
  });
});

describe("deploy/kubernetes", () => {
  const folder = "deploy/kubernetes";
  const documents = (file: string) =>
    parseAllDocuments(read(`${folder}/${file}`)).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS() as Manifest;
    });
  const { resources } = parse(read(`${folder}/kustomization.yaml`)) as { resources: string[] };
  const all = resources.flatMap(documents);
  const deployment = all.find(({ kind }) => kind === "Deployment")!.spec as {
    readonly template: {
      readonly metadata: { readonly labels: object };
      readonly spec: {
        readonly containers: readonly [Container];
        readonly securityContext: object;
        readonly volumes: readonly { readonly name: string }[];
        readonly terminationGracePeriodSeconds: number;
      };
    };
  };
  const pod = deployment.template.spec;
  const [container] = pod.containers;
  const map = all.find(({ kind }) => kind === "ConfigMap")!.data!;
  const secret = documents("secret.example.yaml")[0]!.stringData!;

  test("takes up every manifest of its folder but the example of a secret", () => {
    const there = readdirSync(path.join(ROOT, folder)).filter((file) => file !== "kustomization.yaml");
    expect([...resources, "secret.example.yaml"].sort()).toEqual(there.sort());
  });

  test("configures a server that can run, with variables that there are, and no secret outside the secret", () => {
    const own = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    expect(unknown([...Object.keys(own), ...Object.keys(map), ...Object.keys(secret)])).toEqual([]);
    const config = configured({ ...map, ...secret, ...own });
    expect(config).toMatchObject({ production: true, database: { kind: "postgres" }, host: "0.0.0.0", warnings: [] });
    expect(Object.keys({ ...map, ...own }).filter((name) => /SECRET|KEY|TOKEN|PASSWORD|_URL$/.test(name))).toEqual([
      "PUBLIC_URL",
    ]);
    expect(container.envFrom).toEqual([
      { configMapRef: { name: "ledgergate" } },
      { secretRef: { name: "ledgergate" } },
    ]);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(config.shutdownSeconds + 5);
  });

  test("is asked how it is where it answers, and starts anew only where the process itself does not", () => {
    const paths = [container.startupProbe, container.readinessProbe, container.livenessProbe].map(
      ({ httpGet }) => httpGet.path,
    );
    expect(paths).toEqual(["/healthz", "/readyz", "/healthz"]);
    expect(paths.filter((one) => !HEALTH_PATHS.has(one))).toEqual([]);
    expect(container.ports).toEqual([{ name: "http", containerPort: 4000 }]);
  });

  test("is nobody in particular, and can write to its data alone", () => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(container.securityContext).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
    });
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(["/data", "/tmp"]);
    expect(container.volumeMounts.map(({ name }) => name)).toEqual(pod.volumes.map(({ name }) => name));
  });

  test("everything that selects finds the pods", () => {
    const { labels } = deployment.template.metadata;
    const selectors = all.flatMap(({ kind, spec }) => {
      const { selector, podSelector } = (spec ?? {}) as Record<string, { matchLabels?: object } | undefined>;
      if (kind === "Service") return [selector];
      return selector || podSelector ? [(selector ?? podSelector)?.matchLabels] : [];
    });
    expect(selectors).toHaveLength(4);
    for (const selector of selectors) expect(selector).toEqual(labels);
  });
});
