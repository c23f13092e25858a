using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Needs;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Names of persons: introduced ("my name is ..."), shown by a capital behind "I'm", signed, or bare where one was asked for.</summary>
internal static class PersonReader
{
    public static void Run(Sentence s, List<Candidate> found)
    {
        if (found.Exists(static candidate => candidate.Type == SlotType.Person))
        {
            return;
        }

        var first = found.Count;
        for (var i = 0; i < s.Count; i++)
        {
            i = Math.Max(i, PersonIntro.Read(s, i, found));
        }

        if (found.Count == first && !Told(s, found) && !Bare(s, found))
        {
            SignatureReader.Run(s, found);
        }
    }

    /// <summary>Adds a name, without its honorifics.</summary>
    public static void Add(Sentence s, int start, int end, string rule, List<Candidate> found)
    {
        var from = NameGrammar.SkipHonorifics(s, start);
        var (first, last) = (s.StartOf(from), s.EndBefore(end));
        s.Take(start, end);
        found.Add(new Candidate(SlotType.Person, new AnswerValue.Text(s.Text[first..last]), first, last - first, rule));
    }

    // "Jane here", "Jane Doe is my name", "the Doe party", "Dr. Doe".
    private static bool Told(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var opens = s.StartsClause(i) || s.Has(i - 1, Tag.Filler, Tag.Article) || s.Has(i - 1, Tag.The);
            if (!opens && !s.Has(i, Tag.Honorific))
            {
                continue;
            }

            var end = NameGrammar.PersonEnd(s, i, lenient: i == 0 || s.Has(i - 1, Tag.Filler) || (s.Sign(i - 1) == ',' && i < 4));
            if (end > i && (IsTold(s, i, end) || (s.Has(i, Tag.Honorific) && s.Token(end - 1).Capital)))
            {
                Add(s, i, end, "person.told", found);
                return true;
            }
        }

        return false;
    }

    // Values of the tag NameAfter: 0 speaks, 1 says that it is a name, 2 is a group of that name.
    private static bool IsTold(Sentence s, int start, int end)
    {
        var after = s.Sign(end) == ',' ? end + 1 : end;
        if (!s.Try(after, Tag.NameAfter, out var kind) || s.Has(end - 1, Tag.Legal))
        {
            return false;
        }

        var proper = NameGrammar.IsProper(s, start, end);
        return kind switch
        {
            1 => proper || PersonIntro.IsUnusual(s, start, end),
            2 => proper && (after == end
                ? !s.StartsClause(start) && (s.Has(start - 1, Tag.The) || s.Has(start, Tag.GivenName) || NameGrammar.Words(s, start, end) > 1)
                : s.StartsClause(start) && NameGrammar.Words(s, start, end) > 1),
            _ => after == end && (proper || PersonIntro.IsUnusual(s, start, end)) && (s.StartsClause(start) || s.Has(start - 1, Tag.Filler))
                && (s.Has(start, Tag.GivenName) || NameGrammar.Words(s, start, end) > 1 || (s.EndsClause(end + 1) && !s.Context.Requested.Contains(SlotType.Company)) || s.Has(end + 1, Tag.WeakCompanyIntro, Tag.CompanyIntro)),
        };
    }

    // All that was said, or all that was said to the question.
    private static bool Bare(Sentence s, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Person);
        var start = SkipFillers(s);
        var end = start < s.Count ? NameGrammar.PersonEnd(s, start, lenient: asked || s.Has(start, Tag.GivenName)) : start;
        if (end == start || (s.Has(end - 1, Tag.Legal) && !asked) || Gibberish.IsInName(s, start, end))
        {
            return false;
        }

        var words = NameGrammar.Words(s, start, end);
        var proper = NameGrammar.IsProper(s, start, end);
        var leads = s.EndsClause(end) || s.Has(end, Tag.WeakCompanyIntro) || s.Has(end, Tag.CompanyIntro);
        var known = s.Has(start, Tag.GivenName) && (proper || words > 1) && (end >= s.Count || words > 1 && s.EndsClause(end) && s.Context.Requested.IsEmpty);
        if (asked ? leads || proper && (words > 1 || s.Has(start, Tag.GivenName)) : known)
        {
            Add(s, start, end, "person.bare", found);
            return true;
        }

        return false;
    }

    private static int SkipFillers(Sentence s)
    {
        var start = 0;
        while (start < s.Count - 1 && (s.Has(start, Tag.Filler) && !s.Has(start, Tag.GivenName) || s.Sign(start) != '\0'))
        {
            start++;
        }

        return start;
    }
}
