using System.Diagnostics;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Explaining;

/// <summary>The classes of answers in plain words.</summary>
internal static class ClassWords
{
    public static string Of(MoneyStatus status) => status switch
    {
        MoneyStatus.Amount => "told as an amount",
        MoneyStatus.None => "none",
        MoneyStatus.Undecided => "not decided",
        MoneyStatus.Declined => "not told",
        MoneyStatus.Unlimited => "without limit",
        MoneyStatus.Vague => "left vague",
        _ => throw new UnreachableException(),
    };

    public static string Of(TimeframeClass timeframe) => timeframe switch
    {
        TimeframeClass.Dated => "on a date",
        TimeframeClass.Asap => "as soon as possible",
        TimeframeClass.NoRush => "without hurry",
        TimeframeClass.Event => "when something has happened",
        TimeframeClass.Unknown => "not known",
        TimeframeClass.Declined => "not told",
        _ => throw new UnreachableException(),
    };

    public static string Of(AuthorityClass authority) => authority switch
    {
        AuthorityClass.Sole => "decides alone",
        AuthorityClass.Joint => "decides with others",
        AuthorityClass.NeedsApproval => "leads the purchase, others approve",
        AuthorityClass.Influencer => "advises who decides",
        AuthorityClass.None => "has no part in the decision",
        AuthorityClass.Unclear => "not clear who decides",
        _ => throw new UnreachableException(),
    };

    public static string Of(TitleLevel level) => level switch
    {
        TitleLevel.Other => "any other",
        TitleLevel.Manager => "manager",
        TitleLevel.Director => "director",
        TitleLevel.Vp => "vice president",
        TitleLevel.CSuite => "C-level",
        _ => throw new UnreachableException(),
    };

    public static string Of(YesNoClass answer) => answer switch
    {
        YesNoClass.Yes => "yes",
        YesNoClass.No => "no",
        YesNoClass.Unsure => "unsure",
        _ => throw new UnreachableException(),
    };

    public static string Of(WithheldReason reason) => reason switch
    {
        WithheldReason.Declined => "not told",
        WithheldReason.Unknown => "not known",
        WithheldReason.NotUnderstood => "not understood",
        _ => throw new UnreachableException(),
    };
}
