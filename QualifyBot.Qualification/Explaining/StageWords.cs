using System.Diagnostics;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Explaining;

/// <summary>Stages, outcomes and axes in the words of sellers.</summary>
public static class StageWords
{
    /// <summary>"sales-qualified".</summary>
    public static string Of(Stage stage) => stage switch
    {
        Stage.Unqualified => "unqualified",
        Stage.Iql => "information-qualified",
        Stage.Mql => "marketing-qualified",
        Stage.Pql => "product-qualified",
        Stage.Sql => "sales-qualified",
        Stage.Disqualified => "disqualified",
        _ => throw new UnreachableException(),
    };

    /// <summary>"hand over to a human".</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.BookDemo => "book a demo",
        Outcome.Nurture => "nurture",
        Outcome.HandOff => "hand over to a human",
        Outcome.Disqualify => "disqualify",
        _ => throw new UnreachableException(),
    };

    /// <summary>"fit" or "intent".</summary>
    public static string Of(Axis axis) => axis == Axis.Fit ? "fit" : "intent";
}
