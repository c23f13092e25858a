using System.ComponentModel.DataAnnotations;

namespace QualifyBot.Bot.Telemetry;

/// <summary>Where metrics go: the section "Telemetry" of the settings.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Address of an OpenTelemetry collector that takes OTLP over HTTP ("http://localhost:4318"); null or empty = metrics stay in the process.</summary>
    [RegularExpression("^https?://.+$", ErrorMessage = "Telemetry:Endpoint is no address; write one such as http://localhost:4318.")]
    public string? Endpoint { get; set; }

    /// <summary>Seconds between two exports, 1 to 3600; default 60.</summary>
    [Range(1, 3600, ErrorMessage = "Telemetry:EverySeconds must lie between 1 and 3600.")]
    public int EverySeconds { get; set; } = 60;
}
