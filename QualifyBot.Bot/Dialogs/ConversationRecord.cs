using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>A conversation as it is stored between two turns.</summary>
public sealed record ConversationRecord
{
    /// <summary>How many activity ids are remembered to drop repeated ones.</summary>
    public const int SeenLimit = 64;

    /// <summary>Version of this stored form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Id of the playbook of this talk.</summary>
    public required string Playbook { get; init; }

    /// <summary>The dialogs in progress.</summary>
    public DialogState Dialogs { get; init; } = new();

    /// <summary>What was asked last and is not answered yet.</summary>
    public OpenQuestion? Open { get; init; }

    /// <summary>Slots whose answers the visitor took back: they are not asked for again.</summary>
    public ImmutableArray<string> TakenBack { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The zone by whose clock the visitor last named a time, or null where none was said.</summary>
    public string? Zone { get; init; }

    /// <summary>The language that the bot speaks ("de"); null where nothing was said yet, or before talks had languages.</summary>
    public string? Language { get; init; }

    /// <summary>True once the visitor's own words showed the language; until then it is a guess, by the page or the channel.</summary>
    public bool LanguageHeard { get; init; }

    /// <summary>True once the visitor was told which languages the bot speaks, because of words in another.</summary>
    public bool LanguagesTold { get; init; }

    /// <summary>True once the visitor was told that this is a bot.</summary>
    public bool Greeted { get; init; }

    /// <summary>Who the visitor is by the word of the site's server; null = nobody said.</summary>
    public VisitorIdentity? Identity { get; init; }

    /// <summary>How many messages of the visitor said nothing that the talk could use.</summary>
    public int Missed { get; init; }

    /// <summary>How often the standing decision was explained to the visitor.</summary>
    public int Explained { get; init; }

    /// <summary>How many questions the visitor was told may follow; null where nothing was said of it.</summary>
    public int? QuestionsTold { get; init; }

    /// <summary>Hashes of the latest activities' ids, oldest first, each with the place of its replies in the log.</summary>
    public ImmutableArray<SeenActivity> Seen { get; init; } = [];

    /// <summary>Number of entries in the conversation's log.</summary>
    public long LogLength { get; init; }

    /// <summary>How the visitor can be written to; null where no way is known, or in conversations stored before it was kept.</summary>
    public Reachable? Reach { get; init; }

    /// <summary>The colleague who has written last, to whom the visitor talks now; null where the bot leads the talk.</summary>
    public Colleague? Colleague { get; init; }

    /// <summary>Timestamp of the newest activity in the log; the next one is later.</summary>
    public DateTimeOffset LastTimestamp { get; init; }
}

/// <summary>An activity that was answered.</summary>
/// <param name="IdHash">The first 64 bits of the SHA-256 of its id.</param>
/// <param name="Position">The log's length before its replies.</param>
/// <param name="Replies">How many replies it got.</param>
public readonly record struct SeenActivity(long IdHash, long Position, int Replies);

/// <summary>A person of ours who takes part in a talk.</summary>
/// <param name="Name">What the visitor is told they are called, or null.</param>
/// <param name="Until">Till when the bot leaves the talk to them.</param>
public sealed record Colleague(string? Name, DateTimeOffset Until);

/// <summary>A question that waits for its answer.</summary>
/// <param name="Id">The playbook's question, or a step of another dialog ("book.time").</param>
/// <param name="Slot">The slot that the answer fills, or null.</param>
/// <param name="Requested">What the reader should look for first.</param>
/// <param name="Words">The question as it was put.</param>
/// <param name="Buttons">Answers to click that went with it.</param>
/// <param name="Asked">How often it was put, 1 or more; it picks the next wording.</param>
/// <param name="Misses">How many answers to it were not understood.</param>
public sealed record OpenQuestion(string Id, string? Slot, ImmutableArray<SlotType> Requested, string Words, ImmutableArray<string> Buttons, int Asked = 1, int Misses = 0)
{
    /// <summary>True where the visitor wants to answer it anew: the older answer stands until there is another.</summary>
    public bool IsReopened { get; init; }

    /// <summary>What the answer is to settle, the first of them now; null for a question that settles none.</summary>
    public ImmutableArray<Doubt>? Doubts { get; init; }

    /// <summary>How often in a row nothing came instead of an answer.</summary>
    public int Silences { get; init; }

    /// <summary>How often the visitor asked why it is asked.</summary>
    public int Whys { get; init; }

    /// <summary>How often in a row something else came instead of an answer that was answered itself: a question back, a courtesy.</summary>
    public int Asides { get; init; }

    /// <summary>The question that waits until the doubts are settled; null = none was open.</summary>
    public OpenQuestion? Before { get; init; }
}
