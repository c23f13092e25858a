using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Extraction;

/// <summary>Which answers a visitor takes back who says that something is not so.</summary>
internal static class Denial
{
    private const int ShortestWord = 4;

    /// <summary>The answers in free words that hold the last word of what is denied.</summary>
    public static IEnumerable<Answer> Of(Lead lead, string denied)
    {
        var word = denied[(denied.LastIndexOf(' ') + 1)..];
        return word.Length < ShortestWord ? [] : lead.Answers.Where(answer =>
            answer.Value is AnswerValue.Need { Present: true } or AnswerValue.Title or AnswerValue.Text && answer.Evidence.Quote.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
