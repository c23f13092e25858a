using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace QualifyBot.Bot.Telemetry;

/// <summary>Sends the metrics of the process to a collector, and once more when the host stops. A collector that is away costs nothing but its metrics.</summary>
internal sealed class MetricsExport(TelemetryOptions options) : IHostedService, IDisposable
{
    private static readonly string[] Meters = ["QualifyBot", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private MeterProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(options.Endpoint))
        {
            provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(static resource => resource.AddService("QualifyBot", serviceVersion: typeof(MetricsExport).Assembly.GetName().Version?.ToString(3)))
                .AddMeter(Meters)
                .AddOtlpExporter((exporter, reader) =>
                {
                    exporter.Endpoint = new Uri(options.Endpoint.TrimEnd('/') + "/v1/metrics");
                    exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.EverySeconds * 1000;
                })
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider?.Shutdown(timeoutMilliseconds: 2000);
        return Task.CompletedTask;
    }

    public void Dispose() => provider?.Dispose();
}
