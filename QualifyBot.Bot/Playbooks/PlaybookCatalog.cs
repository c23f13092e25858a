using System.Collections.Frozen;
using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>The playbooks of a folder, by id, and the texts, by language.</summary>
public sealed class PlaybookCatalog
{
    private PlaybookCatalog(FrozenDictionary<string, Playbook> playbooks, FrozenDictionary<string, TextCatalog> texts, FrozenDictionary<string, string> sources)
    {
        Playbooks = playbooks;
        Texts = texts;
        Sources = sources;
    }

    /// <summary>Playbooks by id.</summary>
    public FrozenDictionary<string, Playbook> Playbooks { get; }

    /// <summary>Texts by language, the name of their file ("en").</summary>
    public FrozenDictionary<string, TextCatalog> Texts { get; }

    /// <summary>Questions that visitors ask back, by language; a language may have none.</summary>
    public required FrozenDictionary<string, FaqBook> Faqs { get; init; }

    /// <summary>The text of each playbook's file, by the hash of the playbook.</summary>
    public FrozenDictionary<string, string> Sources { get; }

    /// <summary>Reads <c>playbooks/*.yaml</c>, <c>texts/*.yaml</c> and, where they are, <c>faq/*.yaml</c> of the folder <c>dialogs</c>.</summary>
    /// <exception cref="PlaybookException">A file is wrong or missing; it tells all faults of all files.</exception>
    public static PlaybookCatalog Load(string folder)
    {
        var faults = new List<PlaybookFault>();
        var loaded = new List<(string File, LoadedPlaybook Playbook)>();
        var files = DialogFiles.Read(Path.Combine(folder, "playbooks"), faults);
        foreach (var (file, content) in files)
        {
            var one = PlaybookLoader.Parse(file, content);
            faults.AddRange(one.Faults);
            loaded.Add((file, one));
        }

        var texts = TextFolder.Load(Path.Combine(folder, "texts"), faults);
        faults.AddRange(texts.SelectMany(catalog => loaded.SelectMany(playbook => PlaybookTexts.Missing(playbook.Playbook, playbook.File, catalog))));
        faults.AddRange(TextFolder.Compare(texts).Faults);
        var faqs = FaqFiles.Read(folder, faults);
        var playbooks = ById(loaded, faults);
        return faults.Count == 0
            ? new PlaybookCatalog(playbooks.ToFrozenDictionary(StringComparer.Ordinal), texts.ToFrozenDictionary(static catalog => catalog.Language, StringComparer.Ordinal), files.Zip(loaded).ToFrozenDictionary(pair => pair.Second.Playbook.Playbook!.Hash, pair => pair.First.Content, StringComparer.Ordinal)) { Faqs = faqs }
            : throw new PlaybookException([.. faults]);
    }

    /// <summary>The same playbooks, with texts that tell which of them are taken.</summary>
    internal PlaybookCatalog Watched(Action<string, string> onTaken) =>
        new(Playbooks, Texts.ToFrozenDictionary(texts => texts.Key, texts => texts.Value.Watched(onTaken), StringComparer.Ordinal), Sources)
        {
            Faqs = Faqs.ToFrozenDictionary(faq => faq.Key, faq => faq.Value.Watched(onTaken), StringComparer.Ordinal),
        };

    /// <summary>The same with one playbook more, or in place of the one of its id; a text that it needs and no language has is said by its id.</summary>
    internal PlaybookCatalog With(Playbook playbook, string source) => new(
        Playbooks.Where(known => known.Key != playbook.Id).Append(new(playbook.Id, playbook)).ToFrozenDictionary(StringComparer.Ordinal),
        Texts.ToFrozenDictionary(texts => texts.Key, texts => texts.Value.With(PlaybookTexts.Needed(playbook, texts.Value)), StringComparer.Ordinal),
        Sources.Where(known => known.Key != playbook.Hash).Append(new(playbook.Hash, source)).ToFrozenDictionary(StringComparer.Ordinal)) { Faqs = Faqs };

    private static Dictionary<string, Playbook> ById(List<(string File, LoadedPlaybook Playbook)> loaded, List<PlaybookFault> faults)
    {
        var playbooks = new Dictionary<string, Playbook>(StringComparer.Ordinal);
        foreach (var (file, one) in loaded)
        {
            if (one.Playbook is { } playbook && !playbooks.TryAdd(playbook.Id, playbook))
            {
                var (line, column) = one.Find("id");
                faults.Add(new PlaybookFault(file, line, column, $"Another file holds the playbook '{playbook.Id}' too.", "Give each playbook its own id."));
            }
        }

        return playbooks;
    }
}
