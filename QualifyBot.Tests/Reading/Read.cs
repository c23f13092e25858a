using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

/// <summary>Reads a sentence as on Wednesday, 11 March 2026, 9:30, and says the best candidate of a kind in a line.</summary>
internal static class Read
{
    public static readonly DateTime Now = new(2026, 3, 11, 9, 30, 0, DateTimeKind.Unspecified);

    public static MessageReading All(string text, params SlotType[] requested) => In("en", text, requested);

    public static MessageReading In(string language, string text, params SlotType[] requested) =>
        RuleReader.Read(text, new ReadingContext { Now = Now, Language = language, Requested = [.. requested] });

    public static string Best(string text, SlotType type, bool asked = true) => Best("en", text, type, asked);

    public static string Best(string language, string text, SlotType type, bool asked = true)
    {
        var reading = asked ? In(language, text, type) : In(language, text);
        return reading.Candidates.FirstOrDefault(candidate => candidate.Type == type) is { } candidate ? Say(candidate.Value) : "-";
    }

    /// <summary>All candidates of a kind, joined by "+".</summary>
    public static string Every(string language, string text, SlotType type, bool asked)
    {
        var reading = asked ? In(language, text, type) : In(language, text);
        var values = string.Join('+', reading.Candidates.Where(candidate => candidate.Type == type).Select(candidate => Say(candidate.Value)));
        return values.Length == 0 ? "-" : values;
    }

    public static string Acts(string text, params SlotType[] requested) => string.Join(' ', All(text, requested).Acts.Order());

    public static string Say(AnswerValue value) => value switch
    {
        AnswerValue.Money { Status: MoneyStatus.Amount } money => Invariant($"{money.Min}..{money.Max} {money.Currency} {money.Period}").Trim(),
        AnswerValue.Money money => money.Status.ToString(),
        AnswerValue.Time time => Invariant($"{time.From:yyyy-MM-dd HH:mm}..{time.To:yyyy-MM-dd HH:mm} {time.Grain}"),
        AnswerValue.Timeframe { Class: TimeframeClass.Dated } frame => Invariant($"{frame.From:yyyy-MM-dd}..{frame.To:yyyy-MM-dd}"),
        AnswerValue.Timeframe frame => frame.Class.ToString(),
        AnswerValue.Duration duration => Invariant($"{duration.Seconds}"),
        AnswerValue.Number number => Invariant($"{number.Min}..{number.Max}"),
        AnswerValue.Headcount count => Invariant($"{count.Min}..{count.Max}"),
        AnswerValue.Authority authority => authority.Others.IsEmpty ? authority.Class.ToString() : $"{authority.Class}: {string.Join(", ", authority.Others)}",
        AnswerValue.Title title => $"{title.Name} | {title.Level} | {title.Seniority} | {title.Department}",
        AnswerValue.YesNo answer => answer.Class.ToString(),
        AnswerValue.Need need => $"{need.Present} | {need.Words}",
        AnswerValue.Text text => text.Value,
        _ => value.ToString(),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
