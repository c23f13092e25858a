using System.Collections.Immutable;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Replaying;

/// <summary>Finds each single difference between two versions of a rulebook that can move a score or an outcome.</summary>
public static class RulebookChanges
{
    /// <summary>All differences, rules first.</summary>
    public static ImmutableArray<RulebookChange> Between(Playbook before, Playbook after) =>
    [
        .. Rules(before, after), .. Caps(before, after), .. Thresholds(before, after), .. Disqualifiers(before, after), .. Routes(before, after), .. Money(before, after), .. Questions(before, after), .. Slots(before, after),
    ];

    /// <summary>The old parts, and beside them what new parts may name: alone it moves nothing.</summary>
    internal static PlaybookDraft Ground(Playbook before, Playbook after)
    {
        var (old, fresh) = (before.ToDraft(), after.ToDraft());
        return old with
        {
            Criteria = Union(old.Criteria, fresh.Criteria, criterion => criterion.Id),
            Slots = Union(old.Slots, fresh.Slots, slot => slot.Id),
            Signals = Union(old.Signals, fresh.Signals, kind => kind.Id),
            Needs = Union(old.Needs, fresh.Needs, need => need.Id),
        };
    }

    private static ImmutableArray<T> Union<T>(ImmutableArray<T> old, ImmutableArray<T> fresh, Func<T, string> idOf) =>
        [.. old.Concat(fresh).DistinctBy(idOf, StringComparer.Ordinal)];

    private static IEnumerable<RulebookChange> Rules(Playbook before, Playbook after) =>
        new ListChanges<ScoreRule>("rule", before.Rules, after.Rules, rule => rule.Id, draft => draft.Rules, (draft, list) => draft with { Rules = list }).Find(
            (one, other) => one with { When = other.When } == other && IsSame(one.When, other.When),
            (one, other) => (one, other) switch
            {
                ({ } old, null) => $"{RuleWords(old, before)} is gone",
                (null, { } fresh) => $"{RuleWords(fresh, after)} is new",
                _ => Compared(RuleWords(one!, before), RuleWords(other!, after)),
            });

    private static IEnumerable<RulebookChange> Caps(Playbook before, Playbook after) =>
        new ListChanges<GroupCap>("cap", before.Caps, after.Caps, cap => cap.Group, draft => draft.Caps, (draft, list) => draft with { Caps = list }).Find(
            (one, other) => one == other, (one, other) => Compared(one is null ? "none" : $"{one.Most} points", other is null ? "none" : $"{other.Most} points"))
        .Where(change => change.Id.Length > 0);

    private static IEnumerable<RulebookChange> Disqualifiers(Playbook before, Playbook after) =>
        new ListChanges<Disqualifier>("disqualifier", before.Disqualifiers, after.Disqualifiers, one => one.Id, draft => draft.Disqualifiers, (draft, list) => draft with { Disqualifiers = list }).Find(
            (one, other) => IsSame(one.When, other.When), (one, other) => Compared(Words(one?.When, before, one is null), Words(other?.When, after, other is null)));

    private static IEnumerable<RulebookChange> Routes(Playbook before, Playbook after) =>
        new ListChanges<RouteRule>("route", before.Routes, after.Routes, route => route.Id, draft => draft.Routes, (draft, list) => draft with { Routes = list }).Find(
            (one, other) => one.Outcome == other.Outcome && IsSame(one.When, other.When),
            (one, other) => Compared(RouteWords(one, before), RouteWords(other, after)));

