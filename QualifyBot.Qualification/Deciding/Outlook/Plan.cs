using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>A playbook prepared for looking ahead: a function of the playbook alone.</summary>
internal sealed class Plan
{
    /// <summary>Accounts of points: fit and intent without a cap, then one for each cap.</summary>
    public const int FitAccount = 0, IntentAccount = 1, FirstCap = 2;

    private static readonly ConditionalWeakTable<Playbook, Plan> Derived = [];

    private readonly ImmutableArray<bool> alwaysAsked;

    private Plan(Playbook playbook)
    {
        Playbook = playbook;
        var domains = AnswerDomains.Of(playbook);
        var terms = new Terms(playbook.Slots);
        var rules = playbook.Rules.Select((rule, index) => (Rule: rule, Term: terms.Of(rule.When), Account: AccountOf(rule, playbook.CapOf(index)))).ToList();
        Rules = [.. rules.Where(static rule => rule.Term is not Term.Atom)];
        Disqualifiers = [.. playbook.Disqualifiers.Select(one => (terms.Of(one.When), Terms.RestsOnAbsence(one.When)))];
        Routes = [.. playbook.Routes.Select(route => (route.When is null ? null : terms.Of(route.When), route.Outcome))];
        ProductQualified = playbook.ProductQualified is { } product ? terms.Of(product) : null;
        Questions = [.. playbook.Questions.Select(question => new PlannedQuestion(
            question, playbook.Slots.IndexOf(question.Slot), question.When is null ? null : terms.Of(question.When), question.When is not null && Terms.RestsOnAbsence(question.When)))];
        alwaysAsked = [.. playbook.Slots.Select(slot => playbook.Questions.Any(question => question.Slot == slot && question.When is null))];
        AnyWaits = Questions.Any(question => !IsAlwaysAsked(question.Slot));
        Signals = [.. terms.Signals];
        var capped = playbook.Rules.Where(static rule => rule.Group is not null).GroupBy(static rule => rule.Group!, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Axis, StringComparer.Ordinal);
        CapAxes = [.. playbook.Caps.Select(cap => capped[cap.Group])];
        Slots = [.. playbook.Slots.Select((slot, index) => new SlotPlan(
            domains[slot.Id],
            terms.AtomsOf(index),
            [.. rules.Where(rule => rule.Term is Term.Atom atom && atom.Slot == index).Select(static rule => new SlotPoints(((Term.Atom)rule.Term).Index, rule.Rule.Points, rule.Account))],
            FirstCap + playbook.Caps.Length,
            playbook.Weights.SelfReported))];
    }

    public Playbook Playbook { get; }

    public ImmutableArray<SlotPlan> Slots { get; }

    /// <summary>The rules that tie several slots together, or read signals.</summary>
    public ImmutableArray<(ScoreRule Rule, Term Term, int Account)> Rules { get; }

    /// <summary>Disqualifiers, and whether an answer to come can lift them.</summary>
    public ImmutableArray<(Term When, bool RestsOnAbsence)> Disqualifiers { get; }

    public ImmutableArray<(Term? When, Outcome Outcome)> Routes { get; }

    public Term? ProductQualified { get; }

    public ImmutableArray<PlannedQuestion> Questions { get; }

    /// <summary>Whether some slot is only asked for under a condition.</summary>
    public bool AnyWaits { get; }

    /// <summary>Conditions on signals, as the terms number them.</summary>
    public ImmutableArray<Condition.Happened> Signals { get; }

    /// <summary>Of which axis each cap is.</summary>
    public ImmutableArray<Axis> CapAxes { get; }

    /// <summary>Whether the slot is asked for whatever the other answers are.</summary>
    public bool IsAlwaysAsked(int slot) => alwaysAsked[slot];

    public static Plan Of(Playbook playbook) => Derived.GetValue(playbook, static known => new Plan(known));

    // Negative points stay outside of caps.
    private static int AccountOf(ScoreRule rule, int? cap) =>
        rule.Points > 0 && cap is { } index ? FirstCap + index : rule.Axis == Axis.Fit ? FitAccount : IntentAccount;
}

/// <summary>A question prepared for looking ahead.</summary>
/// <param name="Question">The question.</param>
/// <param name="Slot">Index of its slot.</param>
/// <param name="When">Where it is asked; null = always.</param>
/// <param name="RestsOnAbsence">Whether an answer to come can make it one that is not asked.</param>
internal sealed record PlannedQuestion(Question Question, int Slot, Term? When, bool RestsOnAbsence);
