using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>
/// Who decides, from subjects and what is said of them: a verb belongs to the subject before it, "not" turns it round, what follows
/// "up to" or "approved by" is a decider or approver. One message is read once, then asked for its class.
/// </summary>
internal sealed partial class DecisionGrammar(Sentence s, List<DecisionWord> words)
{
    private const int Reach = 3;

    private Tag subject = Tag.Plain;
    private bool both;
    private bool hasSubject;
    private int crossed;
    private readonly bool named = words.Exists(static word => word.Kind == Tag.Other);
    private bool not;

    // "It goes to legal, but I decide".
    private bool passed;
    private Said said;
    private (int From, int To) advice = (-1, -1);

    /// <summary>True where the words speak of deciding and of nothing else: they count without having been asked for.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>First and last word that says who decides.</summary>
    public (int From, int To) Span { get; private set; } = (-1, -1);

    /// <summary>The speaker's part, or null where the words don't say.</summary>
    public AuthorityClass? Read()
    {
        for (var i = 0; i < words.Count; i++)
        {
            CrossClauses(words[i].Start);
            not &= words[i].Kind == Tag.And || !Clauses.StartAt(s.Tokens, words[i].Start) || words[i].Kind is not (Tag.Self or Tag.Us or Tag.Other);
            i = Hear(i);
        }

        said |= said.HasFlag(Said.Passes) ? Said.Approval : Said.Nothing;
        var part = DecisionPart.Of(said, named, words.Exists(static word => word.Kind is Tag.Self or Tag.Us));
        Span = Span.From < 0 ? advice : Span;
        return part;
    }

