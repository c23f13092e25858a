using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads the answers that can be clicked.</summary>
internal static class ChoiceParser
{
    /// <summary>A choice for a slot; null after a fault.</summary>
    public static Choice? Parse(MapReader reader, Slot slot)
    {
        var id = reader.Text("id", required: true);
        var value = reader.Enum<WithheldReason>("withheld") is { } reason
            ? new ChoiceValue.Fixed(new AnswerValue.Withheld(reason))
            : ValueOf(reader, slot.Type);
        reader.Finish();
        if (value is null && reader.Map.Entries.All(entry => string.Equals(entry.Key.Text, "id", StringComparison.Ordinal)))
        {
            reader.Faults.Add(reader.Map, $"The choice has no value for the slot '{slot.Id}'.", $"Add one of: {string.Join(", ", KeysFor(slot.Type))}.");
        }

        return id is null || value is null ? null : new Choice(id, value);
    }

    /// <summary>Keys that give a value to a kind of slot.</summary>
    public static ImmutableArray<string> KeysFor(SlotType type) => ["withheld", .. type switch
    {
        SlotType.Money => ImmutableArray.Create("from", "to", "period", "is"),
        SlotType.Timeframe => ["from_days", "to_days", "is"],
        SlotType.Authority or SlotType.YesNo => ["is"],
        SlotType.Need => ["present", "category"],
        SlotType.Headcount or SlotType.Number => ["from", "to"],
        SlotType.Title => ["level"],
        _ => AnswerTypes.HoldsText(type) ? ["value"] : [],
    }];

    private static ChoiceValue? ValueOf(MapReader reader, SlotType type)
    {
        if (type == SlotType.Timeframe)
        {
            return TimeframeOf(reader);
        }

        AnswerValue? value = type switch
        {
            SlotType.Money => MoneyOf(reader),
            SlotType.Authority => reader.Enum<AuthorityClass>("is") is { } authority ? new AnswerValue.Authority(authority, []) : null,
            SlotType.YesNo => reader.Enum<YesNoClass>("is") is { } answer ? new AnswerValue.YesNo(answer) : null,
            SlotType.Need => NeedOf(reader),
            SlotType.Headcount => Bounds(reader) is var (least, most) ? new AnswerValue.Headcount((long?)least, (long?)most) : null,
            SlotType.Number => Bounds(reader) is var (least, most) ? new AnswerValue.Number(least, most) : null,
            SlotType.Title => reader.Enum<TitleLevel>("level") is { } level ? new AnswerValue.Title(Spelling<TitleLevel>.Of(level), level) : null,
            _ => KeysFor(type).Contains("value", StringComparer.Ordinal) && reader.Text("value") is { } text ? new AnswerValue.Text(text) : null,
        };
        return value is null ? null : new ChoiceValue.Fixed(value);
    }

    private static ChoiceValue? TimeframeOf(MapReader reader)
    {
        var (kind, from, to) = (reader.Enum<TimeframeClass>("is"), reader.Int("from_days"), reader.Int("to_days"));
        if (kind is { } said)
        {
            return said == TimeframeClass.Dated ? Refuse(reader, "is", "'dated' needs days.", "Use 'from_days' and 'to_days' instead.") : new ChoiceValue.Fixed(new AnswerValue.Timeframe(said));
        }

        return (from, to) switch
        {
            (null, null) => null,
            ({ } first, { } end) => new ChoiceValue.DaysAhead(first, end),
            _ => Refuse(reader, "", "A stretch of days needs both ends.", "Give 'from_days' and 'to_days'."),
        };
    }

    private static AnswerValue.Money? MoneyOf(MapReader reader)
    {
        var (status, period) = (reader.Enum<MoneyStatus>("is"), reader.Enum<Period>("period"));
        if (Bounds(reader) is var (least, most))
        {
            return new AnswerValue.Money(MoneyStatus.Amount, least, most, Period: period);
        }

        return status is { } said && said != MoneyStatus.Amount ? new AnswerValue.Money(said) : null;
    }

    private static AnswerValue.Need? NeedOf(MapReader reader)
    {
        var (present, category) = (reader.Bool("present"), reader.Text("category"));
        return present is { } known ? new AnswerValue.Need(known, category, "") : category is null ? null : new AnswerValue.Need(true, category, "");
    }

    private static (decimal? Least, decimal? Most)? Bounds(MapReader reader)
    {
        const decimal Largest = 1_000_000_000_000m;
        var (least, most) = (reader.Number("from"), reader.Number("to"));
        if (least is null && most is null)
        {
            return null;
        }

        if (least is < 0 or > Largest || most is < 0 or > Largest || least > most)
        {
            Refuse(reader, least is null ? "to" : "from", "The bounds are no range.", "Let 'from' be 0 or more, and 'to' not below it.");
            return null;
        }

        return (least, most);
    }

    private static ChoiceValue? Refuse(MapReader reader, string key, string problem, string remedy)
    {
        reader.Faults.Add($"{reader.Path}/{key}", problem, remedy);
        return null;
    }
}
