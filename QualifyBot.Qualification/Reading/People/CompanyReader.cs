using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Needs;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Names of companies: "at Acme", "we are Acme GmbH", any name with a legal form, or bare where one was asked for.</summary>
internal static class CompanyReader
{
    private const int LongestBeforeLegal = 6;

    /// <summary>Names made of words of the calendar ("March Group", "Monday Ltd"), before these are read as dates.</summary>
    public static void RunOnDates(Sentence s, List<Candidate> found)
    {
        if (s.Context.Requested is [SlotType.Company, ..] && s.Digits(0) > 0 && s.Glued(1) && s.EndsClause(CompanyGrammar.End(s, 0, lenient: true)) && CompanyGrammar.End(s, 0, lenient: true) > 1)
        {
            Add(s, 0, CompanyGrammar.End(s, 0, lenient: true), "company.bare", found);
            return;
        }

        for (var i = 0; i < s.Count - 1; i++)
        {
            if ((s.Has(i, Tag.Month, Tag.Weekday) || s.Has(i, Tag.Season, Tag.Holiday)) && s.Token(i).Capital && s.Has(i + 1, Tag.Legal) && s.Token(i + 1).Capital)
            {
                Add(s, i, CompanyGrammar.End(s, i, lenient: false), "company.legal", found);
                return;
            }
        }
    }

    public static void Run(Sentence s, List<Candidate> found)
    {
        if (found.Exists(static candidate => candidate.Type == SlotType.Company))
        {
            return;
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (s.Has(i, Tag.CompanyIntro, Tag.WeakCompanyIntro) && Introduced(s, i, found))
            {
                return;
            }
        }

        if (!WithLegalForm(s, found) && !Told(s, found) && s.Context.Requested.Contains(SlotType.Company))
        {
            Bare(s, found);
        }
    }

    private static bool Introduced(Sentence s, int intro, List<Candidate> found)
    {
        var strong = s.Has(intro, Tag.CompanyIntro);
        var start = s.Sign(intro + 1) is ':' or '"' ? intro + 2 : intro + 1;
        var kind = strong ? s.Value(intro, Tag.CompanyIntro) : 0;
        strong &= kind < 2 || s.Context.Requested.Contains(SlotType.Company);
        var named = strong ? kind > 0 : s.Has(intro, Tag.At) && s.Try(intro - 1, Tag.CompanyWord, out var small) && small == 1;
        var skips = s.Has(start, Tag.The) && start + 1 < s.Count && !(named && s.Token(start).Capital);
        start = skips ? start + 1 : start;
        var end = CompanyGrammar.End(s, start, lenient: named && !skips);
        if (end == start || !(strong || IsCompany(s, intro, start, end, found)) || IsOther(s, start, end))
        {
            return false;
        }

        Add(s, start, end, "company.introduced", found);
        return true;
    }

    // A country, or what follows is a thing of theirs ("at Acme's booth").
    private static bool IsOther(Sentence s, int start, int end) => (end == start + 1 && s.Has(start, Tag.Place)) || (s.Facts.Has(s.TokenAt(start), Tag.Geography) && s.Facts.Has(s.TokenAt(end - 1), Tag.Geography));

    // "from Acme": more than a place or a date must speak for it; "for Acme" likewise.
    private static bool IsCompany(Sentence s, int intro, int start, int end, List<Candidate> found)
    {
        if (s.Has(end - 1, Tag.Legal) && s.Token(end - 1).Capital)
        {
            return true;
        }

        if (s.Has(start, Tag.Place) || s.Has(end, Tag.Place) || s.Quantity(start).Exists || s.Has(start, Tag.GivenName))
        {
            return false;
        }

        return s.Context.Requested.Contains(SlotType.Company) || s.Has(intro - 1, Tag.CompanyWord) || (s.Has(intro, Tag.At) && s.Try(intro - 1, Tag.WeakIntro, out var own) && own == 1) || IsBehindPerson(s, intro, found);
    }

