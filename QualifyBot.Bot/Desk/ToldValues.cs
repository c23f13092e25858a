using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>What makes a value that was told sound.</summary>
internal static class ToldValues
{
    private const int LongestText = 500;

    /// <summary>What is wrong with a value, and the remedy; null where it is sound.</summary>
    public static string? Wrong(AnswerValue value, SlotType type, Playbook playbook) => value switch
    {
        AnswerValue.Withheld or AnswerValue.Money { Status: MoneyStatus.Declined } or AnswerValue.Timeframe { Class: TimeframeClass.Declined } =>
            "A signal cannot withhold an answer; only the visitor can. Leave the signal out.",
        AnswerValue.Money money => WrongMoney(money),
        AnswerValue.Headcount(var min, var max) => WrongRange(min, max, least: 0),
        AnswerValue.Number(var min, var max) => WrongRange(min, max, least: null),
        AnswerValue.Timeframe { Class: TimeframeClass.Dated } frame => WrongRange(frame.From?.DayNumber, frame.To?.DayNumber - 1, least: null),
        AnswerValue.Timeframe { From: null, To: null } => null,
        AnswerValue.Timeframe => "Days go with the class 'dated' only.",
        AnswerValue.Time(var from, var to, _, _, _) => WrongRange(from?.Ticks, to?.Ticks, least: null),
        AnswerValue.Duration(var seconds) => seconds < 0 ? "A length of time is not negative." : null,
        AnswerValue.Authority(_, var others) => others.IsDefault || others.Length > 20 || others.Any(other => WrongText(other) is not null) ? "'others' is a list of at most 20 names." : null,
        AnswerValue.Title title => WrongText(title.Name),
        AnswerValue.Need need => WrongNeed(need, playbook),
        AnswerValue.Text(var text) => WrongText(text) ?? WrongPhrase(text, type),
        _ => null,
    };

    /// <summary>Values of a kind of slot, as they may be written.</summary>
    public static string Example(SlotType type) => type switch
    {
        SlotType.Money => """40000, "40k EUR a year", or {"kind": "money", "status": "amount", "min": 40000, "max": 40000, "currency": "EUR"}""",
        SlotType.Headcount => """300, or {"kind": "headcount", "min": 200, "max": 500}""",
        SlotType.Number => """3, or {"kind": "number", "min": 3, "max": 5}""",
        SlotType.Duration => "a number of seconds, or words such as '3 months'",
        SlotType.Timeframe => """words such as "next quarter", or {"kind": "timeframe", "class": "dated", "from": "2026-04-01", "to": "2026-07-01"}""",
        SlotType.Time => """words such as "2 March at 10:00", or {"kind": "time", "from": "2026-03-02T10:00:00", "to": "2026-03-02T11:00:00", "grain": "minute"}""",
        SlotType.Authority => """words such as "I decide that myself", or {"kind": "authority", "class": "sole"} with sole, joint, needs_approval, influencer or none""",
        SlotType.Title => """words such as "VP of Sales", or {"kind": "title", "name": "VP of Sales", "level": "vp"}""",
        SlotType.YesNo => """true, false, or {"kind": "yesno", "class": "unsure"}""",
        SlotType.Need => """words such as "we copy everything by hand", or {"kind": "need", "present": true, "category": null}""",
        SlotType.Email => "an address such as anna@acme.example",
        SlotType.Phone => "a number such as +49 30 901820",
        SlotType.Priority => "top, high, medium or low",
        _ => $"a text of 1 to {LongestText} characters on one line",
    };

    private static string? WrongMoney(AnswerValue.Money money)
    {
        if (money.Status is not MoneyStatus.Amount)
        {
            return money is { Min: null, Max: null } ? null : "An amount goes with the status 'amount' only.";
        }

        return money.Currency is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
            ? "'currency' is a code of three capital letters, such as EUR."
            : WrongRange(money.Min, money.Max, least: 0);
    }

    private static string? WrongRange(decimal? min, decimal? max, decimal? least) =>
        min is null && max is null ? "Neither end is given. Give at least one."
        : min > max ? "The lower end lies above the upper one."
        : min < least || max < least ? $"The least is {least}."
        : null;

    private static string? WrongNeed(AnswerValue.Need need, Playbook playbook) =>
        need.Category is { } category && !playbook.Needs.Any(known => known.Id == category)
            ? $"The playbook '{playbook.Id}' has no category of need '{category}'. {Nearest.Remedy(category, [.. playbook.Needs.Select(known => known.Id)])}"
            : need.Words.Length == 0 ? null : WrongText(need.Words);

    private static string? WrongText(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.Any(char.IsControl) ? $"A text has 1 to {LongestText} characters and stands on one line." : null;

    private static string? WrongPhrase(string text, SlotType type) => type switch
    {
        SlotType.Email when text.IndexOf('@', StringComparison.Ordinal) is <= 0 || text.EndsWith('@') => $"This is no e-mail address. Write {Example(type)}.",
        SlotType.Priority when text is not ("top" or "high" or "medium" or "low") => $"Write {Example(type)}.",
        _ => null,
    };
}

/// <summary>Values from outside: every part must be there and nothing besides.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AnswerValue))]
internal sealed partial class ToldValueJsonContext : JsonSerializerContext;
