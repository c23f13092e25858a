using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>A value in words: figures in one form, whatever the form they were written in, and closed lists by the titles of their buttons.</summary>
internal static class ValueText
{
    /// <summary>The value in words; null where only the visitor's own words can say it.</summary>
    public static string? Of(Talk talk, string slot, AnswerValue value) => value switch
    {
        AnswerValue.Money { Status: MoneyStatus.Amount } money => Each(talk, money.Period, Span(talk, Amount(talk, money.Min, money.Currency), Amount(talk, money.Max, money.Currency))),
        AnswerValue.Headcount(var min, var max) => Span(talk, Figure(talk, min), Figure(talk, max)),
        AnswerValue.Number(var min, var max) => Span(talk, Figure(talk, min), Figure(talk, max)),
        AnswerValue.Text(var text) => text,
        AnswerValue.Title { Name: var name } => name,
        _ => Title(talk, slot, value) ?? Dates(talk, value),
    };

    private static string? Dates(Talk talk, AnswerValue value) =>
        value is AnswerValue.Timeframe { From: { } first, To: { } behind } && first < behind ? DateText.Of(first, behind.AddDays(-1), talk.Texts) : null;

    private static string? Span(Talk talk, string? from, string? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } least, null) => talk.Texts.Get("value.at_least", ("amount", least)),
        (null, { } most) => talk.Texts.Get("value.at_most", ("amount", most)),
        ({ } least, { } most) => least == most ? least : talk.Texts.Get("value.range", ("from", least), ("to", most)),
    };

    private static string? Each(Talk talk, Period? period, string? amount) => amount is null || period is not { } each ? amount : talk.Texts.Get(
        each switch
        {
            Period.Once => "value.once",
            Period.Hour => "value.hour",
            Period.Day => "value.day",
            Period.Week => "value.week",
            Period.Month => "value.month",
            Period.Quarter => "value.quarter",
            _ => "value.year",
        },
        ("amount", amount));

    // A currency has a sign where the language's texts give it one, else its code.
    private static string? Amount(Talk talk, decimal? amount, string? currency)
    {
        if (Figure(talk, amount) is not { } figure || currency is null)
        {
            return Figure(talk, amount);
        }

        var sign = "currency." + currency.ToLowerInvariant();
        return talk.Texts.Has(sign)
            ? talk.Texts.Get("format.money", ("amount", figure), ("currency", talk.Texts.Get(sign)))
            : talk.Texts.Get("format.money_code", ("amount", figure), ("currency", currency));
    }

    private static string? Figure(Talk talk, decimal? figure) => figure is { } known ? NumberStyle.Of(talk.Texts).Write(known) : null;

    private static string? Title(Talk talk, string slot, AnswerValue value) =>
        (from question in talk.Playbook.Questions
         where question.Slot.Id == slot
         from choice in question.Choices
         where Means(choice.ValueOn(talk.Today), value)
         select Questions.ChoiceTitle(talk, question, choice)).FirstOrDefault();

    private static bool Means(AnswerValue choice, AnswerValue value) => (choice, value) switch
    {
        (AnswerValue.Need one, AnswerValue.Need other) => one.Present == other.Present && one.Category == other.Category,
        (AnswerValue.Authority one, AnswerValue.Authority other) => one.Class == other.Class,
        _ => choice.Equals(value),
    };
}
