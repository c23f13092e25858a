using System.Collections.Immutable;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads the questions that visitors ask back from YAML: an id, then how it is asked and what is answered.</summary>
public static class FaqLoader
{
    private const int LongestText = 2000;

    // Texts that every language has, and that answer questions.
    private static readonly ImmutableArray<string> TextIds = ["talk.price", "talk.bot", "talk.help", "talk.options"];

    // Questions that the reader knows in any words.
    private static readonly ImmutableArray<Act> Acts = [Act.AskPrice, Act.AreYouABot, Act.WhoAreYou, Act.WhatCanYouDo];

    /// <summary>The questions of a file, or null where there are faults.</summary>
    /// <param name="file">The file's name, for the faults.</param>
    /// <param name="text">Its content.</param>
    public static (FaqBook? Book, ImmutableArray<PlaybookFault> Faults) Parse(string file, string text)
    {
        var faults = new FaultList(file);
        var entries = new List<ReadEntry>();
        if (YamlReader.Read(text, faults) is { } value && MapReader.Of(value, "", faults) is { } root)
        {
            foreach (var (id, body) in root.Map.Entries)
            {
                if (Read(id, body, faults) is { } entry)
                {
                    entries.Add(entry);
                }
            }
        }

        if (!faults.IsEmpty)
        {
            return (null, faults.ToSorted());
        }

        var book = new FaqBook([.. entries.Select(static read => read.Entry)]);
        FindActs(entries, faults);
        FindLost(book, entries, faults);
        return (faults.IsEmpty ? book : null, faults.ToSorted());
    }

    private static ReadEntry? Read(YamlValue.Scalar id, YamlValue body, FaultList faults)
    {
        if (!id.Text.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            faults.Add(id, $"'{id.Text}' is not the id of a question.", "Use lower-case letters, digits and underscores: 'free_trial'.");
        }

        if (MapReader.Of(body, id.Text, faults) is not { } reader)
        {
            return null;
        }

        var (asked, textId) = (TextsOf(reader, "ask", faults), TextIdOf(reader, faults));
        var answers = textId is null ? TextsOf(reader, "answer", faults) : [];
        foreach (var phrasing in asked.Where(static phrasing => FaqWords.Of(phrasing.Text, 1).Count == 0))
        {
            faults.Add(phrasing.Place, $"'{phrasing.Text}' has no word of two letters or more.", "Write how visitors ask it, or a word that only this question has.");
        }

        var entry = new FaqEntry(id.Text, [.. asked.Select(static one => one.Text)], [.. answers.Select(static one => one.Text)]) { TextId = textId, Act = ActOf(reader, faults), Note = reader.Has("note") && reader.Flag("note") };
        reader.Finish();
        return new ReadEntry(entry, body, [.. asked.Select(static one => one.Place)]);
    }

    private static List<(string Text, YamlValue Place)> TextsOf(MapReader reader, string key, FaultList faults)
    {
        var texts = new List<(string, YamlValue)>();
        var value = reader.Value(key, required: true);
        foreach (var item in value is YamlValue.List list ? list.Items : value is null ? [] : [value])
        {
            if (ScalarReader.Text(item, $"'{key}'", faults) is not { } text)
            {
                continue;
            }

            texts.Add((text, item));
            if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.AsSpan().ContainsAny('{', '}'))
            {
                faults.Add(item, $"A text of '{key}' is empty, longer than {LongestText} characters, or has a brace.", "Write a sentence; nothing is filled in here.");
            }
        }

        if (value is YamlValue.List { Items.IsEmpty: true })
        {
            faults.Add(value, $"'{key}' has no text.", "Write at least one.");
        }

        return texts;
    }

    private static string? TextIdOf(MapReader reader, FaultList faults)
    {
        if (reader.Text("text") is not { } id)
        {
            return null;
        }

        if (!TextIds.Contains(id, StringComparer.Ordinal))
        {
            faults.Add(reader.Value("text")!, $"'{id}' is no text that answers a question.", $"Use one of: {string.Join(", ", TextIds)}; or write the answer itself under 'answer'.");
        }

        return id;
    }

    private static Act? ActOf(MapReader reader, FaultList faults)
    {
        if (reader.Enum<Act>("act") is not { } act || Acts.Contains(act))
        {
            return reader.Enum<Act>("act");
        }

        faults.Add(reader.Value("act")!, $"'{Spelling<Act>.Of(act)}' is no question that has an answer here.", $"Use one of: {string.Join(", ", Acts.Select(Spelling<Act>.Of))}; or remove it.");
        return null;
    }

    private static void FindActs(List<ReadEntry> entries, FaultList faults)
    {
        foreach (var twins in entries.Where(static read => read.Entry.Act is not null).GroupBy(static read => read.Entry.Act).Where(static group => group.Count() > 1))
        {
            faults.Add(twins.ElementAt(1).Place, $"'{twins.First().Entry.Id}' has the act '{Spelling<Act>.Of(twins.Key!.Value)}' too.", "Keep it in one of the two.");
        }
    }

    // A phrasing that leads to another entry would never be answered by its own.
    private static void FindLost(FaqBook book, List<ReadEntry> entries, FaultList faults)
    {
        foreach (var (entry, _, places) in entries)
        {
            foreach (var (phrasing, place) in entry.Phrasings.Zip(places))
            {
                if (book.Find(phrasing) is var found && found != entry)
                {
                    faults.Add(place, $"'{phrasing}' of '{entry.Id}' leads to {(found is null ? "no entry" : $"'{found.Id}'")}.", "Say it in words that the other has not, or remove one of the two.");
                }
            }
        }
    }

    private sealed record ReadEntry(FaqEntry Entry, YamlValue Place, ImmutableArray<YamlValue> Phrasings);
}
