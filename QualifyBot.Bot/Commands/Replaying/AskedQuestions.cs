using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>A question that was put in a talk.</summary>
/// <param name="Playbook">The playbook that it is of.</param>
/// <param name="Question">It.</param>
internal sealed record AskedQuestion(Playbook Playbook, Question Question)
{
    /// <summary>The slot that the answer fills under a playbook; null where it has none for it.</summary>
    public Slot? SlotIn(Playbook playbook) =>
        playbook.FindSlot(Question.Slot.Id) is { } slot && slot.Type == Question.Slot.Type ? slot : playbook.Slots.FirstOrDefault(one => one.Type == Question.Slot.Type);
}

/// <summary>Tells by the bot's words which question it put.</summary>
internal sealed class AskedQuestions
{
    private const int ShortestWord = 4;
    private const double LeastShared = 0.6;

    private readonly ImmutableArray<(string Words, AskedQuestion Asked)> wordings;
    private readonly TextCatalog texts;

    /// <summary>Knows the wordings of the questions of these playbooks, as far as the texts have them.</summary>
    public AskedQuestions(IEnumerable<Playbook> playbooks, TextCatalog texts)
    {
        this.texts = texts;
        wordings =
        [
            .. from playbook in playbooks
               from question in playbook.Questions
               let id = PlaybookTexts.Ask(playbook, question)
               where texts.Has(id)
               from words in texts.Wordings(id)
               orderby words.Length descending
               select (words, new AskedQuestion(playbook, question)),
        ];
    }

    /// <summary>The question that a message of the bot ends with; where it has other words than ours, the one that it shares most of its words with. Null where it asks none.</summary>
    public AskedQuestion? Find(string message) =>
        wordings.FirstOrDefault(wording => message.AsSpan().TrimEnd().EndsWith(wording.Words, StringComparison.Ordinal)).Asked ?? FindNearest(message);

    private AskedQuestion? FindNearest(string message)
    {
        var end = message.LastIndexOf('?');
        if (end < 0)
        {
            return null;
        }

        var asked = WordsOf(message[(message.AsSpan(0, end).LastIndexOfAny(".!?\n") + 1)..end]);
        var (nearest, shared) = (default(AskedQuestion), 0.0);
        foreach (var (words, question) in wordings)
        {
            var own = WordsOf(words);
            var share = own.Count == 0 ? 0 : own.Count(asked.Contains) / (double)own.Count;
            share += asked.Contains(question.Question.Slot.Id) ? 1 : 0;
            (nearest, shared) = share > shared ? (question, share) : (nearest, shared);
        }

        return shared >= LeastShared ? nearest : null;
    }

    private static HashSet<string> WordsOf(string text) =>
        text.Split([' ', ',', '.', ';', ':', '?', '!', '"', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Length >= ShortestWord).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the bot gave up a question that it had put.</summary>
    public bool GivesUp(string message) => message.Contains(texts.Get("talk.move_on"), StringComparison.Ordinal);

    /// <summary>What a click on a button with these words means on a day; null where there is no such button.</summary>
    public AnswerValue? Clicked(AskedQuestion asked, string words, DateOnly day)
    {
        foreach (var choice in asked.Question.Choices)
        {
            var label = PlaybookTexts.Label(asked.Playbook, asked.Question, choice);
            if (texts.Has(label) && words.AsSpan().Trim().Equals(texts.Get(label), StringComparison.OrdinalIgnoreCase))
            {
                return choice.ValueOn(day);
            }
        }

        return null;
    }
}
