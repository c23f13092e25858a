using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Which key of a mapping a condition is written with.</summary>
internal static class ConditionPlaces
{
    /// <summary>The key; of bounds the lower one where it is there.</summary>
    public static string KeyOf(Condition condition) => condition switch
    {
        Condition.Answered => "answered",
        Condition.Withheld => "withheld",
        Condition.MoneyWithin(_, var least, _) => least is null ? "below" : "at_least",
        Condition.CountWithin(_, var least, _) => least is null ? "below" : "at_least",
        Condition.StartsWithin => "within_days",
        Condition.NeedPresent => "present",
        Condition.NeedIn => "category",
        Condition.TitleAtLeast => "level_at_least",
        Condition.TextIn => "one_of",
        Condition.HasWord => "words",
        Condition.FreeMail => "free_mail",
        Condition.Happened => "signal",
        Condition.StageIs => "stage",
        Condition.GradeIs => "grade",
        Condition.PointsAtLeast(var axis, _) => axis switch { Axis.Fit => "fit_at_least", Axis.Intent => "intent_at_least", _ => "total_at_least" },
        Condition.All => "all",
        Condition.Any => "any",
        Condition.Not => "not",
        _ => "is",
    };
}