    private static IEnumerable<RulebookChange> Thresholds(Playbook before, Playbook after)
    {
        var (old, fresh) = (before.Grid, after.Grid);
        var (stages, freshStages) = (before.Stages, after.Stages);
        return Differing(
            Number("threshold", "fit A", old.FitA, fresh.FitA, draft => draft with { Grid = draft.Grid with { FitA = fresh.FitA } }),
            Number("threshold", "fit B", old.FitB, fresh.FitB, draft => draft with { Grid = draft.Grid with { FitB = fresh.FitB } }),
            Number("threshold", "intent 1", old.Intent1, fresh.Intent1, draft => draft with { Grid = draft.Grid with { Intent1 = fresh.Intent1 } }),
            Number("threshold", "intent 2", old.Intent2, fresh.Intent2, draft => draft with { Grid = draft.Grid with { Intent2 = fresh.Intent2 } }),
            Number("threshold", "iql", stages.Iql, freshStages.Iql, draft => draft with { Stages = draft.Stages with { Iql = freshStages.Iql } }),
            Number("threshold", "mql", stages.Mql, freshStages.Mql, draft => draft with { Stages = draft.Stages with { Mql = freshStages.Mql } }),
            Number("threshold", "sql", stages.Sql, freshStages.Sql, draft => draft with { Stages = draft.Stages with { Sql = freshStages.Sql } }),
            Number("weight", "self-reported", before.Weights.SelfReported, after.Weights.SelfReported, draft => draft with { Weights = draft.Weights with { SelfReported = after.Weights.SelfReported } }),
            Number("weight", "evidenced", before.Weights.Evidenced, after.Weights.Evidenced, draft => draft with { Weights = draft.Weights with { Evidenced = after.Weights.Evidenced } }),
            IsSame(before.ProductQualified, after.ProductQualified) ? null : new RulebookChange("threshold", "pql", Compared(Words(before.ProductQualified, before, before.ProductQualified is null), Words(after.ProductQualified, after, after.ProductQualified is null))) { Apply = draft => draft with { ProductQualified = after.ProductQualified } });
    }

    private static IEnumerable<RulebookChange> Money(Playbook before, Playbook after) =>
        new ListChanges<ExchangeRate>("rate", before.Rates, after.Rates, rate => rate.Currency, draft => draft.Rates, (draft, list) => draft with { Rates = list }).Find(
            (one, other) => one == other, (one, other) => Compared(one is null ? "none" : Figures.Of(one.Value), other is null ? "none" : Figures.Of(other.Value)))
        .Where(change => change.Id.Length > 0)
        .Concat(Differing(string.Equals(before.Currency, after.Currency, StringComparison.Ordinal) ? null : new RulebookChange("currency", "", Compared(before.Currency, after.Currency)) { Apply = draft => draft with { Currency = after.Currency } }));

    // Questions move no points: they decide whether a talk would still go on.
    private static IEnumerable<RulebookChange> Questions(Playbook before, Playbook after) => Differing(
        before.Questions.Select(Text).SequenceEqual(after.Questions.Select(Text), StringComparer.Ordinal) ? null : new RulebookChange("questions", "", "other questions, or in another order") { Apply = draft => draft with { Questions = after.Questions } });

    private static IEnumerable<RulebookChange> Slots(Playbook before, Playbook after) =>
        from slot in before.Slots
        let fresh = after.FindSlot(slot.Id)
        where fresh is null || fresh.Type != slot.Type
        select new RulebookChange("slot", slot.Id, fresh is null ? "it is gone, and its answers with it" : $"{slot.Type} -> {fresh.Type}, so that its answers fit no more")
        {
            Apply = draft => fresh is null ? draft : draft with { Slots = draft.Slots.Replace(slot, fresh) },
        };

    private static string Text(Question question) => $"{question.Id}|{question.Slot.Id}|{PlaybookFingerprint.Of(question.When)}";

    private static IEnumerable<RulebookChange> Differing(params RulebookChange?[] changes) => changes.OfType<RulebookChange>();

    private static RulebookChange? Number(string part, string id, int before, int after, Func<PlaybookDraft, PlaybookDraft> apply) =>
        before == after ? null : new RulebookChange(part, id, Compared(Figures.Of(before), Figures.Of(after))) { Apply = apply };

    private static bool IsSame(Condition? one, Condition? other) => string.Equals(PlaybookFingerprint.Of(one), PlaybookFingerprint.Of(other), StringComparison.Ordinal);

    private static string Compared(string before, string after) => $"{before} -> {after}";

    private static string Words(Condition? condition, Playbook playbook, bool isMissing) => isMissing ? "none" : condition is null ? "always" : ConditionWords.Of(condition, playbook);

    private static string RouteWords(RouteRule? route, Playbook playbook) => route is null ? "none" : $"{StageWords.Of(route.Outcome)} where {Words(route.When, playbook, isMissing: false)}";

    private static string RuleWords(ScoreRule rule, Playbook playbook)
    {
        var fades = rule.Decay is { } decay ? $", fading from day {decay.FromDays} to {decay.UntilDays}" : "";
        var each = rule.Each > 1 ? $" for each of {rule.Each}" : "";
        return $"{Figures.Signed(rule.Points)} {StageWords.Of(rule.Axis)}{each} where {ConditionWords.Of(rule.When, playbook)}{fades}{(rule.Group is { } group ? $" (group {group})" : "")}";
    }
}
