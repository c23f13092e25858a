using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Which of the questions that still matter comes next.</summary>
public enum QuestionOrder
{
    /// <summary>The one whose answers narrow the outcomes most, and of several such the first in the playbook; money never overtakes what stands before it.</summary>
    Impact,

    /// <summary>The first in the playbook.</summary>
    Fixed,
}

/// <summary>A question that fills a slot.</summary>
/// <param name="Id">Id, unique in the playbook; it names the question's texts.</param>
/// <param name="Slot">The slot that it fills.</param>
/// <param name="When">It is asked only where this holds; null = always.</param>
/// <param name="Choices">Answers to click, in the order shown; may be empty.</param>
public sealed record Question(string Id, Slot Slot, Condition? When, ImmutableArray<Choice> Choices)
{
    /// <summary>Whether it is asked only after all that stand before it and still matter; null = where it asks for an amount of money.</summary>
    public bool? KeepsPlace { get; init; }

    /// <summary>Id of the criterion that the question serves.</summary>
    public string Criterion => Slot.Criterion;
}

/// <summary>An answer to click.</summary>
/// <param name="Id">Id, unique within its question; it names the button's text.</param>
/// <param name="Value">What a click means.</param>
public sealed record Choice(string Id, ChoiceValue Value)
{
    /// <summary>The answer that a click on day <paramref name="today"/> stands for.</summary>
    public AnswerValue ValueOn(DateOnly today) => Value.On(today);
}

/// <summary>What a click means: a closed union.</summary>
public abstract record ChoiceValue
{
    private ChoiceValue()
    {
    }

    /// <summary>The same value on every day.</summary>
    public sealed record Fixed(AnswerValue Value) : ChoiceValue;

    /// <summary>A start between <paramref name="From"/> (inclusive) and <paramref name="To"/> (exclusive) days from the day of the click.</summary>
    public sealed record DaysAhead(int From, int To) : ChoiceValue;

    /// <summary>The answer that this is on a day.</summary>
    public AnswerValue On(DateOnly today) => this switch
    {
        Fixed(var value) => value,
        DaysAhead(var from, var to) => new AnswerValue.Timeframe(TimeframeClass.Dated, today.AddDays(from), today.AddDays(to)),
        _ => throw new UnreachableException(),
    };
}
