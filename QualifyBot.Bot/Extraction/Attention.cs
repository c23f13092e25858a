using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>
/// Whether a message is worth a model's call once the rules have read it. A word is read where it stands in the span of a candidate, or in a clause that the
/// rules read an act in. Words of four letters or more and figures carry content, in any language; shorter ones are not counted as unread.
/// </summary>
internal static class Attention
{
    private const int LettersOfContent = 4;

    // Below that there is hardly another answer in what is left.
    private const int FewWords = 4;
    private const int OneIn = 3;

    /// <summary>True where the open question has no settled answer and something besides acts was said, or at least four words and a third of all are unread.</summary>
    public static bool IsCalledFor(MessageToRead message, MessageReading reading)
    {
        var (all, unread, free) = Count(message, reading);
        return LeavesQuestionOpen(message, reading) ? free > 0 : unread >= FewWords && unread * OneIn >= all;
    }

    /// <summary>True where there is at least one letter or figure.</summary>
    public static bool HasWords(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || text.Any(char.IsLetter);

    private static bool LeavesQuestionOpen(MessageToRead message, MessageReading reading) =>
        message.Unknown.FirstOrDefault(message.Asks) is { } open
        && !reading.Candidates.Any(candidate => candidate.Type == open.Type && Settles(message, candidate.Value));

    private static bool Settles(MessageToRead message, AnswerValue value) => value switch
    {
        AnswerValue.Need { Present: true, Category: null } => message.Context.Needs.IsEmpty,
        AnswerValue.Money { Status: MoneyStatus.Vague } or AnswerValue.Authority { Class: AuthorityClass.Unclear } => false,
        _ => true,
    };

    // All words of content; those unread; and words of any length outside of acts.
    private static (int All, int Unread, int Free) Count(MessageToRead message, MessageReading reading)
    {
        var (all, unread, free) = (0, 0, 0);
        var text = ModelPrompt.TextOf(message);
        foreach (var (start, end) in Clauses(text))
        {
            var words = Words(text, start, end).ToList();
            var done = !reading.Acts.IsEmpty && HoldsAct(message, start, end);
            all += words.Count(IsContent);
            free += done ? 0 : words.Count;
            unread += done ? 0 : words.Count(word => IsContent(word) && !IsRead(reading, word));
        }

        return (all, unread, free);

        bool IsContent((int Start, int End) word) =>
            word.End - word.Start >= LettersOfContent || char.IsDigit(text[word.Start]);
    }

    private static bool HoldsAct(MessageToRead message, int start, int end) =>
        !RuleReader.Read(message.Text[start..end], message.Context).Acts.IsEmpty;

    private static bool IsRead(MessageReading reading, (int Start, int End) word) =>
        reading.Candidates.Any(candidate => candidate.Start < word.End && candidate.Start + candidate.Length > word.Start);

    private static IEnumerable<(int Start, int End)> Clauses(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || EndsClause(text, i))
            {
                if (i > start)
                {
                    yield return (start, i);
                }

                start = i + 1;
            }
        }
    }

    // Not the sign within "15.2" or "acme.example".
    private static bool EndsClause(string text, int at) =>
        text[at] is '\n' || ((text[at] is '.' or ',' or ';' or '!' or '?') && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])));

    private static IEnumerable<(int Start, int End)> Words(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var start = i;
            while (i < to && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '\u2019'))
            {
                i++;
            }

            if (i > start)
            {
                yield return (start, i);
            }
        }
    }
}
