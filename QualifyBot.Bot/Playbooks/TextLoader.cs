using System.Collections.Immutable;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads texts from YAML: an id, then a sentence or a list of wordings.</summary>
public static class TextLoader
{
    private const int LongestText = 2000;

    /// <summary>The texts of a file, or null where there are faults.</summary>
    /// <param name="file">The file's name, for the faults.</param>
    /// <param name="text">Its content.</param>
    public static (TextCatalog? Texts, ImmutableArray<PlaybookFault> Faults) Parse(string file, string text)
    {
        var faults = new FaultList(file);
        var texts = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var places = new Dictionary<string, (int Line, int Column)>(StringComparer.Ordinal);
        if (YamlReader.Read(text, faults) is { } value && MapReader.Of(value, "", faults) is { } root)
        {
            foreach (var (id, wordings) in root.Map.Entries)
            {
                FindInId(id, faults);
                texts[id.Text] = ReadWordings(id.Text, wordings, faults);
                places[id.Text] = (id.Line, id.Column);
            }
        }

        return (faults.IsEmpty ? new TextCatalog(file, texts, places) : null, faults.ToSorted());
    }

    private static void FindInId(YamlValue.Scalar id, FaultList faults)
    {
        var isId = id.Text.Split('.').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
        if (!isId)
        {
            faults.Add(id, $"'{id.Text}' is not the id of a text.", "Use lower-case letters, digits and underscores, in parts joined by points: 'bant.need.ask'.");
        }
    }

    private static ImmutableArray<string> ReadWordings(string id, YamlValue value, FaultList faults)
    {
        var items = value is YamlValue.List list ? list.Items : [value];
        if (items.IsEmpty)
        {
            faults.Add(value, $"The text '{id}' has no wording.", "Write at least one.");
        }

        var wordings = ImmutableArray.CreateBuilder<string>();
        foreach (var item in items)
        {
            if (ScalarReader.Text(item, $"The text '{id}'", faults) is { } wording)
            {
                FindInWording(id, item, wording, faults);
                wordings.Add(wording);
            }
        }

        return wordings.DrainToImmutable();
    }

    private static void FindInWording(string id, YamlValue at, string wording, FaultList faults)
    {
        if (string.IsNullOrWhiteSpace(wording) || wording.Length > LongestText)
        {
            faults.Add(at, $"The text '{id}' is empty or longer than {LongestText} characters.", "Write a sentence.");
        }

        for (var index = wording.IndexOfAny(['{', '}']); index >= 0; index = NextBrace(wording, index))
        {
            var close = wording.IndexOf('}', index);
            if (wording[index] == '}' || close < 0 || !IsName(wording.AsSpan((index + 1)..close)))
            {
                faults.Add(at, $"The text '{id}' has a brace that is part of no placeholder.", "Write placeholders as {name}, in lower-case letters, digits and underscores; leave other braces out.");
                return;
            }

            index = close;
        }
    }

    private static int NextBrace(string wording, int index) => wording.IndexOfAny(['{', '}'], index + 1);

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '_')
            {
                return false;
            }
        }

        return !name.IsEmpty;
    }
}
