using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>
/// Who decides, from subjects and what is said of them: a verb belongs to the subject before it, "not" turns it round, what follows
/// "up to" or "approved by" is a decider or approver. One message is read once, then asked for its class.
/// </summary>
internal sealed class DecisionGrammar(Sentence s, List<DecisionWord> words)
{
    private const int Reach = 3;

    private Tag subject = Tag.Plain;
    private bool both;
    private bool not;
    private bool speakerDecides;
    private bool speakerChooses;
    private bool speakerNot;
    private bool othersDecide;
    private bool together;
    private bool togetherWithOthers;
    private bool approval;
    private bool free;
    private bool advises;
    private bool noSay;
    private bool beyond;
    private bool unclear;
    private bool someoneElse;

    /// <summary>True where the words speak of deciding and of nothing else: they count without having been asked for.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>First and last word that says who decides.</summary>
    public (int From, int To) Span { get; private set; } = (-1, -1);

    /// <summary>The speaker's part, or null where the words don't say.</summary>
    public AuthorityClass? Read()
    {
        for (var i = 0; i < words.Count; i++)
        {
            not &= words[i].Kind == Tag.And || !Phrases.StartsClause(s.Tokens, words[i].Start) || words[i].Kind is not (Tag.Self or Tag.Us or Tag.Other);
            i = Hear(i);
        }

        return Part();
    }

    /// <summary>Who else is named.</summary>
    public ImmutableArray<string> Others() =>
        [.. words.Where(static word => word.Kind == Tag.Other).Select(word => s.Text[s.Tokens[word.Start].Start..s.Tokens[word.End - 1].End]).Distinct(StringComparer.OrdinalIgnoreCase)];

    private AuthorityClass? Part()
    {
        var named = words.Exists(static word => word.Kind == Tag.Other);
        var self = words.Exists(static word => word.Kind is Tag.Self or Tag.Us);
        return true switch
        {
            _ when noSay && !speakerDecides && !approval && !together => AuthorityClass.None,
            _ when approval && !(speakerNot && othersDecide) && !(advises && othersDecide && !speakerDecides) => AuthorityClass.NeedsApproval,
            _ when (together || togetherWithOthers) && !(othersDecide && !self) => AuthorityClass.Joint,
            _ when othersDecide => speakerDecides && !speakerNot ? AuthorityClass.NeedsApproval : AuthorityClass.Influencer,
            _ when beyond && speakerDecides && named => AuthorityClass.NeedsApproval,
            _ when speakerNot || someoneElse => AuthorityClass.Influencer,
            _ when speakerDecides || free => AuthorityClass.Sole,
            _ when advises => AuthorityClass.Influencer,
            _ when speakerChooses => AuthorityClass.Sole,
            _ when both => AuthorityClass.Joint,
            _ when unclear => AuthorityClass.Unclear,
            _ => null,
        };
    }

    /// <summary>Hears a word; returns the last one that went with it.</summary>
    private int Hear(int i)
    {
        switch (words[i].Kind)
        {
            case Tag.Self or Tag.Us or Tag.Other: HearSubject(i); break;
            case Tag.They: (subject, both, not) = (Tag.They, false, false); break;
            case Tag.Nobody: (subject, not) = (Tag.Nobody, false); break;
            case Tag.Whoever: (subject, both, not) = (Tag.Whoever, false, false); break;
            case Tag.But: not = false; break;
            case Tag.Not: not = true; break;
            case Tag.Deciding or Tag.Choosing or Tag.Approving: return HearVerb(i);
            case Tag.DecidedBy: return HearDecider(i);
            case Tag.MyCall or Tag.Sole: HearOwn(i, words[i].Kind); break;
            case Tag.TheirCall: othersDecide |= !not; Mark(i, plain: true); break;
            case Tag.Approval: HearApproval(i); break;
            case Tag.AskFirst: return HearAsking(i);
            default: HearRest(i); break;
        }

        return i;
    }

    private void HearRest(int i)
    {
        switch (words[i].Kind)
        {
            case Tag.Jointly when !not: together = true; Mark(i, plain: false); break;
            case Tag.OneOf when !not && i + 1 < words.Count && words[i + 1].Kind is Tag.Deciding or Tag.Other or Tag.Plain: HearMember(i); break;
            case Tag.Advising when subject is not (Tag.Other or Tag.They or Tag.Whoever) && !not: advises = true; Mark(i, plain: false); break;
            case Tag.OnBehalf when i + 1 < words.Count && words[i + 1].Kind == Tag.Other && IsNear(i): advises = true; Mark(i, plain: false); break;
            case Tag.NoSay when subject != Tag.Other: noSay = true; Mark(i, plain: false); break;
            case Tag.Influencer: (someoneElse, subject, not) = (true, Tag.They, false); Mark(i, plain: false); break;
            case Tag.Beyond: beyond = true; break;
            case Tag.Unclear: unclear = true; Mark(i, plain: false); break;
        }
    }

