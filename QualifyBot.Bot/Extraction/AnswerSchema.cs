using System.Collections.Immutable;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>The strict JSON schema of a model's reply, made from the slots that are wanted: ids are a closed list, and so is every value that is not a quote.</summary>
internal static class AnswerSchema
{
    /// <summary>The schema for these slots.</summary>
    /// <param name="slots">The slots, one or more.</param>
    /// <param name="needs">The kinds of need that the playbook knows.</param>
    public static JsonElement For(ImmutableArray<Slot> slots, ImmutableArray<NeedCategory> needs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            OpenObject(json, "answers");
            json.WriteStartObject("answers"u8);
            json.WriteString("type"u8, "array"u8);
            json.WriteStartObject("items"u8);
            json.WriteStartArray("anyOf"u8);
            WriteEntries(json, slots, needs);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            CloseObject(json);
        }

        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void WriteEntries(Utf8JsonWriter json, ImmutableArray<Slot> slots, ImmutableArray<NeedCategory> needs)
    {
        foreach (var group in slots.GroupBy(slot => ChoicesOf(slot.Type)))
        {
            string[] choices = group.Key switch
            {
                SlotType.Need => [.. needs.Select(need => need.Id), ChosenValue.OtherNeed, ChosenValue.NoNeed],
                SlotType.Authority => [.. ChosenValue.Parts.Select(part => part.Name)],
                SlotType.YesNo => [.. ChosenValue.YesNos.Select(answer => answer.Name)],
                _ => [],
            };
            WriteEntry(json, group.Select(slot => slot.Id), choices);
        }
    }

    // Slots without choices share an entry.
    private static SlotType? ChoicesOf(SlotType type) => type is SlotType.Need or SlotType.Authority or SlotType.YesNo ? type : null;

    private static void WriteEntry(Utf8JsonWriter json, IEnumerable<string> slots, string[] choices)
    {
        string[] names = choices.Length == 0 ? ["slot", "quote"] : ["slot", "quote", "value"];
        OpenObject(json, names);
        WriteEnum(json, "slot", slots);
        json.WriteStartObject("quote"u8);
        json.WriteString("type"u8, "string"u8);
        json.WriteEndObject();
        if (choices.Length > 0)
        {
            WriteEnum(json, "value", choices);
        }

        CloseObject(json);
    }

    private static void OpenObject(Utf8JsonWriter json, params IEnumerable<string> required)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "object"u8);
        json.WriteBoolean("additionalProperties"u8, false);
        WriteStrings(json, "required", required);
        json.WriteStartObject("properties"u8);
    }

    private static void CloseObject(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEnum(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartObject(name);
        json.WriteString("type"u8, "string"u8);
        WriteStrings(json, "enum", values);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
