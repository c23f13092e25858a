using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Tells kinds of messages apart, in time linear in their length.</summary>
public static class MessageKinds
{
    /// <summary>Length from which a text is an essay.</summary>
    public const int EssayLength = 1000;

    private const double LeastShare = 0.08;

    private static readonly string[] Marks = ["</", "/>", "();", "){", ") {", "=>", "==", "#include", "SELECT *", "DROP TABLE", "<?", "&&", "||"];

    /// <summary>The kind of a message.</summary>
    public static MessageKind Of(Activity activity)
    {
        var words = activity.Text ?? "";
        return string.IsNullOrWhiteSpace(words) ? activity.Attachments is { Count: > 0 } ? MessageKind.Files : activity.Value is null ? MessageKind.Silence : MessageKind.Words
            : !words.Any(char.IsLetterOrDigit) ? MessageKind.Signs
            : IsCode(words) ? MessageKind.Code
            : words.Length >= EssayLength ? MessageKind.Essay
            : MessageKind.Words;
    }

    // Braces in pairs or an operator, and many signs that no sentence needs.
    private static bool IsCode(string words)
    {
        var signs = words.Count(static sign => sign is '{' or '}' or '<' or '>' or '(' or ')' or '[' or ']' or ';' or '=' or '*' or '$' or '|' or '&' or '_' or '/' or '\\' or '"');
        var isMarked = (words.Contains('{', StringComparison.Ordinal) && words.Contains('}', StringComparison.Ordinal)) || Array.Exists(Marks, mark => words.Contains(mark, StringComparison.Ordinal));
        return isMarked && signs > words.Length * LeastShare;
    }
}
