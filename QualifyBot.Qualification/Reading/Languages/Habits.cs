namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>How a language writes numbers and orders words, where the word lists can't say it.</summary>
/// <param name="DecimalComma">1.234,5 rather than 1,234.5.</param>
/// <param name="UnitsFirst">einundzwanzig: units, "and", tens.</param>
/// <param name="ScoreNumbers">soixante-dix, quatre-vingt-dix: teens follow 60 and 80.</param>
/// <param name="ElidesBefore">l'offre is cut behind the apostrophe.</param>
/// <param name="DayFirst">03/04 is the third of April whatever the context says.</param>
/// <param name="DayArticle">"le 17" is a day of the month.</param>
/// <param name="OrdinalMonths">"am dritten vierten" is the third of April.</param>
/// <param name="NextIsNearest">"nächsten Mittwoch" is the coming one, not the one of next week.</param>
/// <param name="JoinsUnits">treinta y tres: "and" joins units to tens.</param>
/// <param name="SubjectsBehind">"Das entscheidet mein Chef": the subject may stand behind its verb.</param>
internal sealed record Habits(bool DecimalComma = false, bool UnitsFirst = false, bool ScoreNumbers = false, bool ElidesBefore = false, bool DayFirst = false, bool NextIsNearest = false, bool DayArticle = false, bool OrdinalMonths = false, bool JoinsUnits = false, bool SubjectsBehind = false)
{
    /// <summary>The habits that a language's own file names.</summary>
    /// <exception cref="FormatException">It names one that there is not.</exception>
    public static Habits Parse(string names)
    {
        var named = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var habits = new Habits(
            DecimalComma: named.Remove("decimal_comma"),
            UnitsFirst: named.Remove("units_first"),
            ScoreNumbers: named.Remove("score_numbers"),
            ElidesBefore: named.Remove("elides_before"),
            DayFirst: named.Remove("day_first"),
            NextIsNearest: named.Remove("next_is_nearest"),
            DayArticle: named.Remove("day_article"),
            OrdinalMonths: named.Remove("ordinal_months"),
            JoinsUnits: named.Remove("joins_units"),
            SubjectsBehind: named.Remove("subjects_behind"));
        return named.Count == 0 ? habits : throw new FormatException($"There is no habit '{named.First()}'.");
    }
}
