using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Which conditions and choices make sense for which kind of slot.</summary>
internal static class SlotFit
{
    public static bool Fits(Condition.OnSlot leaf, SlotType type) => leaf switch
    {
        Condition.Answered or Condition.Withheld => true,
        Condition.MoneyWithin or Condition.MoneyIs => type == SlotType.Money,
        Condition.StartsWithin or Condition.TimeframeIs => type == SlotType.Timeframe,
        Condition.AuthorityIs => type == SlotType.Authority,
        Condition.NeedPresent or Condition.NeedIn => type == SlotType.Need,
        Condition.CountWithin => type is SlotType.Headcount or SlotType.Number,
        Condition.TitleAtLeast => type == SlotType.Title,
        Condition.YesNoIs => type == SlotType.YesNo,
        Condition.TextIn => AnswerTypes.HoldsText(type),
        Condition.HasWord => AnswerTypes.HoldsText(type) || type is SlotType.Title or SlotType.Need,
        Condition.FreeMail => type == SlotType.Email,
        _ => false,
    };

    public static bool Fits(ChoiceValue choice, SlotType type) => choice switch
    {
        ChoiceValue.DaysAhead => type == SlotType.Timeframe,
        ChoiceValue.Fixed(var value) => AnswerTypes.Fits(value, type),
        _ => false,
    };
}
