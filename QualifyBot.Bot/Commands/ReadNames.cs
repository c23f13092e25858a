using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands;

/// <summary>The names that "read" gives to slots, classes and acts.</summary>
internal static class ReadNames
{
    private const int Hundred = 100;

    /// <summary>The slot of a name, also of the names that others give to it; null where it is none.</summary>
    public static SlotType? SlotOf(string? name) => name switch
    {
        "budget" or "amount" => SlotType.Money,
        "date" => SlotType.Time,
        "timeline" => SlotType.Timeframe,
        "people" or "company_size" => SlotType.Headcount,
        "first_name" or "last_name" or "name" or "person_name" => SlotType.Person,
        "company_name" => SlotType.Company,
        "job_title" => SlotType.Title,
        "country" or "location" or "region" => SlotType.Geography,
        "current_tool" or "tool" => SlotType.Technology,
        "website" or "url" => SlotType.Web,
        _ => Enum.TryParse<SlotType>(name, ignoreCase: true, out var slot) ? slot : null,
    };

    /// <summary>A name in lower snake case.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value as it was said: "10 cents" of no said currency is ten.</summary>
    public static AnswerValue Said(Candidate candidate) =>
        candidate is { Rule: "money.minor", Value: AnswerValue.Money money } ? money with { Min = money.Min * Hundred, Max = money.Max * Hundred } : candidate.Value;

    public static string Slot(SlotType type) => type switch
    {
        SlotType.YesNo => "yesno",
        _ => Snake(type),
    };

    public static string Level(TitleLevel level) => level switch
    {
        TitleLevel.CSuite => "C-Suite",
        TitleLevel.Vp => "VP",
        _ => level.ToString(),
    };
}
