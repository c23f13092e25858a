using System.Globalization;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading.Talk;

/// <summary>
/// What was heard in a message, as one line: acts by name, answers as "money 20000..25000/year", corrections as "correct money",
/// answers taken back as "drop money". Times, numbers, lengths and yes or no stand there only where they were asked for.
/// </summary>
internal static class Heard
{
    // A Monday in January.
    private static readonly DateTime Now = new(2026, 1, 12, 10, 0, 0, DateTimeKind.Unspecified);

    private static readonly NeedCategory[] Needs =
    [
        new("reporting", ["report", "dashboard", "forecast"]),
        new("manual", ["manual", "by hand", "spreadsheet", "takes too long"]),
        new("not_buying", ["i am a student", "just a student", "my thesis", "looking for a job", "job application"]),
    ];

    /// <summary>Fails, with what was heard instead, where a message is not read as expected; the order of the parts says nothing.</summary>
    public static void Check(string asked, string words, string expected)
    {
        var heard = Sorted(string.Join("; ", Parts(asked, words)));
        if (!string.Equals(heard, Sorted(expected), StringComparison.Ordinal))
        {
            Assert.Fail($"Asked for \"{asked}\", \"{words}\" was heard as \"{heard}\", not as \"{expected}\".");
        }
    }

    private static string Sorted(string parts) =>
        string.Join("; ", parts.Split("; ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Parts(string asked, string words)
    {
        SlotType[] requested = [.. asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<SlotType>)];
        var reading = RuleReader.Read(words, new ReadingContext { Now = Now, Requested = [.. requested], Needs = [.. Needs], Currency = "USD" });
        var acts = reading.Acts.Select(static act => Snake(act.ToString()));
        var answers = reading.Candidates.Where(candidate => requested.Contains(candidate.Type) || IsFact(candidate.Type)).Select(candidate => $"{Snake(candidate.Type.ToString())} {Show(candidate.Value)}");
        var corrections = reading.Corrections.Where(static correction => correction.Type is not null)
            .Select(static correction => $"{(correction.New is null ? "drop" : "correct")} {Snake(correction.Type!.Value.ToString())}");
        return acts.Concat(answers).Concat(corrections).Distinct();
    }

    private static bool IsFact(SlotType type) => type is not (SlotType.Time or SlotType.Number or SlotType.Duration or SlotType.YesNo or SlotType.Text);

    private static string Show(AnswerValue value) => value switch
    {
        AnswerValue.Money { Status: MoneyStatus.Amount } m => Range(m.Min, m.Max) + (m.Currency is null or "USD" ? "" : m.Currency) + (m.Period is { } period ? "/" + Snake(period.ToString()) : ""),
        AnswerValue.Money m => Snake(m.Status.ToString()),
        AnswerValue.Headcount h => Range(h.Min, h.Max),
        AnswerValue.Number n => Range(n.Min, n.Max),
        AnswerValue.Timeframe { Class: TimeframeClass.Dated } t => Range(Day(t.From), Day(t.To)),
        AnswerValue.Timeframe t => Snake(t.Class.ToString()),
        AnswerValue.Time t => $"{Moment(t.From)}..{Moment(t.To)}",
        AnswerValue.Authority a => string.Join(" + ", [Snake(a.Class.ToString()), .. a.Others]),
        AnswerValue.Need { Present: false } => "none",
        AnswerValue.Need n => (n.Category is null ? "" : $"({n.Category}) ") + n.Words,
        AnswerValue.Title t => t.Name,
        AnswerValue.YesNo y => Snake(y.Class.ToString()),
        AnswerValue.Text t => t.Value,
        _ => value.ToString(),
    };

    private static string Range<T>(T? min, T? max)
        where T : struct, IFormattable => min is { } one && max is { } other && one.Equals(other) ? Number<T>(one) : $"{Number(min)}..{Number(max)}";

    private static string Range(string min, string max) => $"{min}..{max}";

    private static string Number<T>(T? value)
        where T : struct, IFormattable => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Moment(DateTime? time) => time?.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
