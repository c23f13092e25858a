using System.Text.Json.Serialization;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>What happens with a lead at the end of the talk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>A demo is offered.</summary>
    BookDemo,

    /// <summary>A follow-up is offered.</summary>
    Nurture,

    /// <summary>A human takes over.</summary>
    HandOff,

    /// <summary>There is no fit, and the visitor is told so.</summary>
    Disqualify,
}

/// <summary>A way out of the talk; the first that holds is taken.</summary>
/// <param name="Id">Id, unique among routes and disqualifiers.</param>
/// <param name="Outcome">Where it leads.</param>
/// <param name="When">It may read the score too; null only for the last route, which takes all others.</param>
public sealed record RouteRule(string Id, Outcome Outcome, Condition? When);

/// <summary>Ends the talk at once where it holds.</summary>
/// <param name="Id">Id, unique among routes and disqualifiers; its reason is told by the text <c>{playbook}.disqualified.{id}</c>.</param>
/// <param name="When">It reads answers only.</param>
public sealed record Disqualifier(string Id, Condition When);
