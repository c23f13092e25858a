using System.Globalization;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>How a company sells.</summary>
/// <param name="SalesCycleDays">Expected days from the first talk to the signature.</param>
/// <param name="Stakeholders">People who usually take part in the decision, the decider included.</param>
public sealed record SalesMotion(int SalesCycleDays, int Stakeholders)
{
    /// <summary>Departments that usually take part in the decision.</summary>
    public int Departments { get; init; } = 1;

    /// <summary>False where prospects usually come without a budget.</summary>
    public bool Budgeted { get; init; } = true;

    /// <summary>True where the company wants the budget known before it spends time on a small deal.</summary>
    public bool BudgetFirst { get; init; }
}

/// <summary>A framework that fits how a company sells, and why.</summary>
/// <param name="Playbook">Id of the playbook ("meddic").</param>
/// <param name="Reason">Why, as the rest of a sentence that starts with "because".</param>
public sealed record FrameworkChoice(string Playbook, string Reason)
{
    /// <summary>From so many days on a sale is long.</summary>
    public const int LongCycleDays = 90;

    /// <summary>Below so many days a sale is short.</summary>
    public const int ShortCycleDays = 30;

    /// <summary>From so many departments on they are many.</summary>
    public const int ManyDepartments = 3;

    /// <summary>Up to so many people decide as a small group.</summary>
    public const int SmallGroup = 4;

    /// <summary>
    /// The framework for a way of selling. Total: the first of these that holds is taken. Prospects without a budget FAINT, whatever else; a long
    /// sale, many departments or a large group MEDDIC; a short sale with one decider, where the budget must be known, BANT; all others CHAMP.
    /// </summary>
    public static FrameworkChoice For(SalesMotion motion) => motion switch
    {
        { Budgeted: false } => new("faint", "prospects come without a budget"),
        { SalesCycleDays: >= LongCycleDays and var days } => new("meddic", Say($"a sales cycle of {days} days is {LongCycleDays} or more")),
        { Departments: >= ManyDepartments and var departments } => new("meddic", Say($"{departments} departments take part in the decision")),
        { Stakeholders: > SmallGroup and var people } => new("meddic", Say($"{people} people take part in the decision")),
        { SalesCycleDays: < ShortCycleDays and var days, Stakeholders: <= 1, BudgetFirst: true } =>
            new("bant", Say($"a sale of {days} days with one decider is short, and the budget is to be known")),
        { SalesCycleDays: < ShortCycleDays and var days, Stakeholders: <= 1 } => new("champ", Say($"a sale of {days} days with one decider is short")),
        { SalesCycleDays: var days, Stakeholders: var people } => new("champ", Say($"a sale of {days} days with {people} people in the decision is neither short nor long")),
    };

    private static string Say(FormattableString reason) => reason.ToString(CultureInfo.InvariantCulture);
}
