using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads conditions. Several keys in one mapping must all hold.</summary>
internal sealed class ConditionParser(SlotIndex slots, bool readsScore)
{
    private static readonly ImmutableArray<string> KeysOfSlots =
        ["answered", "withheld", "at_least", "below", "is", "within_days", "present", "category", "level_at_least", "one_of", "words", "free_mail"];

    private static readonly ImmutableArray<string> KeysOfScore = ["stage", "grade", "total_at_least", "fit_at_least", "intent_at_least"];

    /// <summary>The condition of a mapping; null after a fault.</summary>
    public Condition? Parse(MapReader reader)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>();
        var slot = reader.Text("slot") is { } id ? slots.Find(id, $"{reader.Path}/slot", reader.Faults) : null;
        if (slot is not null)
        {
            AddOnSlot(reader, slot, parts);
        }

        AddOnSignals(reader, slot, parts);
        if (readsScore)
        {
            AddOnScore(reader, parts);
        }

        AddCompound(reader, parts);
        if (slot is not null || !reader.Has("slot"))
        {
            reader.Finish(key => ExplainKey(key, slot));
            if (parts.Count == 0 && reader.Map.Entries.All(entry => string.Equals(entry.Key.Text, "slot", StringComparison.Ordinal)))
            {
                reader.Faults.Add(reader.Map, "The condition says nothing.", slot is null ? "Name a slot and what must hold for it, or a signal." : $"Add one of: {string.Join(", ", KeysFor(slot.Type))}.");
            }
        }

