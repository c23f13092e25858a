using System.Text.RegularExpressions;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Support;

/// <summary>What the bot said in one turn; its paragraphs are told apart by the ids of the texts they were made of.</summary>
internal sealed record Reply(string Text, IReadOnlyList<string> Buttons, IReadOnlyList<Attachment> Files)
{
    private static readonly Dictionary<string, Dictionary<string, Regex[]>> Patterns = Shipped.Catalog.Texts.ToDictionary(
        language => language.Key,
        language => language.Value.Ids.ToDictionary(id => id, id => language.Value.Wordings(id).Select(PatternOf).ToArray(), StringComparer.Ordinal),
        StringComparer.Ordinal);

    // The link stands for the attached file where a channel can't show it; both are asserted by the files.
    private string[] Paragraphs => [.. Text.Split("\n\n").Where(paragraph => Files.Count == 0 || !Is(paragraph, "book.link"))];

    public static Reply Of(Activity activity) => new(
        activity.Text ?? "", [.. activity.SuggestedActions?.Actions?.Select(action => action.Title ?? "") ?? []], [.. activity.Attachments ?? []]);

    /// <summary>Asserts that the reply consists of these texts, in any of their wordings.</summary>
    public Reply Says(params string[] ids)
    {
        Assert.True(ids.Length == Paragraphs.Length && ids.Zip(Paragraphs).All(pair => Is(pair.Second, pair.First)), $"Wanted [{string.Join(", ", ids)}] but heard {this}");
        return this;
    }

    /// <summary>Asserts that the reply ends with this text.</summary>
    public Reply EndsWith(string id)
    {
        Assert.True(Is(Paragraphs[^1], id), $"Wanted {id} at the end but heard {this}");
        return this;
    }

    /// <summary>Asserts that all of the reply is in this language.</summary>
    public Reply SpeaksIn(string language)
    {
        Assert.True(Paragraphs.All(paragraph => Patterns[language].Where(IsSentence).Any(id => id.Value.Any(pattern => pattern.IsMatch(paragraph)))), $"Wanted {language} but heard {this}");
        return this;
    }

    /// <summary>The text of a language that the reply ends with.</summary>
    public string EndIn(string language) => Patterns[language].Where(IsSentence).First(id => id.Value.Any(pattern => pattern.IsMatch(Paragraphs[^1]))).Key;

    /// <summary>Whether one of the paragraphs is this text.</summary>
    public bool Has(string id) => Paragraphs.Any(paragraph => Is(paragraph, id));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" / ", Paragraphs.Select(paragraph =>
        $"{Patterns["en"].Where(IsSentence).FirstOrDefault(id => Is(paragraph, id.Key)).Key ?? "?"} \"{paragraph}\""));

    // The others are parts of sentences, of which some would match anything.
    private static bool IsSentence(KeyValuePair<string, Regex[]> id) =>
        !id.Key.StartsWith("format.", StringComparison.Ordinal) && !id.Key.StartsWith("value.", StringComparison.Ordinal) && !id.Key.StartsWith("words.", StringComparison.Ordinal);

    private static bool Is(string paragraph, string id) => Patterns.Values.Any(language => language[id].Any(pattern => pattern.IsMatch(paragraph)));

    private static Regex PatternOf(string wording) => new(
        "^" + Regex.Replace(Regex.Escape(wording), @"\\\{\w+}", ".+?", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
}
