using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// A correction or an addition that says nothing by itself: "sorry, I meant 300", "and also we lose data". It is read once more as an answer to the
/// question that was answered last.
/// </summary>
internal static class Amendment
{
    /// <summary>What it changes; null where the message is none, or nothing is read in it so either.</summary>
    public static Filling? Of(Talk talk, SlotFilling filling, MessageToRead message)
    {
        var adds = talk.Reading.Acts.Contains(Act.Add);
        var corrects = talk.Reading.Acts.Contains(Act.Change) || !talk.Reading.Corrections.IsEmpty;
        if (!adds && !corrects)
        {
            return NamesKind(talk) ? Again(talk, filling, message, Last(talk, IsUnclear)!, adds: true) : null;
        }

        if (AnswersOpen(talk))
        {
            return null;
        }

        // Of what can be added to, a part in the decision is told by its words; a need may be told in any.
        return !adds ? OfLast(talk, filling, message)
            : Last(talk, static answer => answer.Value is AnswerValue.Authority) is { } part && Again(talk, filling, message, part, adds: false) is { IsEmpty: false } decided ? decided
            : Last(talk, static answer => answer.Value is AnswerValue.Need { Present: true }) is { } need ? Again(talk, filling, message, need, adds: true)
            : null;
    }

    // What was told as the problem says little, and now it is said what it is.
    private static bool NamesKind(Talk talk) => Last(talk, IsUnclear) is not null && talk.Reading.Candidates.Any(static candidate => candidate.Value is AnswerValue.Need { Present: true, Category: not null });

    private static bool IsUnclear(Answer answer) => answer.Value is AnswerValue.Need { Present: true, Category: null };

    // "No, thanks" to an offer is no correction of what was said before it.
    private static bool AnswersOpen(Talk talk) => talk is { Conversation.Open: { Slot: null, Requested: [SlotType.YesNo, ..] }, Reading.Acts: var acts } && (acts.Contains(Act.Yes) || acts.Contains(Act.No));

    // "Sorry, I meant March" may come long after the start was asked for; a day or an hour is rather meant for the demo.
    private static Filling? OfLast(Talk talk, SlotFilling filling, MessageToRead message)
    {
        var told = Last(talk, answer => talk.QuestionOf(answer.Slot) is not null) is { } last ? Again(talk, filling, message, last, adds: false) : null;
        return told is null or { IsEmpty: true } && talk.Reading.Candidates.Any(static candidate => candidate.Value is AnswerValue.Time { Grain: Grain.Month or Grain.Quarter or Grain.Year }) && Last(talk, static answer => answer.Value is AnswerValue.Timeframe) is { } start
            ? Again(talk, filling, message, start, adds: false)
            : told;
    }

    private static Answer? Last(Talk talk, Func<Answer, bool> fits) => AnswerOrder.Newest(talk, answer => answer.Value is not AnswerValue.Withheld && fits(answer));

    private static Filling? Again(Talk talk, SlotFilling filling, MessageToRead message, Answer last, bool adds)
    {
        if (talk.Playbook.FindSlot(last.Slot) is not { } slot)
        {
            return null;
        }

        var question = talk.QuestionOf(slot.Id) is { } asked ? talk.Texts.Get(Questions.TextOf(talk, asked)) : null;
        var reading = RuleReader.Read(message.Text, message.Context with { Requested = [slot.Type], Question = question });
        return reading.Candidates.FirstOrDefault(candidate => candidate.Type == slot.Type) is not { } candidate ? null
            : adds ? filling.FillMore(talk.Lead.Known, slot.Id, candidate)
            : filling.Fill(talk.Lead.Known, new Heard(reading with { Candidates = [candidate], Acts = ImmutableArray<Act>.Empty }), slot.Id, insisted: false);
    }
}
