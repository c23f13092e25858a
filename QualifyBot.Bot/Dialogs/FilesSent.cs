using QualifyBot.BotFramework.DirectLine;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What is said about the files of a message: that people will see them, or that only words count where nobody keeps them.</summary>
internal static class FilesSent
{
    private const string Silence = "talk.silence";
    private const string Unread = "talk.files";
    private const string Kept = "talk.files_kept";
    private const string KeptBeside = "talk.files_beside";

    /// <summary>Answers a message without words: one of files alone, or of nothing at all.</summary>
    public static void Answer(Talk talk) => Say(talk, Kept, talk.Kind is MessageKind.Silence ? Silence : Unread);

    /// <summary>Says of files that came beside words that they are kept; of others there is nothing to say.</summary>
    public static void Mention(Talk talk)
    {
        if (talk.Kind is not MessageKind.Files)
        {
            Say(talk, KeptBeside, null);
        }
    }

    private static void Say(Talk talk, string kept, string? otherwise)
    {
        var names = (talk.Activity.Attachments ?? [])
            .Where(static attachment => attachment.ContentUrl?.StartsWith(UploadedFile.Scheme, StringComparison.Ordinal) is true)
            .Select(static attachment => attachment.Name ?? "")
            .ToArray();
        if (names.Length > 0)
        {
            talk.SayInTurn(kept, ("names", string.Join(", ", names)));
        }
        else if (otherwise is not null)
        {
            talk.SayInTurn(otherwise);
        }
    }
}
