using QualifyBot.Qualification.Answers;

namespace QualifyBot.Tests.Scoring;

/// <summary>Leads whose every answer quotes a message of its own.</summary>
internal static class Leads
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Lead Of(params ReadOnlySpan<(string Slot, AnswerValue Value)> answers)
    {
        var lead = Lead.Empty;
        foreach (var (slot, value) in answers)
        {
            lead = lead.With(AnswerFor(slot, value));
        }

        return lead;
    }

    public static Answer AnswerFor(string slot, AnswerValue value) =>
        new(slot, value, new Evidence($"message-{slot}", slot.Length, 5, $"my {slot}"[..5], "test"), new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public static AnswerValue Money(decimal amount, string? currency = null, Period? period = null) =>
        new AnswerValue.Money(MoneyStatus.Amount, amount, amount, currency, period);

    public static AnswerValue Money(MoneyStatus status) => new AnswerValue.Money(status);

    public static AnswerValue People(long count) => new AnswerValue.Headcount(count, count);

    public static AnswerValue StartsIn(int days) => new AnswerValue.Timeframe(TimeframeClass.Dated, Today.AddDays(days), Today.AddDays(days + 1));

    public static AnswerValue Starts(TimeframeClass kind) => new AnswerValue.Timeframe(kind);

    public static AnswerValue Decides(AuthorityClass kind) => new AnswerValue.Authority(kind, []);

    public static AnswerValue Need(string? category = null) => new AnswerValue.Need(true, category, "it is a mess");

    public static AnswerValue NoNeed { get; } = new AnswerValue.Need(false, null, "all is fine");

    public static AnswerValue Title(string name, TitleLevel level) => new AnswerValue.Title(name, level);

    public static AnswerValue Text(string text) => new AnswerValue.Text(text);

    public static AnswerValue Says(YesNoClass kind) => new AnswerValue.YesNo(kind);

    public static AnswerValue Withheld(WithheldReason reason = WithheldReason.Declined) => new AnswerValue.Withheld(reason);
}
