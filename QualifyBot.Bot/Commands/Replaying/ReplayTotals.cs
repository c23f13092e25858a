using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Replaying;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>What a replay adds up to. Of the flips it keeps so many as a report can show.</summary>
internal sealed class ReplayTotals
{
    /// <summary>Most flips that are kept to be shown one by one.</summary>
    public const int MostShown = 1000;

    private static readonly Outcome?[] Columns = [Outcome.BookDemo, Outcome.HandOff, Outcome.Nurture, Outcome.Disqualify, null];

    private readonly Dictionary<(Outcome? From, Outcome? To), long> matrix = [];
    private readonly Dictionary<string, (RulebookChange Change, long Flips)> causes = new(StringComparer.Ordinal);
    private readonly List<Replayed> flips = [];

    /// <summary>How many leads were replayed.</summary>
    public long Leads { get; private set; }

    /// <summary>How many of them flipped.</summary>
    public long Flips { get; private set; }

    /// <summary>How many were left out because another playbook scored them.</summary>
    public long OfOthers { get; set; }

    /// <summary>How many could not be read.</summary>
    public long Unreadable { get; set; }

    /// <summary>How many could not be explained, because the version that decided is not kept.</summary>
    public long WithoutVersion { get; set; }

    /// <summary>The flips that are kept, in the order in which they came.</summary>
    public IReadOnlyList<Replayed> Shown => flips;

    /// <summary>Flipped leads, in percent of all.</summary>
    public double FlipPercent => Leads == 0 ? 0 : 100.0 * Flips / Leads;

    /// <summary>The outcomes that occur, in one order.</summary>
    public IEnumerable<Outcome?> Outcomes => Columns.Where(outcome => matrix.Keys.Any(key => key.From == outcome || key.To == outcome));

    /// <summary>The changes that flipped leads, the most effective first.</summary>
    public IEnumerable<(RulebookChange Change, long Flips)> Causes => causes.Values.OrderByDescending(cause => cause.Flips).ThenBy(cause => cause.Change.Name, StringComparer.Ordinal);

    /// <summary>How many leads went from one outcome to another.</summary>
    public long Count(Outcome? from, Outcome? to) => matrix.GetValueOrDefault((from, to));

    /// <summary>Adds a lead.</summary>
    public void Add(Replayed lead)
    {
        Leads++;
        var way = (lead.Before.Outcome, lead.After.Outcome);
        matrix[way] = matrix.GetValueOrDefault(way) + 1;
        if (!lead.IsFlip)
        {
            return;
        }

        Flips++;
        foreach (var cause in lead.Causes)
        {
            causes[cause.Name] = (cause, causes.GetValueOrDefault(cause.Name).Flips + 1);
        }

        if (flips.Count < MostShown)
        {
            flips.Add(lead);
        }
    }

    /// <summary>An outcome as tables name it; null is a talk that would go on.</summary>
    public static string NameOf(Outcome? outcome) => outcome switch
    {
        Outcome.BookDemo => "book_demo",
        Outcome.HandOff => "hand_off",
        Outcome.Nurture => "nurture",
        Outcome.Disqualify => "disqualify",
        _ => "open",
    };
}
