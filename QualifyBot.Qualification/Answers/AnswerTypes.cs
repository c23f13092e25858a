using System.Diagnostics;

namespace QualifyBot.Qualification.Answers;

/// <summary>Which values a kind of slot may hold.</summary>
public static class AnswerTypes
{
    /// <summary>Whether a slot of this type may hold the value; an answer withheld fits every slot.</summary>
    public static bool Fits(AnswerValue value, SlotType type) => value switch
    {
        AnswerValue.Withheld => true,
        AnswerValue.Money => type is SlotType.Money,
        AnswerValue.Time => type is SlotType.Time,
        AnswerValue.Timeframe => type is SlotType.Timeframe,
        AnswerValue.Duration => type is SlotType.Duration,
        AnswerValue.Number => type is SlotType.Number,
        AnswerValue.Headcount => type is SlotType.Headcount,
        AnswerValue.Authority => type is SlotType.Authority,
        AnswerValue.Title => type is SlotType.Title,
        AnswerValue.YesNo => type is SlotType.YesNo,
        AnswerValue.Need => type is SlotType.Need,
        AnswerValue.Text => HoldsText(type),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a slot of this type holds <see cref="AnswerValue.Text"/>.</summary>
    public static bool HoldsText(SlotType type) => type is SlotType.Email or SlotType.Phone or SlotType.Person or SlotType.Company or SlotType.Text
        or SlotType.Industry or SlotType.Geography or SlotType.Technology or SlotType.Competitor or SlotType.Priority or SlotType.Web;
}
