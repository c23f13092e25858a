using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>How a language writes numbers and orders words, where the word lists can't say it.</summary>
/// <param name="DecimalComma">1.234,5 rather than 1,234.5.</param>
/// <param name="UnitsFirst">einundzwanzig: units, "and", tens.</param>
/// <param name="ScoreNumbers">soixante-dix, quatre-vingt-dix: teens follow 60 and 80.</param>
/// <param name="ElidesBefore">l'offre is cut behind the apostrophe.</param>
/// <param name="DayFirst">03/04 is the third of April whatever the context says.</param>
/// <param name="DayArticle">"le 17" is a day of the month.</param>
/// <param name="OrdinalMonths">"am dritten vierten" is the third of April.</param>
/// <param name="NextIsNearest">"nächsten Mittwoch" is the coming one, not the one of next week.</param>
/// <param name="JoinsUnits">treinta y tres: "and" joins units to tens.</param>
internal sealed record Habits(bool DecimalComma = false, bool UnitsFirst = false, bool ScoreNumbers = false, bool ElidesBefore = false, bool DayFirst = false, bool NextIsNearest = false, bool DayArticle = false, bool OrdinalMonths = false, bool JoinsUnits = false);

/// <summary>A language: its vocabulary, the phrases of its word lists, and its habits.</summary>
internal sealed class Language
{
    /// <summary>The folder of what all languages write alike: currency signs and codes, given names, legal forms.</summary>
    private const string Shared = "Shared";

    private static readonly string[] TermLists = ["base", "numbers", "dates", "holidays", "money", "people", "contacts"];
    private static readonly string[] FactLists = ["industries", "places", "tools", "facts"];

    private static readonly Dictionary<string, (string Folder, Habits Habits)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = ("English", new Habits()),
        ["de"] = ("German", new Habits(DecimalComma: true, UnitsFirst: true, DayFirst: true, OrdinalMonths: true, NextIsNearest: true)),
        ["fr"] = ("French", new Habits(DecimalComma: true, ScoreNumbers: true, ElidesBefore: true, DayFirst: true, NextIsNearest: true, DayArticle: true)),
        ["es"] = ("Spanish", new Habits(DecimalComma: true, JoinsUnits: true, DayFirst: true, DayArticle: true)),
        ["pt"] = ("Portuguese", new Habits(DecimalComma: true, JoinsUnits: true, DayFirst: true, NextIsNearest: true, DayArticle: true)),
    };

    private static readonly ConcurrentDictionary<string, Lazy<Language>> Loaded = new(StringComparer.OrdinalIgnoreCase);

    private readonly string[] timeQuestions;
    private readonly string[] confirmations;

    private Language(string folder, Habits habits)
    {
        Habits = habits;
        Vocabulary = new Vocabulary { ElidesBefore = habits.ElidesBefore };
        Terms = Load(folder, TermLists);
        People = Load(folder, "others");
        Deciding = Load(folder, "deciding");
        SlotNames = Load(folder, "slots");
        Budgets = Load(folder, "budgets");
        Sums = Load(folder, "sums");
        SmallWords = WordsOf(ListOf(folder, "small"), Vocabulary);
        AskingWords = WordsOf(ListOf(folder, "asking"), Vocabulary);
        ValueLeads = WordsOf(ListOf(folder, "leads"), Vocabulary);
        FrameWords = WordsOf(ListOf(folder, "frames"), Vocabulary);
        timeQuestions = PhrasesOf(ListOf(folder, "when"));
        confirmations = PhrasesOf(ListOf(folder, "confirm"));
        Statements = Load(folder, "acts", "answers");
        Cues = CueFile.Load(ListOf(folder, "cues"), Vocabulary);
        Vocabulary.CloseCommon();
        Facts = Load(folder, FactLists);
    }

    public Habits Habits { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Words of numbers, dates, money, people and contacts: the grammars put them together.</summary>
    public Phrases Terms { get; }

    /// <summary>Phrases that mean something by themselves: acts, and answers without a value.</summary>
    public Phrases Statements { get; }

    /// <summary>Orders of word classes that show an act.</summary>
    public Cues Cues { get; }

    /// <summary>Industries, places, products and priorities, and the words that lead to them.</summary>
    public Phrases Facts { get; }

    /// <summary>People and bodies who may take part in a decision.</summary>
    public Phrases People { get; }

    /// <summary>How people speak of deciding: subjects, verbs, and what stands between them.</summary>
    public Phrases Deciding { get; }

    /// <summary>Ids of words that say little and may stand anywhere ("just", "really").</summary>
    public FrozenSet<int> SmallWords { get; }

    /// <summary>Ids of words behind which a request may follow ("I", "please", "and").</summary>
    public FrozenSet<int> AskingWords { get; }

    /// <summary>What is said about money instead of an amount; read only where money is the matter.</summary>
    public Phrases Budgets { get; }

    /// <summary>Words around a number that tell a budget from other numbers.</summary>
    public Phrases Sums { get; }

    /// <summary>Ids of words behind which a value stands ("in", "with", "called").</summary>
    public FrozenSet<int> ValueLeads { get; }

    /// <summary>Ids of common words that neither are a value nor tell what a value is of.</summary>
    public FrozenSet<int> FrameWords { get; }

    /// <summary>What people call the things they were asked for.</summary>
    public Phrases SlotNames { get; }

    /// <summary>The language of a two-letter code (or "pt-BR"); English where it is not known.</summary>
    public static Language Of(string code)
    {
        var key = code.Length > 2 ? code[..2] : code;
        var known = Known.TryGetValue(key, out var found) ? found : Known["en"];
        return Loaded.GetOrAdd(known.Folder, static (folder, habits) => new Lazy<Language>(() => new Language(folder, habits)), known.Habits).Value;
    }

    /// <summary>True where a question asks for a time of day or a day.</summary>
    public bool AsksTime(string? question) =>
        question is not null && Array.Exists(timeQuestions, words => question.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the bot's words ask to confirm what it has understood.</summary>
    public bool AsksToConfirm(string question) =>
        Array.Exists(confirmations, words => question.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static string[] PhrasesOf(string list) => list.Split((char[])[',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    /// <summary>The values that a list gives to a tag, in English as in every language.</summary>
    public static ImmutableArray<string> ValuesOf(string list, Tag tag)
    {
        var head = tag.ToString() + ' ';
        return [.. ListOf("English", list).Split('\n').Where(line => line.StartsWith(head, StringComparison.OrdinalIgnoreCase)).Select(line => line[head.Length..line.IndexOf(':', StringComparison.Ordinal)])];
    }

    // The phrases of some lists: what all languages share, then the language's own.
    private Phrases Load(string folder, params ReadOnlySpan<string> lists)
    {
        var phrases = new Phrases(Vocabulary);
        foreach (var list in lists)
        {
            WordFile.Load(ListOf(Shared, list), Vocabulary, phrases);
            WordFile.Load(ListOf(folder, list), Vocabulary, phrases);
        }

        return phrases;
    }

    private static FrozenSet<int> WordsOf(string words, Vocabulary vocabulary) =>
        words.Split((char[])[',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(vocabulary.Add).ToFrozenSet();

    private static string ListOf(string folder, string list)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{folder}/{list}.txt");
        if (stream is null)
        {
            return "";
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
