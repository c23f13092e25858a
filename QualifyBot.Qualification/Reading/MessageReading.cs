using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading;

/// <summary>What a reader proposes for one span of a message; nothing is decided by it.</summary>
/// <param name="Type">The kind of slot it may fill.</param>
/// <param name="Value">The typed value.</param>
/// <param name="Start">First UTF-16 unit of the span.</param>
/// <param name="Length">Length of the span in UTF-16 units, 1 or more.</param>
/// <param name="Rule">Id of the rule that read it ("money.range").</param>
public sealed record Candidate(SlotType Type, AnswerValue Value, int Start, int Length, string Rule);

/// <summary>The visitor takes back an earlier answer.</summary>
/// <param name="Type">Which kind of slot is corrected, or null where the words don't say.</param>
/// <param name="Old">The old value's words, or null.</param>
/// <param name="New">The new value's words, or null where the answer is only removed.</param>
/// <param name="Start">First UTF-16 unit of the span.</param>
/// <param name="Length">Length of the span in UTF-16 units.</param>
public sealed record Correction(SlotType? Type, string? Old, string? New, int Start, int Length);

/// <summary>All that was read in one message. Spans of candidates do not overlap, save where two kinds of slot compete; best first.</summary>
public sealed record MessageReading(ImmutableArray<Candidate> Candidates, ImmutableArray<Act> Acts, ImmutableArray<Correction> Corrections)
{
    /// <summary>Rule of a free answer whose words may all belong to other answers: it counts only where these fill nothing.</summary>
    public const string TextOfLastResort = "text.rest";

    /// <summary>Rule of an amount that comes on top of one that is known.</summary>
    public const string MoreMoney = "money.more";

    /// <summary>Rule of a number of people that says how large the visitor's company is, wherever it stands.</summary>
    public const string SizeOfCompany = "headcount.company";

    /// <summary>Nothing was read.</summary>
    public static readonly MessageReading Nothing = new([], [], []);
}