    /// <summary>Who else is named.</summary>
    public ImmutableArray<string> Others() =>
        [.. words.Where(static word => word.Kind == Tag.Other).Select(word => s.Text[s.Tokens[word.Start].Start..s.Tokens[word.End - 1].End]).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Hears a word; returns the last one that went with it.</summary>
    private int Hear(int i)
    {
        switch (words[i].Kind)
        {
            case Tag.Self or Tag.Us or Tag.Other: HearSubject(i); break;
            case Tag.They: (subject, both, not) = (Tag.They, false, false); break;
            case Tag.Nobody: (subject, not) = (Tag.Nobody, false); break;
            case Tag.Whoever: (subject, both, not) = (Tag.Whoever, false, false); break;
            case Tag.But: (not, passed) = (false, said.HasFlag(Said.Passes)); break;
            case Tag.Not: not = !IsReply(i); break;
            case Tag.Plain when words[i].End - words[i].Start > 1 && !IsNamed(i): (subject, both, not) = (Tag.They, false, false); break;
            case Tag.Deciding or Tag.Choosing or Tag.Approving: return HearSubjectBehind(i) is var last && last > i ? Math.Max(last, HearVerb(i)) : HearVerb(i);
            case Tag.DecidedBy: return HearDecider(i);
            case Tag.MyCall or Tag.Sole: HearOwn(i, words[i].Kind); break;
            case Tag.TheirCall: said |= !not ? Said.OthersDecide : Said.Nothing; Mark(i, plain: true); break;
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
            case Tag.Jointly when !not: said |= Said.Together; Mark(i, plain: false); break;
            case Tag.OneOf when !not && i + 1 < words.Count && words[i + 1].Kind is Tag.Deciding or Tag.Other or Tag.Plain or Tag.Filler: HearMember(i); break;
            case Tag.Advising when subject is not (Tag.Other or Tag.They or Tag.Whoever) && !not: said |= Said.Advises; MarkAdvice(i); break;
            case Tag.OnBehalf when i + 1 < words.Count && words[i + 1].Kind == Tag.Other && IsNear(i): said |= Said.Advises; Mark(i, plain: false); break;
            case Tag.NoSay when subject != Tag.Other: said |= Said.NoSay; Mark(i, plain: false); break;
            case Tag.Influencer: (said, subject, not) = (said | Said.SomeoneElse, Tag.They, false); Mark(i, plain: false); break;
            case Tag.Beyond: said |= Said.Beyond; break;
            case Tag.Unclear: said |= Said.Unclear; Mark(i, plain: false); break;
        }
    }

    // "No, that goes to my boss": a no that is cut off answers the question, and turns nothing round.
    private bool IsReply(int i) => words[i].Start == 0 && i + 1 < words.Count && words[i + 1].Kind == Tag.And && words[i + 1].Start == words[i].End;

    // "I'm on the committee": the committee is not somebody else.
    private void HearMember(int i)
    {
        said |= Said.Member;
        Mark(i, plain: words[i + 1].Kind == Tag.Deciding);
        words[i + 1] = words[i + 1] with { Kind = Tag.Filler };
    }

    // "I'm the one who decides": what stands before "the one" is who; in "I report to the one who decides" it is somebody else.
    private bool IsNamed(int i) =>
        words[i].Start > 0 && s.Tokens[words[i].Start - 1].Word is >= 0 and var word && s.Language.Vocabulary.TextOf(word) is "am" or "is" or "are" or "be" or "being" or "as" or "was";

    private void HearSubject(int i)
    {
        var kind = words[i].Kind;
        hasSubject = true;
        var joined = i >= 2 && words[i - 1].Kind is Tag.AndWith or Tag.And && words[i - 1].End == words[i].Start && words[i - 2].End == words[i - 1].Start;
        if (not && i > 0 && words[i - 1].Kind == Tag.Not && words[i - 1].End == words[i].Start)
        {
            said |= kind == Tag.Self ? Said.SpeakerNot : Said.Nothing;
            (subject, both, not) = (Tag.Plain, false, false);
            return;
        }

        // "I head the department and decide": what the speaker does something to is no new subject.
        if (kind == Tag.Other && subject == Tag.Self && i > 0 && words[i - 1].Kind == Tag.Self && !joined && words[i].Start - words[i - 1].End is 1 or 2 && !IsVerb(i + 1))
        {
            return;
        }

        var before = joined ? words[i - 2].Kind : Tag.Plain;
        var pair = before is Tag.Self or Tag.Us or Tag.Other && (both && joined || (before == Tag.Other) != (kind == Tag.Other)) && !(before == Tag.Self && said.HasFlag(Said.SpeakerNot));
        (subject, both, not) = (pair ? Tag.Us : kind, pair, false);
        if (pair)
        {
            said |= Said.Both;
            Mark(i, plain: false);
        }
    }

    private int HearVerb(int i)
    {
        var kind = words[i].Kind;
        subject = words[i].Person is Tag.Plain ? subject : words[i].Person;
        var speaker = subject is Tag.Self or Tag.Us;
        var plain = kind != Tag.Choosing && subject is Tag.Self or Tag.Us or Tag.Other;
        Mark(i, plain);
        switch (subject)
        {
            case Tag.Self or Tag.Us when not: said |= Said.SpeakerNot; break;
            case Tag.Us: said |= Said.Together; break;
            case Tag.Self when kind == Tag.Choosing: said |= Said.SpeakerChooses; break;
            case Tag.Self: said = (passed ? said & ~Said.Passes : said) | Said.SpeakerDecides; break;
            case Tag.Other or Tag.They when not: break;
            case Tag.Other or Tag.They when kind == Tag.Approving: said |= Said.Approval; break;
            case Tag.Other or Tag.They: said |= Said.OthersDecide; break;
            case Tag.Nobody when kind == Tag.Approving: said |= Said.Free; break;
            case Tag.Plain when kind == Tag.Approving: said |= !not && named ? Said.Approval : Said.Nothing; break;
        }

        // "I decide with my boss", but not "I decide and my boss pays".
        if (speaker && !not && i + 2 < words.Count && words[i + 1].Kind == Tag.AndWith && words[i + 2].Kind == Tag.Other && IsNear(i) && !IsVerb(i + 3))
        {
            said |= Said.TogetherWithOthers;
            return i + 2;
        }

        return i;
    }

    private bool IsVerb(int i) => i < words.Count && words[i].Kind is Tag.Deciding or Tag.Choosing or Tag.Approving or Tag.Approval;

    private bool IsNear(int i) => words[i + 1].Start - words[i].End <= Reach;

    // "Reporting takes weeks, I decide": what only might be a part in the decision is no part of what settles it.
    private void MarkAdvice(int i) => advice = (advice.From < 0 ? FirstOf(i) : advice.From, words[i].End);

    private int FirstOf(int i) => i > 0 && words[i - 1].Kind is Tag.Self or Tag.Us or Tag.Other && words[i].Start - words[i - 1].End <= Reach ? words[i - 1].Start : words[i].Start;

    private void Mark(int i, bool plain)
    {
        IsPlain |= plain;
        Span = (Span.From < 0 ? FirstOf(i) : Span.From, words[i].End);
    }
}
