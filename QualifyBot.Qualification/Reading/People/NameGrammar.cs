using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Runs of words that can be a name.</summary>
internal static class NameGrammar
{
    private const int LongestPersonName = 5;
    private const int LongestCompanyName = 7;

    /// <summary>The term behind a person's name, or the start where there is none. Lower case counts only where <paramref name="lenient"/>.</summary>
    public static int PersonEnd(Sentence s, int start, bool lenient)
    {
        var at = start;
        while (s.Has(at, Tag.Honorific) && at - start < LongestPersonName)
        {
            at = s.Sign(at + 1) == '.' ? at + 2 : at + 1;
        }

        var first = at;
        while (at < s.Count && at - first < LongestPersonName && (at == first || !s.Token(at).NewLine) && IsNamePart(s, at, lenient, at == first))
        {
            at += (s.Sign(at + 1) == '.' && s.Token(at).FoldLength == 1 && s.Glued(at + 1)) || (s.Sign(at + 1) == '-' && s.Glued(at + 1) && s.Glued(at + 2)) ? 2 : 1;
        }

        return at == first ? start : at;
    }

    /// <summary>The term behind a company's name, or the start where there is none.</summary>
    public static int CompanyEnd(Sentence s, int start, bool lenient)
    {
        var at = start;
        var last = start;
        while (at < s.Count && at - start < LongestCompanyName && (at == start || !s.Token(at).NewLine))
        {
            if (s.Has(at, Tag.Legal) && at > start)
            {
                return s.Sign(at + 1) == '.' && s.Glued(at + 1) && at + 2 < s.Count ? at + 2 : at + 1;
            }

            var joins = at > start && (s.Has(at, Tag.Joiner) || s.Sign(at) is '&' or '+' or '-' or '\'' or '.' && (s.Sign(at) == '&' || (s.Glued(at) && s.Glued(at + 1))));
            var comma = at > start && s.Sign(at) == ',' && s.Has(at + 1, Tag.Legal);
            if (!joins && !comma && !IsCompanyPart(s, at, lenient, at == start))
            {
                break;
            }

            at++;
            last = joins || comma ? last : at;
        }

        return last;
    }

    private static bool IsNamePart(Sentence s, int index, bool lenient, bool first)
    {
        ref readonly var token = ref s.Token(index);
        if (token.Kind != TokenKind.Word || s.Term(index).Count > 1 || !s.IsFree(index, index + 1) || s.Has(index, Tag.NotName))
        {
            return false;
        }

        if (s.Has(index, Tag.GivenName))
        {
            return true;
        }

        var known = token.Word != Vocabulary.Unknown;
        var common = known && !(s.Has(index, Tag.Month, Tag.Season) && token.Capital && !first);
        return token.Capital ? !common || (!first && !s.Has(index, Tag.Weekday)) : lenient && !common;
    }

    private static bool IsCompanyPart(Sentence s, int index, bool lenient, bool first)
    {
        ref readonly var token = ref s.Token(index);
        if (!s.IsFree(index, index + 1) || s.Has(index, Tag.NotName))
        {
            return false;
        }

        if (token.Kind == TokenKind.Digits)
        {
            return !first && token.FoldLength <= 4 && !s.Has(index + 1, Tag.PeopleWord, Tag.Unit);
        }

        if (token.Kind != TokenKind.Word || s.Term(index).Count > 1)
        {
            return false;
        }

        var meaning = first && (s.Has(index, Tag.Weekday, Tag.Day) || s.Has(index, Tag.PartOfDay, Tag.Place) || (s.Has(index, Tag.Month) && !(index + 1 < s.Count && s.Token(index + 1).Capital)));
        return token.Capital ? !meaning : lenient && token.Word == Vocabulary.Unknown;
    }
}
