using System.Globalization;
using System.Text.Json;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>Reads the fields of one JSON object from outside; what is wrong is noted with its place and remedy, the first problem alone.</summary>
internal sealed class BodyFields(JsonElement item, string place)
{
    private const int OldestDays = 3650;

    /// <summary>What is wrong, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Notes that a field is wrong.</summary>
    public void Refuse(string field, string problem) => Problem ??= $"{place}{field}: {problem}";

    /// <summary>Whether it is an object that has no other fields than these.</summary>
    public bool HasOnly(params string[] known)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            Problem ??= $"{place.TrimEnd('.')}: this is no object. Write {{ {string.Join(", ", known.Select(name => $"\"{name}\": ..."))} }}.".TrimStart(':', ' ');
            return false;
        }

        foreach (var field in item.EnumerateObject().Where(field => !known.Contains(field.Name, StringComparer.Ordinal)))
        {
            Refuse(Shown(field.Name), $"There is no such field. {Nearest.Remedy(field.Name, known)}");
        }

        return Problem is null;
    }

    /// <summary>The field, or null where it is left out or null.</summary>
    public JsonElement? Field(string name) => item.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A text of one line within bounds, or null where it is left out or wrong.</summary>
    public string? Text(string name, int longest, bool required = false)
    {
        if (Field(name) is not { } value)
        {
            if (required)
            {
                Refuse(name, $"This is missing. Write a text of 1 to {longest} characters.");
            }

            return null;
        }

        if (TextOf(value) is { } text && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl))
        {
            return text;
        }

        Refuse(name, $"This is no text. Write 1 to {longest} characters on one line.");
        return null;
    }

    /// <summary>A day that is neither further ahead than tomorrow nor older than ten years; today where it is left out.</summary>
    public DateOnly Day(string name, DateOnly today)
    {
        if (Field(name) is not { } value)
        {
            return today;
        }

        if (TextOf(value) is not { } text || !TryDay(text, out var day))
        {
            Refuse(name, "This is no day. Write it as 2026-03-02.");
            return today;
        }

        // Somewhere on earth it is tomorrow already.
        if (day > today.AddDays(1))
        {
            Refuse(name, $"The day {text} has not come yet; here it is {today:yyyy-MM-dd}. Send it when it has happened.");
        }
        else if (day < today.AddDays(-OldestDays))
        {
            Refuse(name, $"The day {text} is more than {OldestDays} days ago. Mend the year, or leave it out.");
        }

        return day;
    }

    /// <summary>The text of a JSON string; null where it is none, or holds half a character.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryDay(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        var isMoment = text.Length > 10 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (day = DateOnly.FromDateTime(moment.DateTime)) != default;
        return isMoment;
    }

    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "...";
}
