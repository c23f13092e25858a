using System.Globalization;
using System.Text;

namespace QualifyBot.Bot.Batch;

/// <summary>
/// Reads records of a CSV file one after the other, in bounded memory. Cells may be quoted and hold line breaks; a quote that is never closed costs
/// its own line only, not the rest of the file.
/// </summary>
public sealed class CsvSource
{
    private const int MostLinesOfRecord = 200;
    private const int LongestRecord = 1 << 18;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private readonly LineReader lines;
    private readonly List<string> cells = [];

    private CsvSource(LineReader lines, char delimiter)
    {
        this.lines = lines;
        Delimiter = delimiter;
    }

    /// <summary>What parts the cells: the comma, semicolon, tab or bar that stands most often in the first line.</summary>
    public char Delimiter { get; }

    /// <summary>Opens a text; its first line tells the delimiter.</summary>
    public static CsvSource Open(TextReader input)
    {
        var text = new LineReader(input);
        if (text.Read() is not { } first)
        {
            return new CsvSource(text, ',');
        }

        text.Return([first]);
        return new CsvSource(text, DelimiterOf(first));
    }

    /// <summary>The next record that is not an empty line, or null at the end.</summary>
    public CsvRecord? Read()
    {
        while (lines.Read() is { } line)
        {
            if (line.AsSpan().TrimEnd('\r').Length > 0)
            {
                return Read(line, lines.Count);
            }
        }

        return null;
    }

    private CsvRecord Read(string first, long number)
    {
        if (lines.WasCut)
        {
            return Damaged(number, first, string.Create(CultureInfo.InvariantCulture, $"The line is longer than {LineReader.Longest} characters. Check that the file is a CSV file."));
        }

        var (raw, more) = (first, default(List<string>));
        while (true)
        {
            switch (Split(raw.AsSpan().TrimEnd('\r')))
            {
                case Parse.Done:
                    return HasNoText(raw)
                        ? Damaged(number, raw, "The line holds characters that are no text. Save the file as UTF-8.")
                        : new CsvRecord(number, raw.TrimEnd('\r'), [.. cells], null);
                case Parse.Broken:
                    lines.Return(more ?? []);
                    return Damaged(number, first, "Characters stand behind a closing quote. Write a quote within a cell twice.");
            }

            if (!Extend(ref raw, more ??= []))
            {
                lines.Return(more);
                return Damaged(number, first, "A quote is opened and not closed. Close it, or write a quote within a cell twice.");
            }
        }
    }

    // Adds lines up to the next one that holds a quote: before it nothing can close.
    private bool Extend(ref string raw, List<string> more)
    {
        var text = new StringBuilder(raw);
        while (more.Count < MostLinesOfRecord && text.Length < LongestRecord && lines.Read() is { } next)
        {
            more.Add(next);
            text.Append('\n').Append(next);
            if (next.Contains('"', StringComparison.Ordinal))
            {
                raw = text.ToString();
                return true;
            }
        }

        return false;
    }

    private static CsvRecord Damaged(long number, string raw, string problem) => new(number, raw, [], problem);

    private static bool HasNoText(string raw) => raw.AsSpan().ContainsAny('\0', '�');

    private enum Parse
    {
        Done,
        Open,
        Broken,
    }

    private Parse Split(ReadOnlySpan<char> text)
    {
        cells.Clear();
        for (var at = 0; ; at++)
        {
            var outcome = at < text.Length && text[at] == '"' ? TakeQuoted(text, ref at) : TakePlain(text, ref at);
            if (outcome != Parse.Done || at >= text.Length)
            {
                return outcome;
            }
        }
    }

    private Parse TakePlain(ReadOnlySpan<char> text, ref int at)
    {
        var length = text[at..].IndexOf(Delimiter);
        var end = length < 0 ? text.Length : at + length;
        cells.Add(text[at..end].ToString());
        at = end;
        return Parse.Done;
    }

    private Parse TakeQuoted(ReadOnlySpan<char> text, ref int at)
    {
        var end = ClosingQuote(text, at + 1);
        if (end < 0)
        {
            return Parse.Open;
        }

        var inner = text[(at + 1)..end];
        cells.Add(inner.Contains('"') ? inner.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : inner.ToString());
        at = end + 1;
        return at < text.Length && text[at] != Delimiter ? Parse.Broken : Parse.Done;
    }

    private static int ClosingQuote(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var next = text[at..].IndexOf('"');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (at + 1 >= text.Length || text[at + 1] != '"')
            {
                return at;
            }

            at++;
        }

        return -1;
    }

    private static char DelimiterOf(string line)
    {
        var counts = new int[Delimiters.Length];
        var quoted = false;
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            var index = quoted ? -1 : Array.IndexOf(Delimiters, letter);
            if (index >= 0)
            {
                counts[index]++;
            }
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}
