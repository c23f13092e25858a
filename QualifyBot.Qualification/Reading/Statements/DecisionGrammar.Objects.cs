using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>What names the decider or approver behind it, or says whose the decision is.</summary>
internal sealed partial class DecisionGrammar
{
    // A subject counts up to the end of its clause.
    private void CrossClauses(int token)
    {
        for (; crossed < token; crossed++)
        {
            hasSubject &= !Clauses.StartAt(s.Tokens, crossed + 1);
            not &= s.Text[s.Tokens[crossed].Start] is not ('.' or '!' or '?');
        }
    }

    // "Das entscheidet mein Chef", "eso no lo decido yo": returns the subject behind a verb that has none before it.
    private int HearSubjectBehind(int i)
    {
        var next = i + 1 < words.Count && words[i + 1].Kind == Tag.Not && words[i + 1].Start == words[i].End ? i + 2 : i + 1;
        if (!s.Language.Habits.SubjectsBehind || hasSubject || next >= words.Count || words[next].Kind is not (Tag.Self or Tag.Us or Tag.Other) || words[next].Start - words[next - 1].End > 1 || IsVerb(next + 1))
        {
            return i;
        }

        var denied = not || next > i + 1;
        HearSubject(next);
        not = denied;
        return next;
    }

    // What stands behind "up to" or "made by".
    private int HearDecider(int i)
    {
        var (speaker, others, last) = (false, false, i);
        for (var k = i + 1; k < words.Count && words[k].Kind is Tag.Self or Tag.Us or Tag.Other or Tag.AndWith or Tag.And or Tag.Nobody && words[k].Start - words[k - 1].End <= Reach; k++)
        {
            speaker |= words[k].Kind is Tag.Self or Tag.Us;
            others |= words[k].Kind == Tag.Other;
            last = words[k].Kind is Tag.AndWith or Tag.And ? last : k;
            if (words[k].Kind == Tag.And && !(k + 1 < words.Count && words[k + 1].Kind is Tag.Other or Tag.AndWith))
            {
                break;
            }
        }

        if (last == i)
        {
            return i;
        }

        Mark(i, plain: true);
        Mark(last, plain: true);
        said |= speaker && not ? Said.SpeakerNot : Said.Nothing;
        said |= speaker && others && !not ? Said.TogetherWithOthers : Said.Nothing;
        said |= speaker && !others && !not ? Said.SpeakerDecides : Said.Nothing;
        said |= others && !speaker && !not ? Said.OthersDecide : Said.Nothing;
        not = false;
        return last;
    }

    private void HearOwn(int i, Tag kind)
    {
        Mark(i, plain: kind == Tag.MyCall);
        said |= not ? Said.SpeakerNot : Said.Nothing;
        said |= !not ? Said.SpeakerDecides : Said.Nothing;
    }

    private void HearApproval(int i)
    {
        Mark(i, plain: named);
        var needed = !not && subject != Tag.Nobody && !(i > 0 && words[i - 1].Kind == Tag.Nobody);
        said |= needed ? Said.Approval : Said.Nothing;
        said |= !needed ? Said.Free : Said.Nothing;
    }

    private int HearAsking(int i)
    {
        Mark(i, plain: false);
        var next = i + 1 < words.Count && IsNear(i) ? words[i + 1].Kind : Tag.Plain;
        if (next == Tag.Self)
        {
            said |= Said.SpeakerDecides;
            return i + 1;
        }

        if (subject == Tag.They)
        {
            return i;
        }

        var needed = !not && next != Tag.Nobody && subject != Tag.Nobody;
        said |= !needed ? Said.Free : subject is Tag.Self or Tag.Us ? Said.Approval : Said.Passes;
        return i;
    }
}
