using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Numbers of people that say how large a company is, told from those who do or suffer something: "a 45 person logistics firm", "with 40 staff we".</summary>
internal static class CompanySize
{
    private const int MostBetween = 3;
    
    // Words of up to so many letters join phrases ("in", "our", "from"); what a company is called by is longer.
    private const int LongestJoint = 4;

    /// <summary>True where counted people make up the whole company.</summary>
    /// <param name="s">The message.</param>
    /// <param name="start">The first term of the number.</param>
    /// <param name="end">The term behind the word for people.</param>
    public static bool IsTold(Sentence s, int start, int end) => MakesUp(s, start, end) || IsSetting(s, start);

    // "Firm", "logistics company" behind the people, with no word of another phrase between: "3 people in our company" are a part of it.
    private static bool MakesUp(Sentence s, int start, int end)
    {
        for (var i = end; i <= end + MostBetween && !s.EndsClause(i); i++)
        {
            if (s.Facts.Has(s.TokenAt(i), Tag.CompanyNoun) || s.Facts.Has(s.TokenAt(i), Tag.Industry))
            {
                return true;
            }

            if (s.Sign(i) != '-' && s.Folded(i).Length <= LongestJoint)
            {
                break;
            }
        }

        return start > 1 && IsBehind(s, start) && s.Facts.Has(s.TokenAt(start - 2), Tag.CompanyNoun);
    }

    // "With 40 staff", "bei uns mit 60 Mitarbeitern"; "trouble with 40 employees" is something else.
    private static bool IsSetting(Sentence s, int start) =>
        IsBehind(s, start) && s.Folded(start - 1) is not ("of" or "de" or "von")
        && (s.StartsClause(start - 1) || s.Folded(start - 2) is "we" or "us" or "wir" or "uns" or "nous" or "nosotros" or "gente");

    // "The firm lost 30 people" says nothing of its size, "a firm of 30 people" does.
    private static bool IsBehind(Sentence s, int start) =>
        start > 0 && s.Folded(start - 1) is "of" or "with" or "mit" or "von" or "avec" or "de" or "con" or "com";
}
