using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>Yes, no or unsure: the first clear word decides, weaker signs only where there is none.</summary>
internal static class YesNoReader
{
    public static void Run(Sentence s, List<FoundStatement> statements, List<Act> acts, List<Candidate> found)
    {
        var (best, at) = Best(s, statements, Tag.Act);
        if (best is null && (s.Context.Question is not null || s.Context.Requested.Contains(SlotType.YesNo)))
        {
            (best, at) = Best(s, statements, Tag.WeakAct);
        }
        else if (best is { } act)
        {
            acts.Add(act);
        }

        if (best is not { } answer)
        {
            return;
        }

        Add(s, answer, statements[at].Start, statements[at].End, found);
    }

    /// <summary>Adds the answer that an act gives, by the words of its tokens.</summary>
    public static void Add(Sentence s, Act answer, int first, int end, List<Candidate> found)
    {
        var start = s.Tokens[first].Start;
        var value = answer switch { Act.Yes => YesNoClass.Yes, Act.No => YesNoClass.No, _ => YesNoClass.Unsure };
        found.Add(new Candidate(SlotType.YesNo, new AnswerValue.YesNo(value), start, s.Tokens[end - 1].End - start, "yesno"));
    }

    private static (Act? Act, int At) Best(Sentence s, List<FoundStatement> statements, Tag tag)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            foreach (var meaning in statements[i].Entry.Meanings)
            {
                var act = (Act)meaning.Value;
                if (meaning.Tag == tag && act is Act.Yes or Act.No or Act.Unsure && (tag == Tag.WeakAct || ActReader.IsMeant(s, statements[i], act)))
                {
                    return (act, i);
                }
            }
        }

        return (null, 0);
    }
}