        foreach (var part in parts)
        {
            reader.Faults.Place(part, parts.Count == 1 ? reader.Path : $"{reader.Path}/{ConditionPlaces.KeyOf(part)}");
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => Join(reader, parts.DrainToImmutable()) };
    }

    private static Condition.All Join(MapReader reader, ImmutableArray<Condition> parts)
    {
        var all = new Condition.All(parts);
        reader.Faults.Place(all, reader.Path);
        return all;
    }

    /// <summary>Keys that fit a kind of slot.</summary>
    public static ImmutableArray<string> KeysFor(SlotType type) => ["answered", "withheld", .. type switch
    {
        SlotType.Money => ImmutableArray.Create("at_least", "below", "is"),
        SlotType.Timeframe => ["within_days", "is"],
        SlotType.Authority or SlotType.YesNo => ["is"],
        SlotType.Need => ["present", "category", "words"],
        SlotType.Headcount or SlotType.Number => ["at_least", "below"],
        SlotType.Title => ["level_at_least", "words"],
        SlotType.Email => ["free_mail", "one_of", "words"],
        _ => AnswerTypes.HoldsText(type) ? ["one_of", "words"] : [],
    }];

    private static void AddOnSlot(MapReader reader, Slot slot, ImmutableArray<Condition>.Builder parts)
    {
        Add(parts, reader.Bool("answered"), answered => new Condition.Answered(slot.Id, answered));
        if (reader.Flag("withheld"))
        {
            parts.Add(new Condition.Withheld(slot.Id));
        }

        switch (slot.Type)
        {
            case SlotType.Money:
                AddBounds(reader, parts, (least, below) => new Condition.MoneyWithin(slot.Id, least, below));
                Add(parts, reader.Enums<MoneyStatus>("is"), statuses => new Condition.MoneyIs(slot.Id, statuses));
                break;
            case SlotType.Timeframe:
                Add(parts, reader.Int("within_days"), days => new Condition.StartsWithin(slot.Id, days));
                Add(parts, reader.Enums<TimeframeClass>("is"), classes => new Condition.TimeframeIs(slot.Id, classes));
                break;
            case SlotType.Authority:
                Add(parts, reader.Enums<AuthorityClass>("is"), classes => new Condition.AuthorityIs(slot.Id, classes));
                break;
            case SlotType.YesNo:
                Add(parts, reader.Enums<YesNoClass>("is"), classes => new Condition.YesNoIs(slot.Id, classes));
                break;
            case SlotType.Headcount or SlotType.Number:
                AddBounds(reader, parts, (least, below) => new Condition.CountWithin(slot.Id, least, below));
                break;
            default:
                AddOnWords(reader, slot, parts);
                break;
        }
    }

    private static void AddOnWords(MapReader reader, Slot slot, ImmutableArray<Condition>.Builder parts)
    {
        var keys = KeysFor(slot.Type);
        if (slot.Type == SlotType.Need)
        {
            Add(parts, reader.Bool("present"), present => new Condition.NeedPresent(slot.Id, present));
            Add(parts, reader.Texts("category"), categories => new Condition.NeedIn(slot.Id, categories));
        }

        if (slot.Type == SlotType.Title)
        {
            Add(parts, reader.Enum<TitleLevel>("level_at_least"), level => new Condition.TitleAtLeast(slot.Id, level));
        }

        if (slot.Type == SlotType.Email)
        {
            Add(parts, reader.Bool("free_mail"), free => new Condition.FreeMail(slot.Id, free));
        }

        if (keys.Contains("one_of", StringComparer.Ordinal))
        {
            Add(parts, reader.Texts("one_of"), values => new Condition.TextIn(slot.Id, slot.Type == SlotType.Geography ? Regions.WithMembers(values) : values));
        }

        if (keys.Contains("words", StringComparer.Ordinal))
        {
            Add(parts, reader.Texts("words"), words => new Condition.HasWord(slot.Id, words));
        }
    }

    private static void AddOnSignals(MapReader reader, Slot? slot, ImmutableArray<Condition>.Builder parts)
    {
        var (kinds, times) = (reader.Texts("signal"), reader.Int("times"));
        if (kinds is { } named && slot is null)
        {
            parts.Add(new Condition.Happened(named, times ?? 1, reader.Int("within_days")));
        }
        else if (kinds is not null)
        {
            reader.Faults.Add(reader.Map, "The condition is on a slot and on a signal at once.", "Write two conditions below 'all'.");
        }
        else if (times is not null)
        {
            reader.Faults.Add(reader.Map, "'times' needs to know of which signal.", "Add 'signal:' beside it.");
        }
    }

    private static void AddOnScore(MapReader reader, ImmutableArray<Condition>.Builder parts)
    {
        Add(parts, reader.Enums<Stage>("stage"), stages => new Condition.StageIs(stages));
        Add(parts, reader.Enums<Grade>("grade"), grades => new Condition.GradeIs(grades));
        Add(parts, reader.Int("total_at_least"), points => new Condition.PointsAtLeast(null, points));
        Add(parts, reader.Int("fit_at_least"), points => new Condition.PointsAtLeast(Axis.Fit, points));
        Add(parts, reader.Int("intent_at_least"), points => new Condition.PointsAtLeast(Axis.Intent, points));
    }

    private void AddCompound(MapReader reader, ImmutableArray<Condition>.Builder parts)
    {
        Add(parts, reader.List("all", Parse), inner => new Condition.All(inner));
        Add(parts, reader.List("any", Parse), inner => new Condition.Any(inner));
        if (reader.Inner("not") is { } negated && Parse(negated) is { } part)
        {
            parts.Add(new Condition.Not(part));
        }
    }

    private static void AddBounds(MapReader reader, ImmutableArray<Condition>.Builder parts, Func<decimal?, decimal?, Condition> make)
    {
        var (least, below) = (reader.Number("at_least"), reader.Number("below"));
        if (least is not null || below is not null)
        {
            parts.Add(make(least, below));
        }
    }

    private static void Add<T>(ImmutableArray<Condition>.Builder parts, T? value, Func<T, Condition> make)
        where T : struct
    {
        if (value is { } known)
        {
            parts.Add(make(known));
        }
    }

    private static (string Problem, string Remedy)? ExplainKey(string key, Slot? slot)
    {
        if (KeysOfScore.Contains(key, StringComparer.Ordinal))
        {
            return ($"'{key}' reads the score, and only routes may do that.", "Read answers here, or move the condition to a route.");
        }

        return !KeysOfSlots.Contains(key, StringComparer.Ordinal)
            ? null
            : slot is null
                ? ($"'{key}' needs to know of what.", "Add 'slot:' beside it, or 'signal:' for 'within_days'.")
                : ($"'{key}' does not fit the slot '{slot.Id}' of type {Spelling<SlotType>.Of(slot.Type)}.", $"Use one of: {string.Join(", ", KeysFor(slot.Type))}.");
    }
}
