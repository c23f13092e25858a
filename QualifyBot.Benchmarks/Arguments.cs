using System.Globalization;

namespace QualifyBot.Benchmarks;

/// <summary>The "--name value" pairs and "--name" flags of a command line; each is taken once, and none may be left over.</summary>
internal sealed class Arguments(IEnumerable<string> words)
{
    private readonly List<string> left = [.. words];

    public bool Flag(string name) => left.Remove(name);

    public string? Text(string name)
    {
        var at = left.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        if (at + 1 == left.Count)
        {
            throw new UsageException($"{name} needs a value.");
        }

        var value = left[at + 1];
        left.RemoveRange(at, 2);
        return value;
    }

    /// <summary>A whole number, zero or more.</summary>
    public int Count(string name, int otherwise) => Text(name) is { } text ? ParseCount(name, text) : otherwise;

    /// <summary>Whole numbers with commas between them.</summary>
    public IReadOnlyList<int> Counts(string name, params int[] otherwise) =>
        Text(name) is { } text ? [.. text.Split(',').Select(part => ParseCount(name, part))] : otherwise;

    /// <summary>A number, zero or more.</summary>
    public double Number(string name, double otherwise) =>
        Text(name) is not { } text ? otherwise
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new UsageException($"{name} is '{text}'; it must be a number such as 2.5.");

    /// <summary>Refuses what nobody took.</summary>
    public void End()
    {
        if (left.Count > 0)
        {
            throw new UsageException($"'{left[0]}' is not known here, or stands twice.");
        }
    }

    private static int ParseCount(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new UsageException($"{name} is '{text}'; it must be a whole number.");
}
