namespace QualifyBot.Qualification.Proving;

/// <summary>The kinds of findings, by their stable ids.</summary>
public static class FindingKinds
{
    /// <summary>No lead comes to an outcome that a route names.</summary>
    public const string UnreachableOutcome = "unreachable_outcome";

    /// <summary>No route leads to an outcome.</summary>
    public const string MissingOutcome = "missing_outcome";

    /// <summary>No lead meets the condition of a route.</summary>
    public const string UnreachableRoute = "unreachable_route";

    /// <summary>Other routes or disqualifiers take every lead that meets the condition of a route.</summary>
    public const string ShadowedRoute = "shadowed_route";

    /// <summary>No lead meets the condition of a disqualifier.</summary>
    public const string DeadDisqualifier = "dead_disqualifier";

    /// <summary>A disqualifier takes every lead, or every lead that answers.</summary>
    public const string AlwaysDisqualifies = "always_disqualifies";

    /// <summary>Earlier disqualifiers take every lead that meets the condition of this one.</summary>
    public const string ShadowedDisqualifier = "shadowed_disqualifier";

    /// <summary>No lead meets the condition of a rule.</summary>
    public const string DeadRule = "dead_rule";

    /// <summary>A part of a condition never holds, so that it adds nothing.</summary>
    public const string DeadCondition = "dead_condition";

    /// <summary>Parts of a condition exclude each other.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>A condition holds whatever is answered.</summary>
    public const string AlwaysTrue = "always_true";

    /// <summary>A part of an alternative says nothing that the other parts do not say.</summary>
    public const string RedundantCondition = "redundant_condition";

    /// <summary>Two rules hold for the same leads.</summary>
    public const string DuplicateRule = "duplicate_rule";

    /// <summary>Two rules hold for the same leads, and one takes what the other gives.</summary>
    public const string ContradictoryRules = "contradictory_rules";

    /// <summary>Every lead that earns the points is disqualified.</summary>
    public const string PointlessRule = "pointless_rule";

    /// <summary>The group's cap leaves a rule none of its points.</summary>
    public const string CappedOut = "capped_out";

    /// <summary>The group's cap never leaves a rule all of its points.</summary>
    public const string CappedShort = "capped_short";

    /// <summary>A group cannot earn as much as its cap allows.</summary>
    public const string LooseCap = "loose_cap";

    /// <summary>No lead reaches a threshold.</summary>
    public const string ThresholdOutOfReach = "threshold_out_of_reach";

    /// <summary>Every lead reaches a threshold.</summary>
    public const string ThresholdAlwaysMet = "threshold_always_met";

    /// <summary>A better answer lowers the score.</summary>
    public const string NotMonotone = "not_monotone";

    /// <summary>A better answer worsens the outcome.</summary>
    public const string WorseOutcome = "worse_outcome";

    /// <summary>An answer in the middle earns less than those on both sides of it.</summary>
    public const string Dip = "dip";

    /// <summary>Between two ranges lies one that no rule covers.</summary>
    public const string Gap = "gap";

    /// <summary>Two ranges overlap in a part.</summary>
    public const string Overlap = "overlap";

    /// <summary>Nothing reads the answer to a question.</summary>
    public const string UnreadQuestion = "unread_question";

    /// <summary>Nothing can fill a slot that is read.</summary>
    public const string UnfilledSlot = "unfilled_slot";

    /// <summary>No question asks for a slot that is read.</summary>
    public const string UnaskedSlot = "unasked_slot";

    /// <summary>The condition of a question never holds.</summary>
    public const string QuestionNeverAsked = "question_never_asked";

    /// <summary>Questions wait for one another.</summary>
    public const string QuestionLoop = "question_loop";

    /// <summary>A question waits for an answer that is asked for later.</summary>
    public const string QuestionOrder = "question_order";

    /// <summary>Two choices of a question mean the same.</summary>
    public const string SameChoice = "same_choice";

    /// <summary>The ranges of two choices overlap.</summary>
    public const string ChoiceOverlap = "choice_overlap";

    /// <summary>Between the ranges of two choices lies one that cannot be chosen.</summary>
    public const string ChoiceGap = "choice_gap";

    /// <summary>Nothing reads a kind of signal.</summary>
    public const string UnreadSignal = "unread_signal";


    /// <summary>No lead can become product-qualified.</summary>
    public const string NeverProductQualified = "never_product_qualified";

    /// <summary>The weights of evidence change no points.</summary>
    public const string WeightsWithoutEffect = "weights_without_effect";

    /// <summary>The work allowed did not suffice.</summary>
    public const string NotProved = "not_proved";
}
