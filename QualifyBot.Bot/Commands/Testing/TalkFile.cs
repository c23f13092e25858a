using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>A talk as a file tells it: what the visitor does, and what must hold after each turn.</summary>
internal sealed record TalkFile
{
    /// <summary>When a talk begins whose file does not say: Monday 12 January 2026, 10:00 in Berlin.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The file's path.</summary>
    public required string File { get; init; }

    /// <summary>Ids of playbooks, or files beside the talk; empty = BANT.</summary>
    public ImmutableArray<string> Playbooks { get; init; } = [];

    /// <summary>The style of questioning in place of the playbook's ("spin"); null = its own.</summary>
    public string? Style { get; init; }

    /// <summary>When the talk begins.</summary>
    public DateTimeOffset Now { get; init; } = Beginning;

    /// <summary>The visitor's zone, an IANA id; null = the channel does not tell.</summary>
    public string? Zone { get; init; }

    /// <summary>The channel.</summary>
    public string Channel { get; init; } = "directline";

    /// <summary>The locale that the channel tells ("de-DE"); null = it tells none.</summary>
    public string? Locale { get; init; }

    /// <summary>When the scripted model is asked.</summary>
    public ExtractionMode Model { get; init; } = ExtractionMode.Rules;

    /// <summary>When demos can be had in this talk, as settings of the host ("HorizonDays"); empty = as the settings say.</summary>
    public ImmutableArray<(string Name, string Value)> Booking { get; init; } = [];

    /// <summary>The turns, in order.</summary>
    public ImmutableArray<TalkTurn> Turns { get; init; } = [];

    /// <summary>The sentence that the file's name is.</summary>
    public string Sentence => Path.GetFileNameWithoutExtension(File).Replace('_', ' ');

    /// <summary>The folder that it stands in: what people do in it.</summary>
    public string Folder => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(File))) ?? "";
}

/// <summary>A turn of a talk.</summary>
/// <param name="Deed">What the visitor, or somebody outside, does.</param>
/// <param name="Line">Line of the turn, from 1.</param>
/// <param name="Column">Column of the turn, from 1.</param>
internal sealed record TalkTurn(TurnDeed Deed, int Line, int Column)
{
    /// <summary>How much time passes before it.</summary>
    public TimeSpan After { get; init; }

    /// <summary>When it happens; null = <see cref="After"/> the one before.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whose turn it is, where there are several visitors; empty = the one whom the talk is about.</summary>
    public string Visitor { get; init; } = "";

    /// <summary>Whether something in the bot breaks in it.</summary>
    public bool Breaks { get; init; }

    /// <summary>Name of a file that comes with it and is kept; null = none.</summary>
    public string? File { get; init; }

    /// <summary>What the scripted model replies in it; null = nothing.</summary>
    public string? Model { get; init; }

    /// <summary>What must hold after it.</summary>
    public ImmutableArray<Expectation> Expected { get; init; } = [];
}

/// <summary>What happens in a turn; a closed union.</summary>
internal abstract record TurnDeed
{
    private TurnDeed()
    {
    }

    /// <summary>The visitor opens the talk.</summary>
    public sealed record Joins : TurnDeed;

    /// <summary>The visitor writes.</summary>
    public sealed record Says(string Text) : TurnDeed;

    /// <summary>The visitor clicks a button of the last reply.</summary>
    public sealed record Clicks(string Title) : TurnDeed;

    /// <summary>The visitor sends a card or another value, as JSON.</summary>
    public sealed record Submits(string Json) : TurnDeed;

    /// <summary>The visitor sends a file of this kind, and no words.</summary>
    public sealed record Attaches(string ContentType) : TurnDeed;

    /// <summary>The page reports an event.</summary>
    public sealed record Reports(string Name) : TurnDeed;

    /// <summary>The channel sends the last activity once more.</summary>
    public sealed record SendsAgain : TurnDeed;

    /// <summary>The visitor leaves the conversation.</summary>
    public sealed record Leaves : TurnDeed;

    /// <summary>Another system reports a signal about the lead.</summary>
    public sealed record Signals(string Kind) : TurnDeed;

    /// <summary>A colleague writes to the visitor from the desk.</summary>
    public sealed record Colleague(string Text, string? Name) : TurnDeed;

    /// <summary>Nothing but time passing; what has fallen due by then is sent.</summary>
    public sealed record Waits : TurnDeed;
}

/// <summary>Something that must hold after a turn.</summary>
/// <param name="Key">What it is about ("slots").</param>
/// <param name="Name">Which one ("budget"); null where there is one only.</param>
/// <param name="Wanted">What it must be.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column, from 1.</param>
internal sealed record Expectation(string Key, string? Name, string Wanted, int Line, int Column)
{
    /// <summary>What it is about, in words.</summary>
    public string Subject => Name is null ? Key : $"{Key}.{Name}";
}
