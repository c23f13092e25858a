using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Facts;

/// <summary>What is said about a company: its industry, its places, how much the matter presses. Anything where it was asked for; else behind words that lead to it.</summary>
internal static class FactReader
{
    private const int WidestGap = 3;

    public static void Run(Sentence s, List<Candidate> found)
    {
        var facts = s.Facts;
        if (facts.Count == 0 && !s.Context.Requested.Contains(SlotType.Priority))
        {
            return;
        }

        Industry(s, found);
        Geography(s, found);
        PriorityReader.Run(s, found);
    }

    /// <summary>The nearest fact with a tag before another in its clause, over a few words that don't lead elsewhere; -1 where there is none.</summary>
    public static int Before(Sentence s, int index, Tag tag)
    {
        var fact = s.Facts[index];
        for (var i = index - 1; i >= 0 && fact.Start - s.Facts[i].End <= WidestGap; i--)
        {
            if (s.Facts[i].Has(Tag.Barrier) || EndsBetween(s, s.Facts[i].End, fact.Start))
            {
                return -1;
            }

            if (s.Facts[i].Has(tag))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True where the terms of a fact feed no other slot.</summary>
    public static bool IsFree(Sentence s, Fact fact) => s.IsFree(s.TermAt(fact.Start), s.TermAt(fact.End - 1) + 1);

    public static void Add(Sentence s, SlotType type, string value, int start, int end, string rule, List<Candidate> found)
    {
        var (first, last) = (s.Tokens[start].Start, s.Tokens[end - 1].End);
        found.Add(new Candidate(type, new AnswerValue.Text(value), first, last - first, rule));
    }

    private static bool EndsBetween(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Clauses.EndAt(s.Tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    // "We make medical devices", "we're in retail", "a logistics company" behind "we are".
    private static void Industry(Sentence s, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Industry);
        for (var i = 0; i < s.Facts.Count; i++)
        {
            var fact = s.Facts[i];
            if (fact.Has(Tag.Industry) && (asked || IsFree(s, fact)) && (asked || IsOfCompany(s, i)))
            {
                Add(s, SlotType.Industry, Names.TextOf(fact.Value(Tag.Industry)), fact.Start, fact.End, "industry", found);
                return;
            }
        }
    }

    // "I work in marketing" names a department.
    private static bool IsOfCompany(Sentence s, int index) =>
        Before(s, index, Tag.IndustryIntro) is >= 0 and var intro && !(s.Facts[intro].Value(Tag.IndustryIntro) == 1 && s.Has(s.TermAt(s.Facts[index].Start), Tag.Field));

    // "Based in Lyon", "customers in Germany, Austria and Switzerland", "a German company".
    private static void Geography(Sentence s, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Geography);
        var listed = -1;
        for (var i = 0; i < s.Facts.Count; i++)
        {
            var fact = s.Facts[i];
            if (fact.Has(Tag.Geography) && IsFree(s, fact) && IsPlace(s, fact, asked) && (asked || Before(s, i, Tag.PlaceIntro) >= 0 || (listed >= 0 && Continues(s, listed, fact.Start))))
            {
                Add(s, SlotType.Geography, Names.TextOf(fact.Value(Tag.Geography)), fact.Start, fact.End, "geography", found);
                listed = fact.End;
            }
            else if (fact.Has(Tag.Nation) && i + 1 < s.Facts.Count && s.Facts[i + 1].Has(Tag.CompanyNoun) && s.Facts[i + 1].Start - fact.End <= 1 && (asked || Before(s, i, Tag.IndustryIntro) >= 0))
            {
                Add(s, SlotType.Geography, Names.TextOf(fact.Value(Tag.Nation)), fact.Start, fact.End, "geography.nation", found);
            }
        }
    }

    // Small letters make a place only as the answer; "us" is none even then.
    private static bool IsPlace(Sentence s, Fact fact, bool asked)
    {
        ref readonly var token = ref s.Tokens[fact.Start];
        ref readonly var last = ref s.Tokens[fact.End - 1];
        return last.FoldLength == 2 ? last.Shouted : token.Capital || asked || last.Capital || Names.TextOf(fact.Value(Tag.Geography)) is { Length: > 2 };
    }

    /// <summary>True where only the signs and words of a list stand between two places.</summary>
    public static bool Continues(Sentence s, int end, int start)
    {
        var words = 0;
        for (var i = end; i < start && words == 0; i++)
        {
            var term = s.TermAt(i);
            var links = s.Sign(term) is ',' or '/' or '&' or '+' || s.Has(term, Tag.NumberAnd, Tag.And) || s.Has(term, Tag.Or, Tag.Plus)
                || s.Has(term, Tag.The, Tag.Article) || s.Has(term, Tag.Few, Tag.Couple) || s.Language.SmallWords.Contains(s.Tokens[i].Word);
            words += links ? 0 : 1;
        }

        return words == 0 && start > end;
    }
}
