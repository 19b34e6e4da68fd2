import type { Meter } from "@opentelemetry/api";

/** Where metrics come from, and the text that Prometheus reads. */
export interface Metrics {
  readonly meter: Meter;
  /** In Prometheus' text form. */
  text(): Promise<string>;
  close(): Promise<void>;
}

const NAME = "ledgergate";

/** Metrics that are kept in this process, for a scraper. */
export async function openMetrics(): Promise<Metrics> {
  // Loaded only where metrics are wanted: they would slow every start.
  const { MeterProvider } = await import("@opentelemetry/sdk-metrics");
  const { PrometheusExporter, PrometheusSerializer } = await import("@opentelemetry/exporter-prometheus");
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  // Without target_info: the scraper knows whom it asked.
  const serializer = new PrometheusSerializer(undefined, undefined, undefined, true);
  return {
    meter: provider.getMeter(NAME),
    text: async () => serializer.serialize((await exporter.collect()).resourceMetrics),
    close: () => provider.shutdown(),
  };
}