    // "Jane from Acme", "head of IT at Acme".
    private static bool IsBehindPerson(Sentence s, int intro, List<Candidate> found)
    {
        var before = s.EndBefore(intro);
        foreach (var candidate in found)
        {
            var gap = before - candidate.Start - candidate.Length;
            if (candidate.Type is SlotType.Person or SlotType.Title or SlotType.Headcount && gap is >= 0 and <= 1 && intro > 0)
            {
                return true;
            }
        }

        return (s.Try(intro - 1, Tag.NameAfter, out var kind) && kind == 0) || s.Has(intro - 1, Tag.Rank, Tag.RankTail);
    }

    // Any run of capitals that ends in "GmbH", "Ltd", "Inc".
    private static bool WithLegalForm(Sentence s, List<Candidate> found)
    {
        for (var i = 1; i < s.Count; i++)
        {
            if (!s.Try(i, Tag.Legal, out var everyday) || !s.IsFree(i, i + 1) || (!s.Token(i).Capital && ((everyday == 1 && s.Term(i).Count == 1) || !s.Token(i - 1).Capital)))
            {
                continue;
            }

            var start = StartBefore(s, i);
            if (start < i)
            {
                Add(s, start, Math.Max(i + 1, CompanyGrammar.End(s, start, lenient: true)), "company.legal", found);
                return true;
            }
        }

        return false;
    }

    private static int StartBefore(Sentence s, int legal)
    {
        var start = legal;
        while (start > 0 && legal - start < LongestBeforeLegal && !s.Token(start).NewLine && s.IsFree(start - 1, start) && IsBefore(s, start - 1, legal))
        {
            start--;
        }

        while (start < legal && s.Sign(start) != '\0' || s.Has(start, Tag.Joiner))
        {
            start++;
        }

        return start;
    }

    private static bool IsBefore(Sentence s, int index, int legal) =>
        s.Sign(index) == '&' || (s.Sign(index) == ',' && index == legal - 1) || (s.Sign(index) is '-' or '.' && s.Glued(index) && (s.Glued(index + 1) || IsInitial(s, index - 1)))
        || NameGrammar.IsRest(s, index) || (s.Glued(index) && s.Sign(index - 1) is '-' or '.') || s.Has(index, Tag.Joiner)
        || (IsInitial(s, index) && s.Sign(index + 1) == '.' && s.Glued(index + 1)) || (s.Token(index).Capital && !(s.Has(index, Tag.NotName, Tag.WeakIntro) && s.StartsClause(index)));

    // "J. Miller Ltd"
    private static bool IsInitial(Sentence s, int index) => s.Token(index) is { Capital: true, FoldLength: 1 } && s.Folded(index) is not "i";

    // "Contoso here", "Acme is our company".
    private static bool Told(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var end = s.StartsClause(i) && s.Token(i).Capital ? CompanyGrammar.End(s, i, lenient: false) : i;
            if (end > i && s.Try(end, Tag.CompanyAfter, out var sure) && (sure == 1 || s.EndsClause(end + 1)))
            {
                Add(s, i, end, "company.told", found);
                return true;
            }
        }

        return false;
    }

    private static void Bare(Sentence s, List<Candidate> found)
    {
        var start = 0;
        while (start < s.Count - 1 && (s.Has(start, Tag.Filler) && !(s.Token(start).Capital && s.Token(start + 1).Capital) || s.Sign(start) != '\0'))
        {
            start++;
        }

        var end = start < s.Count ? CompanyGrammar.End(s, start, lenient: true) : start;
        if (end > start && (s.EndsClause(end) || s.Has(end, Tag.CompanyAfter) || IsContrasted(s, end)) && !IsOther(s, start, end) && !Gibberish.IsInName(s, start, end))
        {
            Add(s, start, end, "company.bare", found);
        }
    }

    // "Contoso not Cantoso"
    private static bool IsContrasted(Sentence s, int end) => s.Has(end, Tag.Not) && s.Token(end + 1).Capital && (s.EndsClause(end + 2) || s.EndsClause(end + 3));

    private static void Add(Sentence s, int start, int end, string rule, List<Candidate> found)
    {
        var (first, last) = (s.StartOf(start), s.EndBefore(end));
        s.Take(start, end);
        found.Add(new Candidate(SlotType.Company, new AnswerValue.Text(s.Text[first..last]), first, last - first, rule));
    }
}
