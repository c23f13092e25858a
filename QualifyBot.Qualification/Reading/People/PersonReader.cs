using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Names of persons: introduced ("my name is ..."), shown by a capital behind "I'm", or bare where one was asked for.</summary>
internal static class PersonReader
{
    public static void Run(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var strong = s.Has(i, Tag.NameIntro);
            if (!strong && !s.Has(i, Tag.WeakIntro))
            {
                continue;
            }

            var start = s.Sign(i + 1) == ':' || s.Sign(i + 1) == ',' && strong ? i + 2 : i + 1;
            var end = NameGrammar.PersonEnd(s, start, lenient: strong);
            if (end > start && (strong || IsNameBehindWeak(s, start, end)))
            {
                Add(s, start, end, strong ? "person.introduced" : "person.named", found);
                i = end - 1;
            }
        }

        if (found.TrueForAll(static candidate => candidate.Type != SlotType.Person))
        {
            RunWithoutIntro(s, found);
        }
    }

    private static void RunWithoutIntro(Sentence s, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Person);
        var signs = s.Context.Requested.Contains(SlotType.Email) && found.Exists(static candidate => candidate.Type == SlotType.Email);
        for (var i = 0; i < s.Count; i++)
        {
            if (!s.StartsClause(i) && !s.Has(i, Tag.Honorific))
            {
                continue;
            }

            var lenient = asked && i == SkipFillers(s);
            var end = NameGrammar.PersonEnd(s, i, lenient);
            if (end > i && (signs && i == 0 && end > i + 1 && s.EndsClause(end) || asked && (s.EndsClause(end) || s.Has(end, Tag.WeakCompanyIntro)) || s.Has(end, Tag.NameAfter) || s.Has(i, Tag.Honorific)))
            {
                Add(s, i, end, "person.bare", found);
                return;
            }
        }

        var start = SkipFillers(s);
        var bare = asked && start < s.Count ? NameGrammar.PersonEnd(s, start, lenient: true) : start;
        if (bare > start && s.EndsClause(bare))
        {
            Add(s, start, bare, "person.bare", found);
        }
    }

    private static int SkipFillers(Sentence s)
    {
        var start = 0;
        while (start < s.Count - 1 && (s.Has(start, Tag.Filler) || s.Sign(start) != '\0'))
        {
            start++;
        }

        return start;
    }

    // "I'm Jane", "this is Jane from Acme": a known given name, or capitals that end the clause or lead to a company.
    private static bool IsNameBehindWeak(Sentence s, int start, int end)
    {
        if (s.Has(start, Tag.GivenName) || s.Has(start, Tag.Honorific))
        {
            return true;
        }

        var capital = s.Token(start).Capital && !s.Token(start).Shouted;
        return capital && (s.EndsClause(end) || s.Has(end, Tag.CompanyIntro, Tag.WeakCompanyIntro) || s.Has(end, Tag.NumberAnd) || s.Has(end, Tag.NameAfter));
    }

    private static void Add(Sentence s, int start, int end, string rule, List<Candidate> found)
    {
        var from = start;
        while (s.Has(from, Tag.Honorific) || s.Sign(from) == '.')
        {
            from++;
        }

        var (first, last) = (s.StartOf(from), s.EndBefore(end));
        s.Take(start, end);
        found.Add(new Candidate(SlotType.Person, new AnswerValue.Text(s.Text[first..last]), first, last - first, rule));
    }
}
