using System.Collections.Concurrent;
using System.Collections.Frozen;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>A language: its vocabulary, the phrases of its word lists, and its habits.</summary>
internal sealed class Language
{
    private static readonly ConcurrentDictionary<string, Lazy<Language>> Loaded = new(StringComparer.Ordinal);

    private readonly string[] timeQuestions;
    private readonly string[] confirmations;

    // The order counts: a contraction of "base" cuts the words of the lists behind it, and facts come last, because common words open none.
    private Language(string folder)
    {
        Habits = WordLists.HabitsOf(folder);
        Vocabulary = new Vocabulary { ElidesBefore = Habits.ElidesBefore };
        Terms = WordLists.PhrasesOf(folder, Vocabulary, "base", "numbers", "dates", "holidays", "money", "people", "contacts");
        People = WordLists.PhrasesOf(folder, Vocabulary, "others");
        Deciding = WordLists.PhrasesOf(folder, Vocabulary, "deciding");
        SlotNames = WordLists.PhrasesOf(folder, Vocabulary, "slots");
        Budgets = WordLists.PhrasesOf(folder, Vocabulary, "budgets");
        Sums = WordLists.PhrasesOf(folder, Vocabulary, "sums");
        SmallWords = WordLists.WordsOf(folder, Vocabulary, "small");
        AskingWords = WordLists.WordsOf(folder, Vocabulary, "asking");
        ValueLeads = WordLists.WordsOf(folder, Vocabulary, "leads");
        NameJoints = WordLists.WordsOf(folder, Vocabulary, "joints");
        NamingWords = WordLists.WordsOf(folder, Vocabulary, "naming");
        FrameWords = WordLists.WordsOf(folder, Vocabulary, "frames");
        QuestionWords = WordLists.WordsOf(folder, Vocabulary, "wh");
        (Asked, PlaceLeads, ValueTails) = AskedWords.Load(folder, Vocabulary);
        PastQuestions = WordLists.WordsOf(folder, Vocabulary, "past");
        timeQuestions = WordLists.EntriesOf(folder, "when");
        confirmations = WordLists.EntriesOf(folder, "confirm");
        Statements = WordLists.PhrasesOf(folder, Vocabulary, "acts", "answers");
        Cues = CueFile.Load(WordLists.Of(folder, "cues"), Vocabulary);
        Vocabulary.CloseCommon();
        Facts = WordLists.PhrasesOf(folder, Vocabulary, "industries", "places", "tools", "facts");
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

    /// <summary>Ids of words that ask for a value ("when", "which").</summary>
    public FrozenSet<int> QuestionWords { get; }

    /// <summary>What a question asks for, by the ids of words that tell it.</summary>
    public FrozenDictionary<int, ValueKind> Asked { get; }

    /// <summary>Ids of words behind which a place stands ("in", "near").</summary>
    public FrozenSet<int> PlaceLeads { get; }

    /// <summary>Ids of words that name the kind of a value behind it ("the garden speaker").</summary>
    public FrozenSet<int> ValueTails { get; }

    /// <summary>Ids of verbs that open a question about what has been ("did", "was").</summary>
    public FrozenSet<int> PastQuestions { get; }

    /// <summary>Ids of words behind which a value stands ("in", "with", "called").</summary>
    public FrozenSet<int> ValueLeads { get; }

    /// <summary>Ids of common words that neither are a value nor tell what a value is of.</summary>
    public FrozenSet<int> FrameWords { get; }

    /// <summary>Ids of small words that may stand within a name ("of", "by").</summary>
    public FrozenSet<int> NameJoints { get; }

    /// <summary>Ids of words behind which a name stands whole ("called").</summary>
    public FrozenSet<int> NamingWords { get; }

    /// <summary>What people call the things they were asked for.</summary>
    public Phrases SlotNames { get; }

    /// <summary>The language of a two-letter code (or "pt-BR"); English where it is not known.</summary>
    public static Language Of(string code)
    {
        var folder = WordLists.Folders.GetValueOrDefault(code.Length > 2 ? code[..2] : code, "English");
        return Loaded.GetOrAdd(folder, static name => new Lazy<Language>(() => new Language(name))).Value;
    }

    /// <summary>True where a question asks for a time of day or a day.</summary>
    public bool AsksTime(string? question) =>
        question is not null && Array.Exists(timeQuestions, words => question.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the bot's words ask to confirm what it has understood.</summary>
    public bool AsksToConfirm(string question) =>
        Array.Exists(confirmations, words => question.Contains(words, StringComparison.OrdinalIgnoreCase));
}
