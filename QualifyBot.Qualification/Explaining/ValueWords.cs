using System.Diagnostics;
using System.Globalization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Explaining;

/// <summary>Values in plain words for the seller: "15,000-20,000 USD a year", "between 1 and 31 March 2027".</summary>
public static class ValueWords
{
    /// <summary>The value with the name of its slot before it: "budget 15,000-20,000 USD", "start between 1 and 31 March 2027".</summary>
    public static string Of(string slot, AnswerValue value) =>
        $"{(value is AnswerValue.Timeframe ? SlotWords.StartOf(SlotWords.NameOf(slot)) : SlotWords.NameOf(slot))} {Of(value)}";

    /// <summary>The value alone.</summary>
    public static string Of(AnswerValue value) => value switch
    {
        AnswerValue.Money money => Of(money),
        AnswerValue.Time time => Of(time),
        AnswerValue.Timeframe(TimeframeClass.Dated, var from, var to) => Days(from, to),
        AnswerValue.Timeframe(var kind, _, _) => ClassWords.Of(kind),
        AnswerValue.Duration(var seconds) => Length(seconds),
        AnswerValue.Number(var least, var most) => Span(least, most) ?? "no figure",
        AnswerValue.Headcount(var least, var most) => Span(least, most) is { } people ? $"{people} {(least == 1 && most == 1 ? "person" : "people")}" : "no figure",
        AnswerValue.Authority(var kind, var others) => ClassWords.Of(kind) + (others.IsDefaultOrEmpty ? "" : $" ({string.Join(", ", others)})"),
        AnswerValue.Title(var name, var level, _, _) => level == TitleLevel.Other ? name : $"{name} ({ClassWords.Of(level)})",
        AnswerValue.YesNo(var answer) => ClassWords.Of(answer),
        AnswerValue.Need(false, _, _) => "none",
        AnswerValue.Need(true, var category, var words) => category is null ? $"'{words}'" : SlotWords.NameOf(category),
        AnswerValue.Text(var text) => text,
        AnswerValue.Withheld(var reason) => ClassWords.Of(reason),
        _ => throw new UnreachableException(),
    };

    private static string Of(AnswerValue.Money money)
    {
        if (money.Status != MoneyStatus.Amount || Span(money.Min, money.Max) is not { } amount)
        {
            return ClassWords.Of(money.Status);
        }

        var each = money.Period switch
        {
            null => "",
            Period.Once => " once",
            Period.Hour => " an hour",
            { } period => $" a {period.ToString().ToLowerInvariant()}",
        };
        return $"{amount}{(money.Currency is { } currency ? $" {currency}" : "")}{each}";
    }

    private static string? Span(decimal? least, decimal? most) => (least, most) switch
    {
        (null, null) => null,
        ({ } low, null) => $"at least {Figures.Of(low)}",
        (null, { } high) => $"up to {Figures.Of(high)}",
        ({ } low, { } high) => low == high ? Figures.Of(low) : $"{Figures.Of(low)}-{Figures.Of(high)}",
    };

    // The end is exclusive: the day before it is the last.
    private static string Days(DateOnly? from, DateOnly? to)
    {
        var last = to is { } end && end > DateOnly.MinValue ? end.AddDays(-1) : to;
        return (from, last) switch
        {
            (null, null) => "on some date",
            ({ } first, null) => $"from {Figures.Of(first)} on",
            (null, { } until) => $"by {Figures.Of(until)}",
            ({ } first, { } until) when first == until => $"on {Figures.Of(first)}",
            ({ } first, { } until) => $"between {Start(first, until)} and {Figures.Of(until)}",
        };
    }

    // What both days share is said once.
    private static string Start(DateOnly first, DateOnly last) => first.ToString(
        first.Year != last.Year ? "d MMMM yyyy" : first.Month != last.Month ? "d MMMM" : "%d", CultureInfo.InvariantCulture);

    private static string Of(AnswerValue.Time time)
    {
        var words = (time.From, time.To) switch
        {
            (null, null) => "some time",
            ({ } from, null) => $"from {At(from, time.Grain)}",
            (null, { } to) => $"before {At(to, time.Grain)}",
            ({ } from, { } to) => from == to ? At(from, time.Grain) : $"{At(from, time.Grain)} to {At(to, time.Grain)}",
        };
        return $"{(time.Except ? "not " : "")}{words}{(time.Zone is { } zone ? $" ({zone})" : "")}";
    }

    private static string At(DateTime moment, Grain grain) =>
        moment.ToString(grain is Grain.Time ? "HH:mm" : "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Length(long seconds)
    {
        var (unit, name) = seconds switch
        {
            _ when seconds % 86_400 == 0 && seconds != 0 => (86_400, "day"),
            _ when seconds % 3_600 == 0 && seconds != 0 => (3_600, "hour"),
            _ when seconds % 60 == 0 && seconds != 0 => (60, "minute"),
            _ => (1, "second"),
        };
        return Figures.Count(seconds / unit, name);
    }
}
