using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Names of companies: "at Acme", "we are Acme GmbH", any name with a legal form, or bare where one was asked for.</summary>
internal static class CompanyReader
{
    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var strong = s.Has(i, Tag.CompanyIntro);
            if (!strong && !s.Has(i, Tag.WeakCompanyIntro))
            {
                continue;
            }

            var start = s.Sign(i + 1) is ':' or '"' ? i + 2 : i + 1;
            start = s.Has(start, Tag.The) && s.Token(Math.Min(start, s.Count - 1)).Capital == false ? start + 1 : start;
            var end = NameGrammar.CompanyEnd(s, start, lenient: strong && (s.Value(i, Tag.CompanyIntro) == 1));
            if (end > start && (strong || IsCompany(s, i, start, end)))
            {
                Add(s, start, end, "company.introduced", found);
                return;
            }
        }

        if (!WithLegalForm(s, found) && s.Context.Requested.Contains(SlotType.Company))
        {
            Bare(s, found);
        }
    }

    // "from Acme": more than a place or a date must speak for it; "for Acme" likewise.
    private static bool IsCompany(Sentence s, int intro, int start, int end)
    {
        if (s.Has(end - 1, Tag.Legal))
        {
            return true;
        }

        if (s.Has(start, Tag.Place) || s.Has(end, Tag.Place) || s.Quantity(start).Exists)
        {
            return false;
        }

        var work = s.Context.Requested.Contains(SlotType.Company);
        return work || (intro > 0 && (!s.IsFree(intro - 1, intro) || s.Has(intro - 1, Tag.RankTail, Tag.Rank) || s.Has(intro - 1, Tag.Field)));
    }

    // Any run of capitals that ends in "GmbH", "Ltd", "Inc".
    private static bool WithLegalForm(Sentence s, List<Candidate> found)
    {
        for (var i = 1; i < s.Count; i++)
        {
            if (!s.Has(i, Tag.Legal) || !s.IsFree(i, i + 1) || (!s.Token(i).Capital && !s.Token(i - 1).Capital))
            {
                continue;
            }

            var start = i;
            while (start > 0 && i - start < 5 && (s.Token(start - 1).Capital || s.Sign(start - 1) is '&' or ',' or '-') && s.IsFree(start - 1, start) && !s.Has(start - 1, Tag.NotName))
            {
                start--;
            }

            if (start < i)
            {
                Add(s, start, Math.Max(i + 1, NameGrammar.CompanyEnd(s, i - 1, lenient: true)), "company.legal", found);
                return true;
            }
        }

        return false;
    }

    private static void Bare(Sentence s, List<Candidate> found)
    {
        var start = 0;
        while (start < s.Count - 1 && (s.Has(start, Tag.Filler) || s.Sign(start) != '\0'))
        {
            start++;
        }

        var end = start < s.Count ? NameGrammar.CompanyEnd(s, start, lenient: true) : start;
        if (end > start && s.EndsClause(end))
        {
            Add(s, start, end, "company.bare", found);
        }
    }

    private static void Add(Sentence s, int start, int end, string rule, List<Candidate> found)
    {
        var (first, last) = (s.StartOf(start), s.EndBefore(end));
        s.Take(start, end);
        found.Add(new Candidate(SlotType.Company, new AnswerValue.Text(s.Text[first..last]), first, last - first, rule));
    }
}
