using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Lifecycle;

/// <summary>What a rule gave, and the signals that it rests on.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Points">Points after the group's cap.</param>
/// <param name="Signals">Ids of signals.</param>
public sealed record RulePoints(string Rule, int Points, ImmutableArray<string> Signals);

/// <summary>All that a lead's stage follows from, as it stands at one moment.</summary>
public sealed record Circumstances
{
    /// <summary>A lead of whom nothing is known.</summary>
    public static readonly Circumstances None = new();

    /// <summary>The stage of the points, product signals included.</summary>
    public Stage Scored { get; init; }

    /// <summary>What each rule gave, in playbook order.</summary>
    public ImmutableArray<RulePoints> Points { get; init; } = [];

    /// <summary>What was decided; null while nothing is.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Id of the route or disqualifier that decided, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Hash of the decision, or null.</summary>
    public string? DecisionHash { get; init; }

    /// <summary>Whether a follow-up was agreed to.</summary>
    public bool Agreed { get; init; }

    /// <summary>Whether a demo is booked.</summary>
    public bool Demo { get; init; }

    /// <summary>What is known of a deal, or null.</summary>
    public DealStatus? Deal { get; init; }

    /// <summary>Whether the lead was opened again after its deal was lost.</summary>
    public bool Reopened { get; init; }

    /// <summary>
    /// The stage. What people did goes before what rules say: an open or won deal is an opportunity whatever the points; then a decision that
    /// there is no fit; then a lost deal, a booked demo and an agreed follow-up; else the points decide.
    /// </summary>
    public LeadStage Stage => this switch
    {
        { Deal: DealStatus.Open or DealStatus.Won } => LeadStage.Opportunity,
        { Outcome: Playbooks.Outcome.Disqualify } => LeadStage.Disqualified,
        { Deal: DealStatus.Lost, Reopened: false } => LeadStage.Nurturing,
        { Demo: true, Deal: null } => LeadStage.Opportunity,
        { Agreed: true, Outcome: Playbooks.Outcome.Nurture } => LeadStage.Nurturing,
        _ => OfPoints(Scored),
    };

    private static LeadStage OfPoints(Stage stage) => stage switch
    {
        Playbooks.Stage.Iql => LeadStage.InformationQualified,
        Playbooks.Stage.Mql => LeadStage.MarketingQualified,
        Playbooks.Stage.Pql => LeadStage.ProductQualified,
        Playbooks.Stage.Sql => LeadStage.SalesQualified,
        Playbooks.Stage.Disqualified => LeadStage.Disqualified,
        _ => LeadStage.Unqualified,
    };
}
