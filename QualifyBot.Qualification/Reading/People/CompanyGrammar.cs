using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Runs of words that can be the name of a company.</summary>
internal static class CompanyGrammar
{
    private const int LongestName = 8;
    private const int LongestFigure = 4;

    /// <summary>The term behind a company's name, or the start where there is none. Lower case counts only where <paramref name="lenient"/>.</summary>
    public static int End(Sentence s, int start, bool lenient)
    {
        var at = start;
        var last = start;
        while (at < s.Count && at - start < LongestName && (at == start || !s.Token(at).NewLine))
        {
            if (s.Try(at, Tag.Legal, out var everyday) && at > start && (everyday == 0 || s.Token(at).Capital || s.Term(at).Count > 1) && !ReadsOn(s, at))
            {
                return BehindLegal(s, at);
            }

            var joins = at > start && Joins(s, at);
            if (!joins && !IsPart(s, at, lenient, at == start))
            {
                break;
            }

            at++;
            last = joins ? last : at;
        }

        return last;
    }

    // "Acme Solutions Ltd", "Acme Media GmbH & Co. KG": an everyday word that may end a name is followed by the rest of it.
    private static bool ReadsOn(Sentence s, int at) =>
        s.Token(at).Capital && s.Term(at).Count == 1 && s.Token(at + 1).Capital && !s.Token(at + 1).NewLine && !s.Has(at + 1, Tag.NotName) && s.IsFree(at + 1, at + 2);

    private static int BehindLegal(Sentence s, int at)
    {
        while (true)
        {
            var dotted = s.Sign(at + 1) == '.' && s.Glued(at + 1);
            var next = dotted ? at + 2 : at + 1;
            next = s.Sign(next) == ',' ? next + 1 : next;
            if (s.Has(next, Tag.Legal) && (s.Token(next).Capital || s.Term(next).Count > 1))
            {
                at = next;
                continue;
            }

            // The full stop behind the last word is the sentence's, unless the name is all that was said.
            return dotted && (at + 2 < s.Count || s.Context.Requested.Contains(Answers.SlotType.Company) && IsAlone(s, at)) ? at + 2 : at + 1;
        }
    }

    private static bool IsAlone(Sentence s, int last)
    {
        for (var i = 0; i <= last; i++)
        {
            if (s.Token(i).Kind == TokenKind.Word && !s.Token(i).Capital)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Joins(Sentence s, int at)
    {
        var sign = s.Sign(at);
        return s.Has(at, Tag.Joiner) || sign == '&' || (sign == ',' && s.Has(at + 1, Tag.Legal) && s.Token(at + 1).Capital)
            || (sign is '+' or '-' or '\'' or '.' && s.Glued(at) && s.Glued(at + 1));
    }

    private static bool IsPart(Sentence s, int index, bool lenient, bool first)
    {
        ref readonly var token = ref s.Token(index);
        if (!s.IsFree(index, index + 1))
        {
            return false;
        }

        if (token.Kind == TokenKind.Digits)
        {
            return first
                ? lenient && (s.Glued(index + 1) && s.Token(index + 1).Kind == TokenKind.Word || s.Sign(index + 1) is '&' or '-') && s.Token(index + 1).Glued
                : token.FoldLength <= LongestFigure && !s.Has(index + 1, Tag.PeopleWord, Tag.Unit);
        }

        if (token.Kind != TokenKind.Word)
        {
            return false;
        }

        if (token.Glued && s.Sign(index - 1) is '.' or '-' || NameGrammar.IsRest(s, index))
        {
            return true;
        }

        return s.Has(index, Tag.NotName)
            ? token.Capital && token.FoldLength > 1 && lenient && (!s.Has(index, Tag.WeakCompanyIntro, Tag.CompanyIntro) || (token.Shouted && s.Sign(index + 1) == '&')) && (s.Token(index + 1).Capital || s.Sign(index + 1) == '&')
            : IsWord(s, index, lenient, first);
    }

    private static bool IsWord(Sentence s, int index, bool lenient, bool first)
    {
        ref readonly var token = ref s.Token(index);
        var next = index + 1 < s.Count && s.Token(index + 1).Capital;
        var meaning = first && (s.Has(index, Tag.Weekday, Tag.Day) || s.Has(index, Tag.PartOfDay, Tag.Place) || s.Has(index, Tag.Month)) && !next;
        return token.Capital ? !meaning && (s.Term(index).Count == 1 || next) : lenient && !s.Language.Vocabulary.IsCommon(token.Word) && s.Term(index).Count == 1;
    }
}
