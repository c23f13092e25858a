using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>A turn as it was seen from outside, and what is stored after it.</summary>
internal sealed record TurnSeen
{
    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the visitor did, in words; empty where nobody wrote.</summary>
    public required string Did { get; init; }

    /// <summary>What was sent, none for an activity that was answered before.</summary>
    public required ImmutableArray<Activity> Replies { get; init; }

    /// <summary>Ids of the texts in them.</summary>
    public required FrozenSet<string> Said { get; init; }

    /// <summary>What the visitor did besides answering.</summary>
    public required ImmutableArray<Act> Acts { get; init; }

    /// <summary>Kinds of the work that was put into the outbox.</summary>
    public required ImmutableArray<string> Work { get; init; }

    /// <summary>The conversation as it is stored; null = there is none.</summary>
    public required ConversationRecord? Conversation { get; init; }

    /// <summary>The lead as it is stored; null = there is none.</summary>
    public required LeadRecord? Lead { get; init; }

    /// <summary>How the talk stands, as the desk shows it; null = there is no lead.</summary>
    public required LeadStatus? Status { get; init; }

    /// <summary>What went wrong in it whatever was expected, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>The bot's words, a line break between messages.</summary>
    public string Text => string.Join('\n', Replies.Select(static reply => reply.Text));

    /// <summary>Titles of the buttons.</summary>
    public ImmutableArray<string> Buttons => [.. Replies.SelectMany(ReplyParts.Buttons)];

    /// <summary>The question that is open; null = none.</summary>
    public string? Question => Conversation?.Open?.Id;

    /// <summary>The stored lead, for a look at any field of it.</summary>
    public JsonElement? LeadJson => Lead is null ? null : JsonSerializer.SerializeToElement(Lead, DialogsJsonContext.Default.LeadRecord);

    /// <summary>The stored conversation, for a look at any field of it.</summary>
    public JsonElement? ConversationJson => Conversation is null ? null : JsonSerializer.SerializeToElement(Conversation, DialogsJsonContext.Default.ConversationRecord);
}
