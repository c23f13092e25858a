using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Proving;

/// <summary>What all parts of a proof stand on: a playbook's leads as cells, the search over them, and the findings so far.</summary>
internal sealed class Proof
{
    private readonly ImmutableArray<Finding>.Builder found = ImmutableArray.CreateBuilder<Finding>();
    private readonly Compiler compiler;
    private readonly ImmutableArray<Goal> finished;

    public Proof(Playbook playbook, DateOnly today)
    {
        (Playbook, Today) = (playbook, today);
        Space = new Space(playbook, today);
        compiler = new Compiler(Space);
        Score = new ScoreModel(Space, compiler);
        Solver = new Solver(Space, Score);
        Anything = new Ground("any", Space.Everything());
        var asked = playbook.Questions.Select(static question => question.Slot.Id).ToHashSet(StringComparer.Ordinal);
        Answered = new Ground("answered", [.. Space.Variables.Select(variable => asked.Contains(variable.Id) && !variable.IsKind ? variable.All & ~UInt128.One : variable.All)]);
        var always = playbook.Questions.Where(static question => question.When is null).Select(static question => question.Slot.Id).ToHashSet(StringComparer.Ordinal);
        Finished = new Ground("finished", [.. Space.Variables.Select(variable => always.Contains(variable.Id) && !variable.IsKind ? variable.All & ~UInt128.One : variable.All)]);
        finished = [.. playbook.Questions.Where(question => question.When is not null && !always.Contains(question.Slot.Id)).Select(NotLeftOpen)];
    }

    public Playbook Playbook { get; }

    public DateOnly Today { get; }

    public Space Space { get; }

    public ScoreModel Score { get; }

    public Solver Solver { get; }

    /// <summary>Whatever may be known.</summary>
    public Ground Anything { get; }

    /// <summary>Every question has an answer, be it a withheld one.</summary>
    public Ground Answered { get; }

    /// <summary>Every question that is always asked has an answer.</summary>
    public Ground Finished { get; }

    /// <summary>That no disqualifier holds, the one at <paramref name="until"/> and those behind it left out.</summary>
    public IEnumerable<Goal> NotDisqualified(int until = int.MaxValue) => Playbook.Disqualifiers.Take(until).Select(disqualifier => Fails(disqualifier.When));

    public Goal Holds(Condition condition) => new(NodeOf(condition), Holds: true, condition);

    public Goal Fails(Condition condition) => new(NodeOf(condition), Holds: false, condition);

    public Node NodeOf(Condition condition) => compiler.Of(condition);

    /// <summary>That no question that would be asked is open; goes with <see cref="Finished"/>.</summary>
    public ImmutableArray<Goal> NothingOpen => finished;

    public void Add(Finding finding) => found.Add(finding);

    public void Add(string kind, Severity severity, string path, string problem, string remedy, params ReadOnlySpan<ExampleLead> examples) =>
        found.Add(new Finding(kind, severity, path, problem, remedy) { Examples = [.. examples] });

    /// <summary>Says that nothing is said.</summary>
    public void AddUnproved(string path, string what) =>
        Add(FindingKinds.NotProved, Severity.NotProved, path, $"{what} could neither be shown nor excluded within the work allowed.", "Read fewer slots in one condition, or test it with leads of your own.");

    public bool Has(string kind, string path) => found.Any(finding => finding.Kind == kind && finding.Path == path);

    public ImmutableArray<Finding> ToFindings() => found.ToImmutable();

    /// <summary>A lead as an example, without the answers and signals that it does not need.</summary>
    public ExampleLead Example(string says, int[] cells, Func<Lead, bool> shows) => new(says, Slim(Space.LeadOf(cells), shows));

    /// <summary>The lead without what it does not need.</summary>
    public static Lead Slim(Lead lead, Func<Lead, bool> shows)
    {
        foreach (var less in lead.Answers.Select(answer => (Func<Lead, Lead>)(rest => rest.Without(answer.Slot)))
            .Concat(lead.Signals.Select(signal => (Func<Lead, Lead>)(rest => rest with { Signals = rest.Signals.Remove(signal) }))))
        {
            lead = shows(less(lead)) ? less(lead) : lead;
        }

        return lead;
    }

    public bool IsTrue(Condition condition, Lead lead) => Truth.Is(condition, true, FactsOf(lead, Parts.ReadsScore(condition)));

    public bool IsFalse(Condition condition, Lead lead) => Truth.Is(condition, false, FactsOf(lead, Parts.ReadsScore(condition)));

    /// <summary>The decision, where the talk is over.</summary>
    public Decision? Decide(Lead lead) => Decider.Next(lead, Playbook, Today) is NextStep.Conclude(var decision) ? decision : null;

    public Decision AsItStands(Lead lead) => Decider.AsItStands(lead, Playbook, Today);

    public Score ScoreOf(Lead lead) => Scorer.Score(lead, Playbook, Today);

    private Facts FactsOf(Lead lead, bool readsScore)
    {
        var facts = new Facts(lead, Playbook, Today);
        return readsScore ? facts with { Points = Points.Of(ScoreOf(lead)) } : facts;
    }

    // Not both: the slot is empty, and the question would be asked.
    private Goal NotLeftOpen(Question question)
    {
        var variable = Space.OfSlot(question.Slot.Id);
        var empty = new Node.OnSlot(variable, UInt128.One, Space.Variables[variable].All & ~UInt128.One);
        return new Goal(new Node.Compound(new Condition.All([]), [empty, NodeOf(question.When!)]), Holds: false, When: null);
    }
}
