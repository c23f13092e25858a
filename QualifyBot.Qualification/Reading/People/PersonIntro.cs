using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Names behind words that lead to one: "my name is", "I'm", "booked under", "kind regards".</summary>
internal static class PersonIntro
{
    // Values of the tag WeakIntro.
    private const int Receiver = 2;
    private const int SignOff = 3;
    private const int Anything = 4;
    private const int Source = 5;
    private const int ReachOfReceiving = 10;

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
                    PersonReader.Add(s, i + 1, end, "person.introduced", found);
                    return;
                }
            }
        }
    }

    private static bool NamesDate(Sentence s, int index) =>
        s.Token(index).Capital && s.Term(index).Count == 1 && (s.Has(index, Tag.Month, Tag.Season) || s.Has(index, Tag.Weekday)) && !s.EndsClause(index);

    /// <summary>The last term of a name that is introduced here, or -1.</summary>
    public static int Read(Sentence s, int intro, List<Candidate> found)
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
            PersonReader.Add(s, start, end, strong ? "person.introduced" : "person.named", found);
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

    /// <summary>Small letters make a name only where no word looks like one of everyday language.</summary>
    public static bool IsUnusual(Sentence s, int start, int end)
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
}
