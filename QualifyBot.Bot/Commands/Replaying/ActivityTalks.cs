using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>Gathers activities by their conversation.</summary>
internal sealed class ActivityTalks
{
    private const string NoConversation = "conversation";

    private readonly Dictionary<string, List<Activity>> talks = new(StringComparer.Ordinal);

    /// <summary>The talks, in the order of their first activity; what came twice under one id stands there once.</summary>
    public IEnumerable<Transcript> Talks => talks.Select(talk => new Transcript(talk.Key, [.. talk.Value.Index().DistinctBy(entry => (entry.Item.Id, entry.Item.Id is null ? entry.Index : 0)).Select(entry => LineOf(entry.Item, entry.Index))]));

    /// <summary>Takes in an activity; what is wrong with it, or null. Only messages are kept.</summary>
    public string? Add(string json)
    {
        if (!ActivityParser.TryParse(Encoding.UTF8.GetBytes(json), out var activity, out var problem))
        {
            return problem;
        }

        if (activity.Type is ActivityTypes.Message && (activity.Text ?? activity.Value?.ToString()) is { Length: > 0 })
        {
            var id = activity.Conversation?.Id ?? NoConversation;
            (talks.TryGetValue(id, out var talk) ? talk : talks[id] = []).Add(activity);
        }

        return null;
    }

    private static TranscriptLine LineOf(Activity activity, int index)
    {
        var isBot = activity.From?.Role is { } role ? role is RoleTypes.Bot : activity.ReplyToId is not null;
        return new TranscriptLine(
            activity.Id ?? string.Create(CultureInfo.InvariantCulture, $"m{index + 1}"), !isBot, activity.Text ?? activity.Value?.ToString() ?? "", activity.LocalTimestamp ?? activity.Timestamp);
    }
}
