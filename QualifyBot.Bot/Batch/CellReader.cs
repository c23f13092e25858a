using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Batch;

/// <summary>What a cell says for its slot.</summary>
/// <param name="Value">The answer, or null where there is none.</param>
/// <param name="Start">First character of the words that say so.</param>
/// <param name="Length">How many characters they have.</param>
/// <param name="Rule">The reader's rule.</param>
public sealed record CellReading(AnswerValue? Value, int Start, int Length, string Rule)
{
    /// <summary>The cell says nothing.</summary>
    public static readonly CellReading Empty = new(null, 0, 0, "empty");

    /// <summary>The cell holds words, but none that answer.</summary>
    public static readonly CellReading NotUnderstood = new(null, 0, 0, "not_understood");
}

/// <summary>Reads the cells of one column as answers for its slot, by the rules that read what visitors write; texts that come often are read once.</summary>
internal sealed class CellReader(Slot slot, ReadingContext context)
{
    // Bounds the memory of a column, whatever the number of rows.
    private const int MostKept = 1 << 14;
    private const int LongestKept = 200;
    private const int LongestRead = 10_000;
    private const int LongestName = 100;
    private const int MostDigits = 12;

    private static readonly SearchValues<char> Local = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-");
    private static readonly SearchValues<char> Domain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
    private static readonly string[] Blank = ["", "-", "--", "n/a", "na", "null", "none given", "unknown", "#n/a", "(blank)", "not provided", "?", "."];

    private readonly ConcurrentDictionary<string, CellReading> kept = new(StringComparer.Ordinal);
    private int count;

    /// <summary>What the cell says.</summary>
    public CellReading Read(string cell)
    {
        if (kept.TryGetValue(cell, out var known))
        {
            return known;
        }

        var reading = ReadNew(cell);
        if (cell.Length <= LongestKept && count < MostKept && kept.TryAdd(cell, reading))
        {
            Interlocked.Increment(ref count);
        }

        return reading;
    }

    private CellReading ReadNew(string cell)
    {
        var words = cell.AsSpan().Trim();
        foreach (var blank in Blank)
        {
            if (words.Equals(blank, StringComparison.OrdinalIgnoreCase))
            {
                return CellReading.Empty;
            }
        }

        if (cell.Length > LongestRead)
        {
            return CellReading.NotUnderstood;
        }

        return Ticked(words) is { } tick && OfTick(tick) is { } value ? new CellReading(value, 0, cell.Length, "cell.tick")
            : slot.Type == SlotType.Text || IsName(words) || IsAddress(words) ? new CellReading(new AnswerValue.Text(words.ToString()), 0, cell.Length, "cell.text")
            : Figure(words) is { } figure ? new CellReading(figure, cell.IndexOf(words[0], StringComparison.Ordinal), words.Length, "cell.figure")
            : Told(cell);
    }

    private CellReading Told(string cell)
    {
        var reading = RuleReader.Read(cell, context);
        foreach (var candidate in reading.Candidates)
        {
            if (candidate.Type == slot.Type)
            {
                var value = Refusal(candidate.Value) ?? candidate.Value;
                return new CellReading(value, candidate.Start, candidate.Length, candidate.Rule);
            }
        }

        return reading.Acts.Contains(Act.DeclineToAnswer) ? Withheld(cell, WithheldReason.Declined)
            : reading.Acts.Contains(Act.Unsure) ? Withheld(cell, WithheldReason.Unknown)
            : CellReading.NotUnderstood;
    }

    private static CellReading Withheld(string cell, WithheldReason reason) => new(new AnswerValue.Withheld(reason), 0, cell.Length, "act.withheld");

    private static AnswerValue.Withheld? Refusal(AnswerValue value) =>
        value is AnswerValue.Money { Status: MoneyStatus.Declined } or AnswerValue.Timeframe { Class: TimeframeClass.Declined } ? new AnswerValue.Withheld(WithheldReason.Declined) : null;

    // "TRUE" and "1" in a column of ticks.
    private bool? Ticked(ReadOnlySpan<char> words) =>
        slot.Type is not (SlotType.YesNo or SlotType.Authority) ? null
        : words is "1" || words.Equals("true", StringComparison.OrdinalIgnoreCase) || words.Equals("yes", StringComparison.OrdinalIgnoreCase) || words.Equals("y", StringComparison.OrdinalIgnoreCase) || words.Equals("x", StringComparison.OrdinalIgnoreCase) ? true
        : words is "0" || words.Equals("false", StringComparison.OrdinalIgnoreCase) || words.Equals("no", StringComparison.OrdinalIgnoreCase) || words.Equals("n", StringComparison.OrdinalIgnoreCase) ? false
        : null;

    private AnswerValue? OfTick(bool tick) => slot.Type switch
    {
        SlotType.YesNo => new AnswerValue.YesNo(tick ? YesNoClass.Yes : YesNoClass.No),
        SlotType.Authority => new AnswerValue.Authority(tick ? AuthorityClass.Sole : AuthorityClass.None, []),
        _ => null,
    };

    // A column of names holds names, also those that no sentence would give away.
    private bool IsName(ReadOnlySpan<char> words)
    {
        if (slot.Type is not (SlotType.Company or SlotType.Person) || words.Length > LongestName || words.Contains('@'))
        {
            return false;
        }

        foreach (var letter in words)
        {
            if (char.IsLetter(letter))
            {
                return true;
            }
        }

        return false;
    }

    // An address as nearly all are: the reader gives it back as it stands.
    private bool IsAddress(ReadOnlySpan<char> words)
    {
        var at = words.IndexOf('@');
        return slot.Type == SlotType.Email && at > 0 && words[..at].IndexOfAnyExcept(Local) < 0 && words[(at + 1)..].IndexOfAnyExcept(Domain) < 0
            && char.IsAsciiLetterOrDigit(words[0]) && words[(at + 1)..].LastIndexOf('.') is > 0 and var dot && dot < words.Length - at - 3
            && char.IsAsciiLetter(words[^1]) && words.IndexOf("..", StringComparison.Ordinal) < 0;
    }

    // Bare digits in a column of figures are no year, whatever their number.
    private AnswerValue? Figure(ReadOnlySpan<char> words) =>
        slot.Type is not (SlotType.Money or SlotType.Headcount) || words.Length > MostDigits || words.ContainsAnyExceptInRange('0', '9') ? null
        : long.Parse(words, NumberStyles.None, CultureInfo.InvariantCulture) is var figure && slot.Type == SlotType.Money ? new AnswerValue.Money(MoneyStatus.Amount, figure, figure, context.Currency)
        : new AnswerValue.Headcount(figure, figure);
}
