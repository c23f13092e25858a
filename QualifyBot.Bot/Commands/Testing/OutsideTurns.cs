using System.Globalization;
using System.Text.Json;
using QualifyBot.Bot.Desk;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Reminding;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>What others than the visitor do in a talk: a signal, a colleague's words, a reminder that has fallen due.</summary>
internal sealed class OutsideTurns(TalkStage stage)
{
    /// <summary>Another system reports a signal of this kind; gives what is wrong with it, or null.</summary>
    public async Task<string?> SignalAsync(ConversationKey key, string kind, int turn)
    {
        var signal = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["id"] = string.Create(CultureInfo.InvariantCulture, $"s{turn}"), ["kind"] = kind }, TestingJsonContext.Default.DictionaryStringString);
        var (answer, wrong) = await stage.Get<SignalInbox>().TakeAsync(key.LeadId, signal, CancellationToken.None);
        return answer is null ? wrong?.Message ?? "There is no lead yet that a signal could be about; let the visitor write first." : null;
    }

    /// <summary>A colleague writes to the visitor, as at the desk; gives what is wrong, or null.</summary>
    public async Task<string?> SpeakAsync(ConversationKey key, TurnDeed.Colleague words, int turn)
    {
        var until = stage.Clock.GetUtcNow().AddMinutes(stage.Get<ReminderOptions>().ColleagueMinutes);
        var id = string.Create(CultureInfo.InvariantCulture, $"colleague/{turn}");
        return await stage.Get<TalkAdapter>().SayAsync(key, id, (context, stop) => Unasked.SpeakAsync(context, words.Text, words.Name, until, stop), CancellationToken.None) is null
            ? "This visitor cannot be written to: let them write first, on the channel directline."
            : null;
    }

    /// <summary>Sends what has fallen due by now.</summary>
    public Task RemindAsync() => stage.Get<ReminderSweep>().SweepAsync(CancellationToken.None);

    /// <summary>How long the visitor's log is.</summary>
    public async Task<long> LengthAsync(ConversationKey key) => (await StoredTalk.LoadAsync(stage.Get<IStore>(), key, CancellationToken.None)).Conversation?.LogLength ?? 0;

    /// <summary>What came into the log behind a place.</summary>
    public async Task<IReadOnlyList<Activity>> BehindAsync(ConversationKey key, long place) =>
        [.. (await stage.Get<IStore>().ReadAsync(new StoreKey(key.Partition, key.Log), place, int.MaxValue, CancellationToken.None)).Select(static entry => TalkPlayer.Parse(entry.Data))];
}
