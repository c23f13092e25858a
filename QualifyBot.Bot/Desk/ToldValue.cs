using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Desk;

/// <summary>Reads the value that a signal tells of a slot: an object as the desk shows it, a plain number, true or false, or words, read by the same rules as a visitor's.</summary>
internal sealed class ToldValue(Playbook playbook, Slot slot, DateOnly today)
{
    private const int LongestText = 500;

    /// <summary>Fields that may be left out, by kind: the desk does not show what is null.</summary>
    private static readonly FrozenDictionary<string, (string Name, Func<JsonNode?> Value)[]> Optional = new Dictionary<string, (string, Func<JsonNode?>)[]>(StringComparer.Ordinal)
    {
        ["number"] = [("min", () => null), ("max", () => null)],
        ["headcount"] = [("min", () => null), ("max", () => null)],
        ["time"] = [("from", () => null), ("to", () => null)],
        ["authority"] = [("others", () => new JsonArray())],
        ["need"] = [("category", () => null), ("words", () => "")],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value; null where it is wrong, and then the fields say how.</summary>
    public AnswerValue? Read(JsonElement told, BodyFields fields)
    {
        var value = told.ValueKind switch
        {
            JsonValueKind.Object => OfObject(told),
            JsonValueKind.Number => OfNumber(told),
            JsonValueKind.True or JsonValueKind.False => OfTruth(told.GetBoolean()),
            JsonValueKind.String => BodyFields.TextOf(told) is { Length: <= LongestText } text ? OfText(text.Trim()) : null,
            _ => null,
        };
        if (value is null)
        {
            fields.Refuse("value", $"This is no value of '{slot.Id}'. Write {Example}.");
        }
        else if (!AnswerTypes.Fits(value, slot.Type))
        {
            fields.Refuse("value", $"This is of another kind than '{slot.Id}' holds. Write {Example}.");
        }
        else if (ToldValues.Wrong(value, slot.Type, playbook) is { } wrong)
        {
            fields.Refuse("value", wrong);
        }

        return value;
    }

    private static AnswerValue? OfObject(JsonElement told)
    {
        try
        {
            var written = JsonObject.Create(told)!;
            foreach (var (name, value) in written["kind"] is JsonValue kind && kind.TryGetValue<string>(out var id) ? Optional.GetValueOrDefault(id, []) : [])
            {
                if (!written.ContainsKey(name))
                {
                    written[name] = value();
                }
            }

            return written.Deserialize(ToldValueJsonContext.Default.AnswerValue);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private AnswerValue? OfNumber(JsonElement told) => !told.TryGetDecimal(out var number) ? null : slot.Type switch
    {
        SlotType.Money => new AnswerValue.Money(MoneyStatus.Amount, number, number),
        SlotType.Number => new AnswerValue.Number(number, number),
        SlotType.Headcount => told.TryGetInt64(out var count) ? new AnswerValue.Headcount(count, count) : null,
        SlotType.Duration => told.TryGetInt64(out var seconds) ? new AnswerValue.Duration(seconds) : null,
        _ => null,
    };

    private AnswerValue? OfTruth(bool truth) => slot.Type switch
    {
        SlotType.YesNo => new AnswerValue.YesNo(truth ? YesNoClass.Yes : YesNoClass.No),
        SlotType.Need => new AnswerValue.Need(truth, null, ""),
        _ => null,
    };

    // What the rules don't read in a name or phrase is taken as it is written.
    private AnswerValue? OfText(string text)
    {
        var context = new ReadingContext
        {
            Now = today.ToDateTime(new TimeOnly(12, 0)),
            Requested = [slot.Type],
            Needs = playbook.Needs,
            Technologies = playbook.Technologies,
            Competitors = playbook.Competitors,
            Currency = playbook.Currency,
            FiscalYearStart = playbook.FiscalYearStart,
        };
        var read = RuleReader.Read(text, context).Candidates.FirstOrDefault(candidate => candidate.Type == slot.Type && AnswerTypes.Fits(candidate.Value, slot.Type))?.Value;
        return read ?? slot.Type switch
        {
            SlotType.Title => new AnswerValue.Title(text, TitleLevel.Other),
            SlotType.Need => new AnswerValue.Need(true, null, text),
            SlotType.Email or SlotType.Phone or SlotType.Priority => null,
            var type when AnswerTypes.HoldsText(type) => new AnswerValue.Text(text),
            _ => null,
        };
    }

    private string Example => ToldValues.Example(slot.Type);
}
