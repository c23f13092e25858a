using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Runs of words that can be the name of a person.</summary>
internal static class NameGrammar
{
    private const int LongestName = 5;
    private const int MostParticles = 3;

    /// <summary>The term behind a person's name, or the start where there is none. Lower case counts only where <paramref name="lenient"/>.</summary>
    public static int PersonEnd(Sentence s, int start, bool lenient)
    {
        var first = SkipHonorifics(s, start);
        var end = first;
        for (var parts = 0; parts < LongestName && end < s.Count && (end == first || !s.Token(end).NewLine || s.Sign(end - 1) == '.'); parts++)
        {
            var next = PartBehindParticles(s, end, lenient, end == first);
            if (next == end)
            {
                break;
            }

            end = next;
        }

        return end == first ? start : end;
    }

    /// <summary>True where every word of a name is written with a capital and means nothing else, but for its particles.</summary>
    public static bool IsProper(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            ref readonly var token = ref s.Token(i);
            if (token.Kind == TokenKind.Word && !token.Glued && !token.Capital && !s.Has(i, Tag.Particle))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of words in a name, its particles and signs not counted.</summary>
    public static int Words(Sentence s, int start, int end)
    {
        var words = 0;
        for (var i = start; i < end; i++)
        {
            words += s.Token(i).Kind == TokenKind.Word && !s.Has(i, Tag.Honorific) && !IsRest(s, i) ? 1 : 0;
        }

        return words;
    }

    public static int SkipHonorifics(Sentence s, int start)
    {
        var at = start;
        while (s.Has(at, Tag.Honorific) && at - start < LongestName && (!s.EndsClause(at + 1) || s.Sign(at + 1) == '.' || s.Term(at).Count > 1))
        {
            at = s.Sign(at + 1) == '.' ? at + 2 : at + 1;
        }

        return at;
    }

    /// <summary>True for what the cut at an apostrophe leaves of a name ("O'Neill", "D'Angelo").</summary>
    public static bool IsRest(Sentence s, int index)
    {
        if (!s.Glued(index) || s.Token(index).Kind != TokenKind.Word)
        {
            return false;
        }

        var before = s.Folded(index - 1);
        var word = s.Folded(index);
        return (word is ['\'', _, _, ..] && before.Length <= 2 && !s.Language.Vocabulary.IsCommon(s.Token(index).Word)) || (before is [.., '\''] && char.IsUpper(s.Text[s.StartOf(index)]));
    }

    // "van der Berg", "al-Rashid"; "von" and "da" may also lead to a company ("Anna von Contoso").
    private static int PartBehindParticles(Sentence s, int start, bool lenient, bool first)
    {
        var at = start;
        while (at - start < MostParticles && s.Has(at, Tag.Particle) && !s.Token(at).NewLine && (first || !LeadsElsewhere(s, at)))
        {
            at = s.Sign(at + 1) is '-' && s.Glued(at + 1) && s.Glued(at + 2) ? at + 2 : at + 1;
        }

        var next = at > start ? PartEnd(s, at, lenient, first: false) : at;
        return next > at ? next : PartEnd(s, start, lenient, first);
    }

    private static bool LeadsElsewhere(Sentence s, int index) =>
        (s.Has(index, Tag.WeakCompanyIntro) || s.Has(index, Tag.NameAfter)) && !s.Has(index + 1, Tag.Surname) && !s.Has(index + 1, Tag.Particle)
        && !(s.Context.Requested is [Answers.SlotType.Person, ..] && !s.Context.Requested.Contains(Answers.SlotType.Company) && s.EndsClause(index + 2));

    private static int PartEnd(Sentence s, int index, bool lenient, bool first)
    {
        if (IsInitial(s, index, first) && !IsRest(s, index + 1))
        {
            return s.Sign(index + 1) == '.' && s.Glued(index + 1) ? index + 2 : index + 1;
        }

        if (!IsNamePart(s, index, lenient, first) && !(IsRest(s, index + 1) && s.Token(index).Capital))
        {
            return index;
        }

        var end = index + 1;
        while (IsRest(s, end))
        {
            end++;
        }

        var hyphen = s.Sign(end) == '-' && s.Glued(end) && s.Glued(end + 1) && s.Token(end + 1).Kind == TokenKind.Word;
        return hyphen && (lenient || s.Token(end + 1).Capital || s.Has(index, Tag.GivenName)) ? Math.Max(end + 2, PartEnd(s, end + 1, lenient, first: false)) : end;
    }

    private static bool IsInitial(Sentence s, int index, bool first)
    {
        ref readonly var token = ref s.Token(index);
        return token.Kind == TokenKind.Word && token.FoldLength == 1 && s.IsFree(index, index + 1)
            && ((s.Sign(index + 1) == '.' && s.Glued(index + 1) && (token.Capital || !first)) || (token.Capital && !first && s.Token(index + 1).Capital));
    }

    // "Call me Al", "I'm Van": a particle with nothing behind it is the name.
    private static bool IsShortName(Sentence s, int index) =>
        s.Has(index, Tag.Particle) && s.Token(index) is { Capital: true, Shouted: false } && !s.StartsClause(index) && s.EndsClause(index + 1);

    private static bool IsNamePart(Sentence s, int index, bool lenient, bool first)
    {
        ref readonly var token = ref s.Token(index);
        if (token.Kind != TokenKind.Word || s.Term(index).Count > 1 || !s.IsFree(index, index + 1))
        {
            return false;
        }

        var given = s.Has(index, Tag.GivenName) || IsShortName(s, index);
        if (s.Has(index, Tag.NotName))
        {
            return given && token.Capital && !token.Shouted;
        }

        if (given)
        {
            return true;
        }

        var common = s.Language.Vocabulary.IsCommon(token.Word);
        return token.Capital
            ? !common || (!first && !s.Has(index, Tag.Weekday, Tag.Honorific) && !(token.Shouted && s.Has(index, Tag.Rank, Tag.Legal)))
            : lenient && (!common || (!first && s.Has(index, Tag.Surname)));
    }
}
