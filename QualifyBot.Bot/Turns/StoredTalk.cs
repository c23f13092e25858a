using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Turns;

/// <summary>Conversation and lead as the store has them; null where there is none yet.</summary>
internal sealed record StoredTalk(ConversationRecord? Conversation, long ConversationVersion, LeadRecord? Lead, long LeadVersion)
{
    /// <summary>The lead of the visitor's last conversation, where this is a new one; null where none is known.</summary>
    public LeadRecord? Earlier { get; init; }

    /// <summary>Loads both in one read.</summary>
    /// <exception cref="JsonException">A document is damaged or of a newer form.</exception>
    public static async ValueTask<StoredTalk> LoadAsync(IStore store, ConversationKey key, CancellationToken cancellation)
    {
        var documents = await store.GetAsync([new(key.Partition, key.State), new(key.Partition, key.Lead)], cancellation);
        return new StoredTalk(
            documents[0] is { } state ? JsonSerializer.Deserialize(state.Data.Span, DialogsJsonContext.Default.ConversationRecord) : null,
            documents[0]?.Version ?? 0,
            documents[1] is { } lead ? JsonSerializer.Deserialize(lead.Data.Span, DialogsJsonContext.Default.LeadRecord) : null,
            documents[1]?.Version ?? 0);
    }
}
