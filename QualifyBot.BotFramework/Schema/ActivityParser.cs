using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace QualifyBot.BotFramework.Schema;

/// <summary>Reads activities that come from outside. Whatever the bytes, it returns and never throws.</summary>
public static class ActivityParser
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one activity.</summary>
    /// <param name="utf8">The whole body.</param>
    /// <param name="activity">The activity; its type is not empty and none of its lists holds a null.</param>
    /// <param name="problem">What is wrong, where, and how to mend it.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out Activity? activity, [NotNullWhen(false)] out string? problem)
    {
        activity = null;
        if (!Utf8.IsValid(utf8))
        {
            problem = "The body is not valid UTF-8. Send the activity as JSON in UTF-8.";
            return false;
        }

        try
        {
            var body = utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
            body = LoneSurrogates.Mend(body) ?? body;
            var parsed = JsonSerializer.Deserialize(body, BotFrameworkJsonContext.Wire.Activity);
            problem = parsed is null ? "The body is null. Send a JSON object with at least a \"type\"." : FindProblem(parsed);
            activity = problem is null ? parsed : null;
        }
        catch (JsonException exception)
        {
            problem = Describe(exception);
        }

        return problem is null;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out Activity?, out string?)"/>
    public static bool TryParse(
        in ReadOnlySequence<byte> utf8, [NotNullWhen(true)] out Activity? activity, [NotNullWhen(false)] out string? problem) =>
        TryParse(utf8.IsSingleSegment ? utf8.FirstSpan : utf8.ToArray(), out activity, out problem);

    private static string? FindProblem(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.Type))
        {
            return "$.type is missing or empty. Name the activity's type, such as \"message\".";
        }

        var list = HoldsNull(activity.MembersAdded) ? "membersAdded"
            : HoldsNull(activity.MembersRemoved) ? "membersRemoved"
            : HoldsNull(activity.ReactionsAdded) ? "reactionsAdded"
            : HoldsNull(activity.ReactionsRemoved) ? "reactionsRemoved"
            : HoldsNull(activity.Attachments) ? "attachments"
            : HoldsNull(activity.Entities) ? "entities"
            : HoldsNull(activity.SuggestedActions?.To) ? "suggestedActions.to"
            : HoldsNull(activity.SuggestedActions?.Actions) ? "suggestedActions.actions"
            : null;
        return list is null ? null : $"$.{list} holds a null. Leave it out of the list.";
    }

    private static bool HoldsNull<T>(IList<T>? list)
        where T : class
    {
        for (var i = 0; i < list?.Count; i++)
        {
            if (list[i] is null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Describe(JsonException exception)
    {
        var (line, position) = ((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        return $"The body is not an activity: {exception.Path ?? "$"} at line {line}, byte {position}: {exception.Message} "
            + "Send one JSON object whose members have the types of the Bot Framework activity schema.";
    }
}
