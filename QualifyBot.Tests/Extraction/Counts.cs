using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using QualifyBot.Bot.Extraction;

namespace QualifyBot.Tests.Extraction;

/// <summary>Sums what one set of readers measures.</summary>
internal sealed class Counts : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> sums = new(StringComparer.Ordinal);

    public Counts(Readers readers)
    {
        var own = readers.Get<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter is { Name: "QualifyBot" } meter && ReferenceEquals(meter.Scope, own))
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Each sum, by instrument and tags.</summary>
    public IEnumerable<string> All =>
        sums.Select(sum => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sum.Key}: {sum.Value}")).Order(StringComparer.Ordinal);

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name;
        foreach (var (key, tag) in tags)
        {
            name += key is "prompt" or "purpose" ? "" : $" {key}={tag}";
        }

        sums.AddOrUpdate(name, value, (_, sum) => sum + value);
    }
}
