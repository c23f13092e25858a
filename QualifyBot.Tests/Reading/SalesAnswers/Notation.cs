using System.Globalization;
using System.Text.Json;

namespace QualifyBot.Tests.Reading.SalesAnswers;

/// <summary>Compares values as the tables write them with values as "read" prints them.</summary>
internal static class Notation
{
    // A buyer's days within four days of each other are the same timeline.
    private const int SameDays = 4;

    private static readonly string[] Determiners =
    [
        "my ", "our ", "the ", "a ", "an ", "his ", "her ", "their ",
        "mein ", "meine ", "meinen ", "meiner ", "meinem ", "unser ", "unsere ", "unserer ", "unseren ", "der ", "die ", "das ", "den ", "dem ", "vom ",
        "mon ", "ma ", "mes ", "notre ", "nos ", "le ", "la ", "les ", "l'", "du ",
        "mi ", "mis ", "nuestro ", "nuestra ", "el ", "los ", "las ",
        "meu ", "minha ", "meus ", "nosso ", "nossa ", "o ", "os ", "as ",
    ];

    /// <summary>False where a part could never be read: its number, date or length is none.</summary>
    public static bool IsValue(Part part) => part.Kind switch
    {
        "duration" => Seconds(part.Value) is not null,
        "headcount" or "number" => string.Equals(part.Value, "?", StringComparison.Ordinal) || Bounds(part.Value) is not null,
        "money" when part.Value[0] is '.' or (>= '0' and <= '9') => Bounds(part.Value.Split(' ', '/')[0]) is not null,
        "correction" => part.Value.Contains(':', StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>Whether a value read is the one wanted.</summary>
    public static bool Fits(string slot, string wanted, JsonElement value) => (slot, value.ValueKind) switch
    {
        _ when string.Equals(wanted, "?", StringComparison.Ordinal) => true,
        (_, JsonValueKind.String) => Same(wanted, value.GetString()),
        _ when value.TryGetProperty("withheld", out var reason) => Same(wanted, reason.GetString()),
        ("money", _) => FitsMoney(wanted, value),
        ("timeframe", _) => FitsTimeframe(wanted, value),
        ("time", _) => FitsTime(wanted, value),
        ("duration", _) => Seconds(wanted) == value.GetProperty("seconds").GetInt64(),
        ("headcount" or "number", _) => FitsBounds(wanted, value),
        ("authority", _) => FitsAuthority(wanted, value),
        ("title", _) => FitsTitle(wanted, value),
        ("need", _) => FitsNeed(wanted, value),
        ("correction", _) => FitsCorrection(wanted, value),
        _ => value.TryGetProperty("value", out var text) && text.ValueKind == JsonValueKind.String && Same(wanted, text.GetString()),
    };

    private static bool FitsMoney(string wanted, JsonElement value)
    {
        var words = wanted.Split(' ');
        if (wanted[0] is not ('.' or (>= '0' and <= '9')))
        {
            return Same(words[0], Text(value, "status"));
        }

        var period = wanted.IndexOf('/', StringComparison.Ordinal);
        var currency = words.Length > 1 ? words[1].Split('/')[0] : null;
        return Same("amount", Text(value, "status")) && FitsBounds(words[0].Split('/')[0], value)
            && Same(period < 0 ? null : wanted[(period + 1)..], Text(value, "period"))
            && (string.Equals(currency, "?", StringComparison.Ordinal) || Same(currency, Text(value, "currency")));
    }

    private static bool FitsTimeframe(string wanted, JsonElement value)
    {
        var split = wanted.IndexOf("..", StringComparison.Ordinal);
        return split < 0
            ? Same(wanted, Text(value, "class"))
            : Same("dated", Text(value, "class")) && Near(wanted[..split], Text(value, "from")) && Near(wanted[(split + 2)..], Text(value, "to"));
    }

    private static bool Near(string wanted, string? read) => wanted.Length == 0 || read is null
        ? wanted.Length == 0 && read is null
        : Math.Abs(Day(wanted).DayNumber - Day(read[..10]).DayNumber) <= SameDays;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool FitsTime(string wanted, JsonElement value)
    {
        var split = wanted.IndexOf("..", StringComparison.Ordinal);
        var (from, to) = split < 0 ? (wanted, "") : (wanted[..split], wanted[(split + 2)..]);
        var clock = (from.Length > 0 ? from : to).Length == 5;
        return clock == Same("time", Text(value, "grain")) && FitsPoint(from, Text(value, "from")) && FitsPoint(to, Text(value, "to"));
    }

    private static bool FitsPoint(string wanted, string? read) =>
        wanted.Length == 0 || (read is not null && (wanted.Length == 5 ? read[11..16] : read[..wanted.Length]).Equals(wanted, StringComparison.Ordinal));

    private static bool FitsBounds(string wanted, JsonElement value)
    {
        var single = value.TryGetProperty("value", out var one) ? one.GetDecimal() : (decimal?)null;
        return Bounds(wanted) == (single ?? Number(value, "min"), single ?? Number(value, "max"));
    }

    private static bool FitsAuthority(string wanted, JsonElement value)
    {
        var parts = wanted.Split(" + ");
        var others = value.GetProperty("others").EnumerateArray().Select(static other => Bare(other.GetString()!)).Order(StringComparer.Ordinal);
        return Same(parts[0], Text(value, "class")) && (parts.Contains("?", StringComparer.Ordinal) || parts.Skip(1).Select(Bare).Order(StringComparer.Ordinal).SequenceEqual(others, StringComparer.Ordinal));
    }

    private static bool FitsTitle(string wanted, JsonElement value)
    {
        string[] read = ["title", "level", "seniority", "department"];
        return wanted.Split('|', StringSplitOptions.TrimEntries).Zip(read).All(pair => pair.First.Length == 0 || Same(pair.First, Text(value, pair.Second)));
    }

    private static bool FitsNeed(string wanted, JsonElement value) =>
        value.GetProperty("present").GetBoolean() == !Same(wanted, "no") && (wanted is "yes" or "no" || Same(wanted, Text(value, "category")));

    private static bool FitsCorrection(string wanted, JsonElement value)
    {
        var colon = wanted.IndexOf(':', StringComparison.Ordinal);
        var (slot, change) = (wanted[..colon], wanted[(colon + 1)..].Trim());
        if (!string.Equals(slot, "?", StringComparison.Ordinal) && !Same(slot, Text(value, "slot")))
        {
            return false;
        }

        var arrow = change.IndexOf("->", StringComparison.Ordinal);
        return arrow < 0
            ? Text(value, "new") is null
            : (arrow == 0 || Same(change[..arrow], Text(value, "old"))) && Same(change[(arrow + 2)..], Text(value, "new"));
    }

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    private static decimal? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDecimal() : null;

    private static string Bare(string person)
    {
        var name = Plain(person)!;
        return Determiners.FirstOrDefault(word => name.StartsWith(word, StringComparison.Ordinal)) is { } found ? name[found.Length..] : name;
    }

    private static bool Same(string? one, string? other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    private static string? Plain(string? text) =>
        text is null ? null : string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.', '"');

    private static (decimal? Min, decimal? Max)? Bounds(string text)
    {
        var split = text.IndexOf("..", StringComparison.Ordinal);
        var (min, max) = split < 0 ? (text, text) : (text[..split], text[(split + 2)..]);
        return IsBound(min, out var low) && IsBound(max, out var high) && (low ?? high) is not null ? (low, high) : null;
    }

    private static bool IsBound(string text, out decimal? bound)
    {
        var read = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        bound = read ? number : null;
        return read || text.Length == 0;
    }

    // A month counts 30 days, a year 365.
    private static long? Seconds(string text)
    {
        var unit = text.TrimStart("0123456789.".ToCharArray());
        var factor = unit switch { "s" => 1, "m" => 60, "h" => 3600, "d" => 86_400, "w" => 604_800, "mo" => 2_592_000, "y" => 31_536_000, _ => 0 };
        return factor > 0 && decimal.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var count) ? (long)(count * factor) : null;
    }
}
