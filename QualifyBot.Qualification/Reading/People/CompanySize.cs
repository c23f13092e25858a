using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.People;

/// <summary>Numbers of people that say how large a company is, told from those who do or suffer something: "a 45 person logistics firm", "with 40 staff we".</summary>
internal static class CompanySize
{
    private const int MostBetween = 3;
    private const int LongestJoint = 4;

    /// <summary>True where counted people make up the whole company.</summary>
    /// <param name="s">The message.</param>
    /// <param name="start">The first term of the number.</param>
    /// <param name="end">The term behind the word for people.</param>
    public static bool IsTold(Sentence s, int start, int end) => MakesUp(s, start, end) || IsSetting(s, start);

    // "Firm", "logistics company", "bakery" behind the people; "entreprise de 30 personnes" with one short word between.
    private static bool MakesUp(Sentence s, int start, int end)
    {
        for (var i = end; i <= end + MostBetween && !s.EndsClause(i); i++)
        {
            if (s.Facts.Has(s.TokenAt(i), Tag.CompanyNoun) || s.Facts.Has(s.TokenAt(i), Tag.Industry))
            {
                return true;
            }
        }

        return start > 1 && s.Folded(start - 1).Length <= LongestJoint && s.Facts.Has(s.TokenAt(start - 2), Tag.CompanyNoun);
    }

    // "With 40 staff", "bei uns mit 60 Mitarbeitern"; "trouble with 40 employees" is something else.
    private static bool IsSetting(Sentence s, int start) =>
        start > 0 && s.Folded(start - 1) is "with" or "mit" or "avec" or "con" or "com"
        && (s.StartsClause(start - 1) || s.Folded(start - 2) is "we" or "us" or "wir" or "uns" or "nous" or "nosotros" or "gente");
}
