using System.Collections.Immutable;
using System.Diagnostics;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>The hash of a playbook's content.</summary>
internal static class PlaybookFingerprint
{
    public static string Of(PlaybookDraft draft) => Calendar(new Fingerprint(), draft)
        .Add("playbook/1").Add(draft.Id).Add(draft.Name).Add(draft.Version).Add(draft.Currency)
        .AddEach(draft.Rates, static (print, rate) => print.Add(rate.Currency).Add(rate.Value))
        .AddEach(draft.Criteria, static (print, criterion) => print.Add(criterion.Id).Add(criterion.Name))
        .AddEach(draft.Slots, static (print, slot) => print.Add(slot.Id).AddEnum(slot.Type).Add(slot.Criterion))
        .AddEach(draft.Questions, Add)
        .AddEach(draft.Rules, static (print, rule) => Add(print.Add(rule.Id).AddEnum(rule.Axis).Add(rule.Group).Add(rule.Points), rule.When))
        .AddEach(draft.Caps, static (print, cap) => print.Add(cap.Group).Add(cap.Most))
        .Add(draft.Grid.FitA).Add(draft.Grid.FitB).Add(draft.Grid.Intent1).Add(draft.Grid.Intent2)
        .Add(draft.Stages.Iql).Add(draft.Stages.Mql).Add(draft.Stages.Sql)
        .AddEach(draft.Disqualifiers, static (print, disqualifier) => Add(print.Add(disqualifier.Id), disqualifier.When))
        .AddEach(draft.Routes, static (print, route) => Add(print.Add(route.Id).AddEnum(route.Outcome), route.When))
        .AddEach(draft.Needs, static (print, need) => print.Add(need.Id).AddEach(need.Words))
        .AddNames("technologies", draft.Technologies).AddNames("competitors", draft.Competitors)
        .AddNewer(draft)
        .ToHash();

    /// <summary>The hash of a condition: two conditions that say the same in the same words have the same.</summary>
    public static string Of(Condition? condition) => Add(new Fingerprint(), condition).ToHash();

    // A playbook without these lists keeps the hash that it had before there were such lists.
    private static Fingerprint AddNames(this Fingerprint print, string list, ImmutableArray<string> names) =>
        names.IsEmpty ? print : print.Add(list).AddEach(names);

    // Left out where it is January, so that the hashes of stored talks hold.
    private static Fingerprint Calendar(Fingerprint print, PlaybookDraft draft) => draft.FiscalYearStart == 1 ? print : print.Add("fiscal").Add(draft.FiscalYearStart);

    // What was not there in the first form of playbooks is written only where it is used: older playbooks keep their hashes.
    private static Fingerprint AddNewer(this Fingerprint print, PlaybookDraft draft)
    {
        if (!draft.Signals.IsEmpty || draft.Weights != EvidenceWeights.Even || draft.ProductQualified is not null)
        {
            print.Add("signals").AddEach(draft.Signals, static (inner, kind) => inner.Add(kind.Id).Add(kind.Name));
            print.Add(draft.Weights.SelfReported).Add(draft.Weights.Evidenced);
            print.AddEach(draft.Rules, static (inner, rule) => inner.Add(rule.Each).Add(rule.Decay?.FromDays).Add(rule.Decay?.UntilDays));
            Add(print, draft.ProductQualified);
        }

        if (draft.Style != QuestioningStyle.Plain)
        {
            print.Add("style").AddEnum(draft.Style);
        }

        return AddOrder(print, draft);
    }

    private static Fingerprint AddOrder(Fingerprint print, PlaybookDraft draft)
    {
        if (draft.Order != QuestionOrder.Impact)
        {
            print.Add("order").AddEnum(draft.Order);
        }

        foreach (var question in draft.Questions)
        {
            _ = question.KeepsPlace is { } keeps ? print.Add("place").Add(question.Id).Add(keeps) : print;
        }

        return print;
    }

    private static void Add(Fingerprint print, Question question)
    {
        Add(print.Add(question.Id).Add(question.Slot.Id), question.When);
        print.AddEach(question.Choices, static (inner, choice) => Add(inner.Add(choice.Id), choice.Value));
    }

    private static Fingerprint Add(Fingerprint print, ChoiceValue value) => value switch
    {
        ChoiceValue.Fixed(var answer) => print.Add("fixed").Add(answer),
        ChoiceValue.DaysAhead(var from, var to) => print.Add("days").Add(from).Add(to),
        _ => throw new UnreachableException(),
    };

    private static Fingerprint Add(Fingerprint print, Condition? condition) => condition switch
    {
        null => print.Add("always"),
        Condition.OnSlot leaf => Add(print.Add(leaf.GetType().Name).Add(leaf.Slot), leaf),
        Condition.Happened(var kinds, var times, var days) => print.Add("happened").AddEach(kinds).Add(times).Add(days),
        Condition.StageIs(var stages) => print.Add("stage").AddEnums(stages),
        Condition.GradeIs(var grades) => print.Add("grade").AddEnums(grades),
        Condition.PointsAtLeast(var axis, var points) => print.Add("points").Add(axis?.ToString()).Add(points),
        Condition.All(var parts) => print.Add("all").AddEach(parts, static (inner, part) => Add(inner, part)),
        Condition.Any(var parts) => print.Add("any").AddEach(parts, static (inner, part) => Add(inner, part)),
        Condition.Not(var part) => Add(print.Add("not"), part),
        _ => throw new UnreachableException(),
    };

    private static Fingerprint Add(Fingerprint print, Condition.OnSlot leaf) => leaf switch
    {
        Condition.Answered(_, var expected) => print.Add(expected),
        Condition.Withheld => print,
        Condition.MoneyWithin(_, var least, var below) => print.Add(least).Add(below),
        Condition.MoneyIs(_, var statuses) => print.AddEnums(statuses),
        Condition.StartsWithin(_, var days) => print.Add(days),
        Condition.TimeframeIs(_, var classes) => print.AddEnums(classes),
        Condition.AuthorityIs(_, var classes) => print.AddEnums(classes),
        Condition.NeedPresent(_, var expected) => print.Add(expected),
        Condition.NeedIn(_, var categories) => print.AddEach(categories),
        Condition.CountWithin(_, var least, var below) => print.Add(least).Add(below),
        Condition.TitleAtLeast(_, var level) => print.AddEnum(level),
        Condition.YesNoIs(_, var classes) => print.AddEnums(classes),
        Condition.TextIn(_, var values) => print.AddEach(values),
        Condition.HasWord(_, var words) => print.AddEach(words),
        Condition.FreeMail(_, var expected) => print.Add(expected),
        _ => throw new UnreachableException(),
    };
}
