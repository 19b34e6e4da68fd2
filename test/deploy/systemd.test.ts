import { loadConfig } from "../../src/config/config";
import { unitOf, unknown } from "./support";

describe("deploy/systemd", () => {
  test.each(["ledgergate.service", "ledgergate-backup.service"])(
    "%s runs a command that there is, as nobody in particular",
    (file) => {
      const { Service: service } = unitOf(`deploy/systemd/${file}`);
      const names = service!["Environment"]!.map((pair) => pair.split("=")[0]!);
      expect(unknown(names)).toEqual([]);
      expect(service!["User"]).toEqual(["ledgergate"]);
      expect(service!["ExecStart"]!.join()).toMatch(/ledgergate\.cjs (serve|backup)/);
      expect(service).toMatchObject({ ProtectSystem: ["strict"], NoNewPrivileges: ["yes"], UMask: ["0077"] });
      // V8 compiles while it runs.
      expect(service).not.toHaveProperty("MemoryDenyWriteExecute");
      const dataDir = service!["Environment"]!.find((pair) => pair.startsWith("DATA_DIR="))!;
      expect(dataDir).toBe(`DATA_DIR=/var/lib/${service!["StateDirectory"]![0]}`);
    },
  );

  test("the server has longer to stop than it takes, and is backed up by a timer", () => {
    const { Service: service } = unitOf("deploy/systemd/ledgergate.service");
    expect(Number(service!["TimeoutStopSec"]![0])).toBeGreaterThan(loadConfig({}).shutdownSeconds);
    expect(unitOf("deploy/systemd/ledgergate-backup.timer")).toMatchObject({ Timer: { Persistent: ["yes"] } });
  });
});
