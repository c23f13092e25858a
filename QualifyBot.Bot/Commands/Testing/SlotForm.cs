using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>How the value of a slot is written in the file of a talk.</summary>
internal static class SlotForm
{
    /// <summary>The form of a slot that has no answer.</summary>
    public const string Unknown = "unknown";

    /// <summary>The form that any answer has.</summary>
    public const string Any = "any";

    /// <summary>The forms that mean the value, the one that tells the most first.</summary>
    public static ImmutableArray<string> Of(AnswerValue? value) => value switch
    {
        null => [Unknown, "gone"],
        AnswerValue.Money { Status: MoneyStatus.Amount } money => MoneyForms(money),
        AnswerValue.Money money => [Spelling<MoneyStatus>.Of(money.Status)],
        AnswerValue.Headcount(var min, var max) => [Span(min, max)],
        AnswerValue.Number(var min, var max) => [Span(min, max)],
        AnswerValue.Timeframe { Class: TimeframeClass.Dated } frame => [Days(frame)],
        AnswerValue.Timeframe frame => [Spelling<TimeframeClass>.Of(frame.Class)],
        AnswerValue.Time time => [string.Create(CultureInfo.InvariantCulture, $"{time.From:yyyy-MM-dd HH:mm}..{time.To:yyyy-MM-dd HH:mm}")],
        AnswerValue.Duration(var seconds) => [string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds")],
        AnswerValue.Authority authority => authority.Others.IsEmpty
            ? [Spelling<AuthorityClass>.Of(authority.Class)]
            : [$"{Spelling<AuthorityClass>.Of(authority.Class)} ({string.Join(", ", authority.Others)})", Spelling<AuthorityClass>.Of(authority.Class)],
        AnswerValue.Title title => [$"{title.Name} ({Spelling<TitleLevel>.Of(title.Level)})", title.Name, Spelling<TitleLevel>.Of(title.Level)],
        AnswerValue.YesNo(var answer) => [Spelling<YesNoClass>.Of(answer)],
        AnswerValue.Need { Present: false } => ["absent"],
        AnswerValue.Need need => need.Category is { } category ? [category, "present"] : ["present"],
        AnswerValue.Text(var text) => [text],
        AnswerValue.Withheld(var reason) => [$"withheld ({Spelling<WithheldReason>.Of(reason)})", "withheld"],
        _ => [value.ToString()],
    };

    /// <summary>Whether a form that stands in a file means the value.</summary>
    public static bool Means(string wanted, AnswerValue? value) =>
        (wanted == Any && value is not null) || Of(value).Any(form => form.Equals(wanted, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<string> MoneyForms(AnswerValue.Money money)
    {
        var amount = Span(money.Min, money.Max) + (money.Currency is { } currency ? ' ' + currency : "");
        return money.Period is { } period ? [$"{amount} / {Spelling<Period>.Of(period)}", amount] : [amount];
    }

    private static string Span(decimal? min, decimal? max) => (Figure(min), Figure(max)) switch
    {
        ({ } one, { } other) when min == max => one == other ? one : $"{one}..{other}",
        ({ } one, { } other) => $"{one}..{other}",
        ({ } least, null) => $">= {least}",
        (null, { } most) => $"<= {most}",
        _ => "?",
    };

    private static string? Figure(decimal? figure) => figure?.ToString("0.##", CultureInfo.InvariantCulture);

    // The last day is one of the days that are meant; the stored end is the day after it.
    private static string Days(AnswerValue.Timeframe frame)
    {
        var (from, last) = (Day(frame.From), Day(frame.To is { } to && to > DateOnly.MinValue ? to.AddDays(-1) : null));
        return from == last ? from : $"{from}..{last}";
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
