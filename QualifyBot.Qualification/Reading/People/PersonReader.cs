using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Names of persons: introduced ("my name is ..."), shown by a capital behind "I'm", signed, or bare where one was asked for.</summary>
internal static class PersonReader
{
    // Values of the tag WeakIntro.
    private const int Receiver = 2;
    private const int SignOff = 3;
    private const int Anything = 4;
    private const int Source = 5;
    private const int ReachOfReceiving = 10;

    public static void Run(Sentence s, List<Candidate> found)
    {
        if (found.Exists(static candidate => candidate.Type == SlotType.Person))
        {
            return;
        }

        var first = found.Count;
        for (var i = 0; i < s.Count; i++)
        {
            i = Math.Max(i, Introduced(s, i, found));
        }

        if (found.Count == first && !Told(s, found) && !Bare(s, found))
        {
            SignatureReader.Run(s, found);
        }
    }

    /// <summary>Names made of words of the calendar ("my name is April", "I'm May Carter"), before these are read as dates.</summary>
    public static void RunOnDates(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count - 1; i++)
        {
            var strong = s.Try(i, Tag.NameIntro, out var kind) && kind == 0;
            if ((strong || (s.Try(i, Tag.WeakIntro, out kind) && kind < Receiver)) && NamesDate(s, i + 1))
            {
                var end = NameGrammar.PersonEnd(s, i + 2, lenient: false);
                if (end > i + 2 || (s.EndsClause(i + 2) && (strong || s.Has(i + 1, Tag.GivenName))))
                {
                    Add(s, i + 1, end, "person.introduced", found);
                    return;
                }
            }
        }
    }

    private static bool NamesDate(Sentence s, int index) =>
        s.Token(index).Capital && s.Term(index).Count == 1 && (s.Has(index, Tag.Month, Tag.Season) || s.Has(index, Tag.Weekday)) && !s.EndsClause(index);

    /// <summary>Adds a name, without its honorifics.</summary>
    public static void Add(Sentence s, int start, int end, string rule, List<Candidate> found)
    {
        var from = NameGrammar.SkipHonorifics(s, start);
        var (first, last) = (s.StartOf(from), s.EndBefore(end));
        s.Take(start, end);
        found.Add(new Candidate(SlotType.Person, new AnswerValue.Text(s.Text[first..last]), first, last - first, rule));
    }

    // The last term of a name that is introduced here, or -1.
    private static int Introduced(Sentence s, int intro, List<Candidate> found)
    {
        var strong = s.Has(intro, Tag.NameIntro);
        if (!strong && !s.Has(intro, Tag.WeakIntro))
        {
            return -1;
        }

        var start = intro + 1;
        while (s.Sign(start) is ':' or '"' or '*' || (s.Sign(start) == ',' && (strong || s.Value(intro, Tag.WeakIntro) == SignOff)))
        {
            start++;
        }

        start = strong && s.Has(start, Tag.Filler) && s.Sign(start + 1) == ',' ? start + 2 : start;
        var kind = strong ? -1 : KindOf(s, intro);
        var end = NameGrammar.PersonEnd(s, start, lenient: strong || kind != SignOff);
        var near = kind == SignOff ? start > intro + 1 || s.Token(start).NewLine : strong || !s.Token(start).NewLine;
        var named = end > start && near && (strong ? IsName(s, intro, start, end) : IsNameBehindWeak(s, intro, kind, start, ref end));
        if (named)
        {
            Add(s, start, end, strong ? "person.introduced" : "person.named", found);
        }

        return named ? end - 1 : -1;
    }

    // "A booking for ...", "transfer 500 to ...": who gets it stands behind.
    private static int KindOf(Sentence s, int intro)
    {
        var kind = s.Value(intro, Tag.WeakIntro);
        for (var i = intro - 1; kind == Anything && i >= Math.Max(0, intro - ReachOfReceiving); i--)
        {
            kind = s.Has(i, Tag.Receiving) ? Receiver : kind;
        }

        return kind;
    }

    // "Call me back", "in the name of safety": small letters behind words that also mean something else need to be a known name or to end the clause.
    private static bool IsName(Sentence s, int intro, int start, int end) =>
        s.Value(intro, Tag.NameIntro) switch { 0 => true, 2 => !AsksCompany(s), _ => false }
        || ((NameGrammar.IsProper(s, start, end) || s.Has(start, Tag.GivenName)) && !(s.Value(intro, Tag.NameIntro) == 2 && AsksCompany(s)));

    private static bool AsksCompany(Sentence s) => s.Context.Requested.Contains(SlotType.Company) && !s.Context.Requested.Contains(SlotType.Person);

    // "I'm Jane", "this is Jane from Acme": a known given name, or capitals that end the clause or lead to a company.
    private static bool IsNameBehindWeak(Sentence s, int intro, int kind, int start, ref int end)
    {
        if (s.Quantity(end).Exists && !s.Token(start).Capital || s.Has(end - 1, Tag.Legal))
        {
            return false;
        }

        if (s.Has(start, Tag.GivenName) || s.Has(start, Tag.Honorific))
        {
            end = s.Token(start).Capital && !s.Token(start).Shouted ? NameGrammar.PersonEnd(s, start, lenient: false) : end;
        }

        var words = NameGrammar.Words(s, start, end);
        if (s.Has(start, Tag.GivenName) || s.Has(start, Tag.Honorific))
        {
            return kind switch { SignOff => IsSigned(s, start, end), Anything or Source => s.Token(start).Capital || words > 1, _ => true };
        }

        var fact = s.TokenAt(start);
        var proper = NameGrammar.IsProper(s, start, end) && !s.Token(start).Shouted && !s.Has(start, Tag.Place)
            && !s.Facts.Has(fact, Tag.Tool) && !s.Facts.Has(fact, Tag.WordyTool) && !s.Facts.Has(fact, Tag.Geography) && !s.Facts.Has(fact, Tag.Nation);
        var closed = s.EndsClause(end) || s.Has(end, Tag.CompanyIntro, Tag.WeakCompanyIntro) || s.Has(end, Tag.NumberAnd) || s.Has(end, Tag.NameAfter);
        return kind switch
        {
            _ when s.Token(end).Capital && !closed => false,
            Anything or Source => false,
            SignOff => proper && IsSigned(s, start, end),
            Receiver => proper ? words > 1 || closed : IsUnusual(s, start, end) && words > 1,
            _ => proper ? words > 1 || (closed && Opens(s, intro)) : IsUnusual(s, start, end) && s.Has(end, Tag.NameAfter) && Opens(s, intro),
        };
    }

    // Nothing but a greeting stands before it in its clause.
    private static bool Opens(Sentence s, int intro) => s.StartsClause(intro) || s.Has(intro - 1, Tag.Filler) || s.Has(intro - 1, Tag.NumberAnd);

    private static bool IsSigned(Sentence s, int start, int end) =>
        end >= s.Count || s.Token(end).NewLine || (s.Sign(end) is '.' or '!' or ',' && (end + 1 >= s.Count || s.Token(end + 1).NewLine || s.Token(start).NewLine));

    // Small letters make a name only where no word looks like one of everyday language.
    private static bool IsUnusual(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var word = s.Folded(i);
            if (!s.Has(i, Tag.GivenName) && !s.Has(i, Tag.Particle) && (word.Length < 2 || WordEndings.IsCommon(word)))
            {
                return false;
            }
        }

        return true;
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
            1 => proper || IsUnusual(s, start, end),
            2 => proper && (after == end
                ? !s.StartsClause(start) && (s.Has(start - 1, Tag.The) || s.Has(start, Tag.GivenName) || NameGrammar.Words(s, start, end) > 1)
                : s.StartsClause(start) && NameGrammar.Words(s, start, end) > 1),
            _ => after == end && (proper || IsUnusual(s, start, end)) && (s.StartsClause(start) || s.Has(start - 1, Tag.Filler))
                && (s.Has(start, Tag.GivenName) || NameGrammar.Words(s, start, end) > 1 || (s.EndsClause(end + 1) && !s.Context.Requested.Contains(SlotType.Company)) || s.Has(end + 1, Tag.WeakCompanyIntro, Tag.CompanyIntro)),
        };
    }

    // All that was said, or all that was said to the question.
    private static bool Bare(Sentence s, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Person);
        var start = SkipFillers(s);
        var end = start < s.Count ? NameGrammar.PersonEnd(s, start, lenient: asked || s.Has(start, Tag.GivenName)) : start;
        if (end == start || s.Has(end - 1, Tag.Legal) && !asked)
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
