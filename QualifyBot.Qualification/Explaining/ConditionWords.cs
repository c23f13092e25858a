using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Explaining;

/// <summary>Conditions in plain words for the seller: "budget of at least 20,000 USD a year and start within 92 days".</summary>
public static class ConditionWords
{
    /// <summary>What has to be so for the condition to hold.</summary>
    /// <param name="condition">A condition of the playbook.</param>
    /// <param name="playbook">Tells the currency and the names of signals.</param>
    public static string Of(Condition condition, Playbook playbook) => Say(condition, wanted: true, playbook).Text;

    /// <summary>What has to be so for the condition to be surely false.</summary>
    public static string OfNot(Condition condition, Playbook playbook) => Say(condition, wanted: false, playbook).Text;

    // "Surely not both" is "surely not one, or surely not the other", so a "not" can always be said of the single facts.
    private static Phrase Say(Condition condition, bool wanted, Playbook playbook) => condition switch
    {
        Condition.OnSlot leaf => SlotWords.Of(leaf, wanted, playbook.Currency),
        Condition.Not(var part) => Say(part, !wanted, playbook),
        Condition.All(var parts) => Join(parts, wanted, wanted ? Joint.And : Joint.Or, playbook),
        Condition.Any(var parts) => Join(parts, wanted, wanted ? Joint.Or : Joint.And, playbook),
        Condition.Happened happened => SignalWords.Of(happened, wanted, playbook),
        Condition.StageIs(var stages) => Phrase.List(wanted ? "stage " : "stage other than ", [.. stages.Distinct().Select(StageWords.Of)]),
        Condition.GradeIs(var grades) => Phrase.List(wanted ? "grade " : "grade other than ", [.. grades.Distinct().Order().Select(grade => grade.ToString())]),
        Condition.PointsAtLeast(var axis, var points) => new Phrase(
            $"{(wanted ? "at least" : "fewer than")} {Figures.Of(points)} points{(axis is { } of ? $" of {StageWords.Of(of)}" : "")}"),
        _ => throw new UnreachableException(),
    };

    private static Phrase Join(ImmutableArray<Condition> parts, bool wanted, Joint joint, Playbook playbook)
    {
        var phrases = parts.Select(part => Say(part, wanted, playbook)).Distinct().ToArray();
        return phrases.Length switch
        {
            0 => new Phrase(joint == Joint.And ? "always" : "never"),
            1 => phrases[0],
            _ => new Phrase(string.Join(joint == Joint.And ? " and " : " or ", phrases.Select(phrase => phrase.Within(joint))), joint),
        };
    }
}
