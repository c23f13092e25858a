using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>
/// Reads a word list. A line is "tag value: phrase, phrase"; the value may be left out. In a phrase (a|b) is a choice, [a] may
/// be missing, * is up to two words, ^ and $ are the start and end of a clause. "~" before a tag lets its words be mistyped,
/// "+" lets them be parts of compounds. "#" starts a comment.
/// </summary>
internal static class WordFile
{
    public static void Load(string text, Vocabulary vocabulary, Phrases phrases)
    {
        var pattern = new Pattern(vocabulary);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.Length > 0 && line[0] != '#')
            {
                LoadLine(line, vocabulary, pattern, phrases);
            }
        }
    }

    private static void LoadLine(ReadOnlySpan<char> line, Vocabulary vocabulary, Pattern pattern, Phrases phrases)
    {
        var colon = line.IndexOf(':');
        var (tolerant, part) = (line[0] == '~', line[0] == '+' || line[1] == '+');
        var head = line[..colon].TrimStart("~+").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (string.Equals(head[0], "contraction", StringComparison.Ordinal))
        {
            LoadContractions(line[(colon + 1)..], vocabulary);
            return;
        }

        var tag = Enum.Parse<Tag>(head[0], ignoreCase: true);
        var meaning = new Meaning(tag, head.Length > 1 ? ValueOf(tag, head[1]) : 0);
        foreach (var written in line[(colon + 1)..].ToString().Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pattern.Parse(Folding.Fold(written.Length > 1 ? written.TrimEnd('*', ' ') : written));
            phrases.Add(parts, meaning);
            AddWords(parts, tolerant, part, vocabulary);
        }
    }

    private static void AddWords(Part[] parts, bool tolerant, bool part, Vocabulary vocabulary)
    {
        foreach (var word in tolerant || part ? parts : [])
        {
            if (word.Choices.Length > 0)
            {
                Array.ForEach(word.Choices, choice => AddWords(choice, tolerant, part, vocabulary));
                continue;
            }

            if (tolerant)
            {
                vocabulary.Tolerate(word.Written);
            }

            if (part)
            {
                vocabulary.AddPart(word.Written);
            }
        }
    }

    private static void LoadContractions(ReadOnlySpan<char> pairs, Vocabulary vocabulary)
    {
        foreach (var pair in pairs.ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            var words = Folding.Fold(pair).Split(' ');
            vocabulary.AddContraction(words[0], words[1], words[2]);
        }
    }

    private static int ValueOf(Tag tag, string value) => tag switch
    {
        _ when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        Tag.Unit or Tag.Period or Tag.PeriodEnd or Tag.PeriodStart => (int)Enum.Parse<TimeUnit>(value, ignoreCase: true),
        Tag.PartOfDay => (int)Enum.Parse<DayPart>(value, ignoreCase: true),
        Tag.Season => (int)Enum.Parse<Season>(value, ignoreCase: true),
        Tag.Act or Tag.WeakAct => (int)Enum.Parse<Act>(value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        Tag.SlotName => (int)Enum.Parse<SlotType>(value, ignoreCase: true),
        _ => Names.IdOf(value),
    };
}
