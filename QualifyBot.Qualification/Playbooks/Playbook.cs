using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>A rulebook: what to ask, what it scores, where it leads. Immutable, and free of the faults that <see cref="PlaybookProblems"/> finds.</summary>
public sealed class Playbook
{
    private readonly PlaybookDraft draft;
    private readonly ImmutableArray<int?> caps;
    private readonly ImmutableArray<Slot> styleSlots;

    private Playbook(PlaybookDraft draft)
    {
        this.draft = draft;
        Hash = PlaybookFingerprint.Of(draft);
        Discovery = draft.Style == QuestioningStyle.Spin ? draft.Questions.FirstOrDefault(question => question.Slot.Type == SlotType.Need) : null;
        styleSlots = Discovery is { } discovery ? [.. Spin.Slots.Select(id => new Slot(id, SlotType.Text, discovery.Criterion))] : [];
        caps = [.. draft.Rules.Select(rule => draft.Caps.Select((cap, index) => (cap.Group, Index: (int?)index)).FirstOrDefault(cap => string.Equals(cap.Group, rule.Group, StringComparison.Ordinal)).Index)];
    }

    /// <summary>Id ("bant").</summary>
    public string Id => draft.Id;

    /// <summary>Name for people ("BANT").</summary>
    public string Name => draft.Name;

    /// <summary>Version for people ("1.0").</summary>
    public string Version => draft.Version;

    /// <summary>SHA-256 of the content in lower-case hex: equal rules have equal hashes, whatever file or layout they came from.</summary>
    public string Hash { get; }

    /// <summary>ISO 4217 code in which amounts of money are compared.</summary>
    public string Currency => draft.Currency;

    /// <summary>Month, 1 to 12, in which the fiscal year starts that visitors speak of.</summary>
    public int FiscalYearStart => draft.FiscalYearStart;

    /// <summary>Rates of other currencies.</summary>
    public ImmutableArray<ExchangeRate> Rates => draft.Rates;

    /// <summary>Criteria of the framework.</summary>
    public ImmutableArray<Criterion> Criteria => draft.Criteria;

    /// <summary>Slots.</summary>
    public ImmutableArray<Slot> Slots => draft.Slots;

    /// <summary>How the question for the need is asked.</summary>
    public QuestioningStyle Style => draft.Style;

    /// <summary>The question that the style deepens: the first on a need; null where the style is plain.</summary>
    public Question? Discovery { get; }

    /// <summary>Questions, in the order in which they are asked where nothing speaks for another.</summary>
    public ImmutableArray<Question> Questions => draft.Questions;

    /// <summary>Which of the questions that still matter comes next.</summary>
    public QuestionOrder Order => draft.Order;

    /// <summary>Score rules; receipts stand in their order.</summary>
    public ImmutableArray<ScoreRule> Rules => draft.Rules;

    /// <summary>Caps of groups of rules.</summary>
    public ImmutableArray<GroupCap> Caps => draft.Caps;

    /// <summary>Kinds of signals that conditions may read.</summary>
    public ImmutableArray<SignalKind> Signals => draft.Signals;

    /// <summary>What points are worth by what their answers rest on.</summary>
    public EvidenceWeights Weights => draft.Weights;

    /// <summary>Makes a lead short of sales-qualified a product-qualified one; null = no lead becomes one.</summary>
    public Condition? ProductQualified => draft.ProductQualified;

    /// <summary>Thresholds of the grades.</summary>
    public Grid Grid => draft.Grid;

    /// <summary>Thresholds of the stages.</summary>
    public StageThresholds Stages => draft.Stages;

    /// <summary>Disqualifiers, tried in order.</summary>
    public ImmutableArray<Disqualifier> Disqualifiers => draft.Disqualifiers;

    /// <summary>Routes, tried in order; the last has no condition.</summary>
    public ImmutableArray<RouteRule> Routes => draft.Routes;

    /// <summary>Categories of need, for the reader.</summary>
    public ImmutableArray<NeedCategory> Needs => draft.Needs;

    /// <summary>Names of products that visitors may work with today, for the reader.</summary>
    public ImmutableArray<string> Technologies => draft.Technologies;

    /// <summary>Names of competitors and their products, for the reader.</summary>
    public ImmutableArray<string> Competitors => draft.Competitors;

    /// <summary>The slot of this id, one of the playbook's or of its style; or null.</summary>
    public Slot? FindSlot(string id) => Slots.Concat(styleSlots).FirstOrDefault(slot => string.Equals(slot.Id, id, StringComparison.Ordinal));

    /// <summary>The question of this id, or null.</summary>
    public Question? FindQuestion(string id) => Questions.FirstOrDefault(question => string.Equals(question.Id, id, StringComparison.Ordinal));

    /// <summary>The parts, for a playbook that differs in some of them.</summary>
    internal PlaybookDraft ToDraft() => draft;

    /// <summary>What lies between two playbooks: it may have parts that nobody reads, but its last route takes every lead.</summary>
    internal static Playbook Between(PlaybookDraft draft) => new(draft);

    /// <summary>Place among the caps of the one that bounds the rule at <paramref name="rule"/>, or null.</summary>
    internal int? CapOf(int rule) => caps[rule];

    /// <summary>A playbook of these parts.</summary>
    /// <exception cref="ArgumentException">The draft has problems; the message tells them all.</exception>
    public static Playbook From(PlaybookDraft draft)
    {
        var problems = PlaybookProblems.Of(draft);
        return problems.IsEmpty
            ? new Playbook(draft)
            : throw new ArgumentException(string.Join('\n', problems.Select(problem => $"{problem.Path}: {problem.Problem} {problem.Remedy}")), nameof(draft));
    }
}