    // "I'm on the committee": the committee is not somebody else.
    private void HearMember(int i)
    {
        together = true;
        Mark(i, plain: words[i + 1].Kind == Tag.Deciding);
        words[i + 1] = words[i + 1] with { Kind = Tag.Plain };
    }

    private void HearSubject(int i)
    {
        var kind = words[i].Kind;
        var joined = i >= 2 && words[i - 1].Kind is Tag.AndWith or Tag.And && words[i - 1].End == words[i].Start && words[i - 2].End == words[i - 1].Start;
        if (not && i > 0 && words[i - 1].Kind == Tag.Not && words[i - 1].End == words[i].Start)
        {
            speakerNot |= kind == Tag.Self;
            (subject, both, not) = (Tag.Plain, false, false);
            return;
        }

        // "I head the department and decide": what the speaker does something to is no new subject.
        if (kind == Tag.Other && subject == Tag.Self && i > 0 && words[i - 1].Kind == Tag.Self && !joined && words[i].Start - words[i - 1].End is 1 or 2 && !IsVerb(i + 1))
        {
            return;
        }

        var before = joined ? words[i - 2].Kind : Tag.Plain;
        var pair = before is Tag.Self or Tag.Us or Tag.Other && (both && joined || (before == Tag.Other) != (kind == Tag.Other)) && !(before == Tag.Self && speakerNot);
        (subject, both, not) = (pair ? Tag.Us : kind, pair, false);
        if (pair)
        {
            Mark(i, plain: false);
        }
    }

    private int HearVerb(int i)
    {
        var kind = words[i].Kind;
        var speaker = subject is Tag.Self or Tag.Us;
        var plain = kind != Tag.Choosing && subject is Tag.Self or Tag.Us or Tag.Other;
        Mark(i, plain);
        switch (subject)
        {
            case Tag.Self or Tag.Us when not: speakerNot = true; break;
            case Tag.Us: together = true; break;
            case Tag.Self when kind == Tag.Choosing: speakerChooses = true; break;
            case Tag.Self: speakerDecides = true; break;
            case Tag.Other or Tag.They when not: break;
            case Tag.Other or Tag.They when kind == Tag.Approving: approval = true; break;
            case Tag.Other or Tag.They: othersDecide = true; break;
            case Tag.Nobody when kind == Tag.Approving: free = true; break;
            case Tag.Plain when kind == Tag.Approving: approval |= !not && words.Exists(static word => word.Kind == Tag.Other); break;
        }

        // "I decide with my boss", but not "I decide and my boss pays".
        if (speaker && !not && i + 2 < words.Count && words[i + 1].Kind == Tag.AndWith && words[i + 2].Kind == Tag.Other && IsNear(i) && !IsVerb(i + 3))
        {
            togetherWithOthers = true;
            return i + 2;
        }

        return i;
    }

    private bool IsVerb(int i) => i < words.Count && words[i].Kind is Tag.Deciding or Tag.Choosing or Tag.Approving or Tag.Approval;

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
        speakerNot |= speaker && not;
        togetherWithOthers |= speaker && others && !not;
        speakerDecides |= speaker && !others && !not;
        othersDecide |= others && !speaker && !not;
        not = false;
        return last;
    }

    private void HearOwn(int i, Tag kind)
    {
        Mark(i, plain: kind == Tag.MyCall);
        speakerNot |= not;
        speakerDecides |= !not;
    }

    private void HearApproval(int i)
    {
        Mark(i, plain: words.Exists(static word => word.Kind == Tag.Other));
        var needed = !not && subject != Tag.Nobody && !(i > 0 && words[i - 1].Kind == Tag.Nobody);
        approval |= needed;
        free |= !needed;
    }

    private int HearAsking(int i)
    {
        Mark(i, plain: false);
        var next = i + 1 < words.Count && IsNear(i) ? words[i + 1].Kind : Tag.Plain;
        if (next == Tag.Self)
        {
            speakerDecides = true;
            return i + 1;
        }

        if (subject == Tag.They)
        {
            return i;
        }

        var needed = !not && next != Tag.Nobody && subject != Tag.Nobody;
        approval |= needed;
        free |= !needed;
        return i;
    }

    private bool IsNear(int i) => words[i + 1].Start - words[i].End <= Reach;

    private void Mark(int i, bool plain)
    {
        IsPlain |= plain;
        var first = i > 0 && words[i - 1].Kind is Tag.Self or Tag.Us or Tag.Other && words[i].Start - words[i - 1].End <= Reach ? words[i - 1].Start : words[i].Start;
        Span = (Span.From < 0 ? first : Span.From, words[i].End);
    }
}
