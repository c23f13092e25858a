using static QualifyBot.Qualification.Proving.FindingKinds;

namespace QualifyBot.Tests.Proving;

/// <summary>Faults in rules, caps and thresholds.</summary>
internal static class FaultsOfScoring
{
    public static readonly Fault[] All =
    [
        // Rules that never hold.
        new("Bounds on people exclude each other", Contradiction, "when: { slot: headcount, at_least: 200 } => when: { all: [{ slot: headcount, at_least: 200 }, §{ slot: headcount, below: 100 }] }"),
        new("Two budgets are wanted at once", Contradiction, "when: { slot: budget, at_least: 50000 } } => when: { all: [{ slot: budget, at_least: 50000 }, §{ slot: budget, is: none }] } }"),
        new("A yes and a no are wanted at once", Contradiction, "when: { slot: pressing, is: yes } => when: { all: [{ slot: pressing, is: yes }, §{ slot: pressing, is: no }] }"),
        new("A 'not' is added before what stands beside it", Contradiction, "when: { slot: start, within_days: 31 } => when: { all: [{ slot: start, within_days: 31 }, §{ not: { slot: start, within_days: 92 } }] }"),
        new("A start in a month and no rush", Contradiction, "when: { slot: start, within_days: 31 } => when: { §slot: start, within_days: 31, is: no_rush }"),
        new("A need that is there and is not", Contradiction, "when: { slot: need, category: [speed, growth] } => when: { all: [{ slot: need, category: [speed, growth] }, §{ slot: need, present: false }] }"),
        new("No say and sole say", Contradiction, "when: { slot: authority, is: none } => when: { all: [{ slot: authority, is: none }, §{ slot: authority, is: sole }] }"),
        new("A business address that is free", Contradiction, "when: { slot: email, free_mail: true } => when: { all: [{ slot: email, free_mail: true }, §{ slot: email, free_mail: false }] }"),
        new("Two places at once", Contradiction, "when: { slot: place, one_of: [APAC] } => when: { all: [{ slot: place, one_of: [APAC] }, §{ slot: place, one_of: [DACH] }] }"),
        new("Withheld and answered", Contradiction, "when: { slot: teams, at_least: 2 } => when: { all: [{ slot: teams, withheld: true }, §{ slot: teams, at_least: 2 }] }"),
        new("A chief who is no manager", Contradiction, "when: { slot: title, level_at_least: c_suite } => when: { all: [{ slot: title, level_at_least: c_suite }, §{ not: { slot: title, level_at_least: manager } }] }"),
        new("One alternative can never hold", Contradiction, "when: { slot: headcount, below: 5 } => when: { any: [{ slot: headcount, below: 5 }, { all: [{ slot: headcount, below: 3 }, §{ slot: headcount, at_least: 4 }] }] }"),

        // Rules that always hold.
        new("Every title is at least 'other'", AlwaysTrue, "{ slot: title, level_at_least: manager } => §{ slot: title, level_at_least: other }"),
        new("Every priority is listed", AlwaysTrue, "{ slot: urgency, one_of: [top, high] } => §{ slot: urgency, one_of: [top, high, medium, low] }"),
        new("Every part in the decision is listed", AlwaysTrue, "{ slot: authority, is: [sole, joint] } => §{ slot: authority, is: [sole, joint, needs_approval, influencer, none, unclear] }"),
        new("Yes, no and unsure are listed", AlwaysTrue, "{ slot: pressing, is: yes } => §{ slot: pressing, is: [yes, no, unsure] }"),
        new("At least nobody", AlwaysTrue, "{ slot: headcount, below: 5 } => §{ slot: headcount, at_least: 0 }"),
        new("A condition or its opposite", AlwaysTrue, "{ slot: need, present: true } } => §{ any: [{ slot: need, present: true }, { slot: need, present: false }] } }"),
        new("A bound or its 'not'", AlwaysTrue, "{ slot: budget, at_least: 5000 } } => §{ any: [{ slot: budget, at_least: 5000 }, { not: { slot: budget, at_least: 5000 } }] } }"),
        new("Below and at least leave nothing out", AlwaysTrue, "{ slot: headcount, below: 5 } => §{ any: [{ slot: headcount, below: 5 }, { slot: headcount, at_least: 5 }] }"),
        new("An alternative says no more than the other", RedundantCondition, "{ slot: headcount, below: 5 } => { any: [{ slot: headcount, below: 5 }, §{ slot: headcount, below: 3 }] }"),
        new("A condition stands twice", RedundantCondition, "{ slot: need, present: true }\n        - { slot: start, within_days: 92 } => { slot: need, present: true }\n        - §{ slot: need, present: true }"),

        // Rules beside each other.
        new("A condition is copied from the rule above", DuplicateRule, "{ id: budget_50k, axis: intent, points: 10, when: { slot: budget, at_least: 50000 } } => §{ id: budget_50k, axis: intent, points: 10, when: { slot: budget, at_least: 5000 } }"),
        new("Two rules are on the same range", DuplicateRule, "{ id: people_middle, axis: fit, points: 20, when: { slot: headcount, at_least: 50, below: 200 } } => §{ id: people_middle, axis: fit, points: 20, when: { slot: headcount, at_least: 20, below: 50 } }"),
        new("Two rules say the same in other words", DuplicateRule, "{ id: starts_in_month, axis: intent, points: 5, when: { slot: start, within_days: 31 } } => §{ id: starts_in_month, axis: intent, points: 5, when: { not: { not: { slot: start, within_days: 92 } } } }"),
        new("A second rule on a signal", DuplicateRule, "  - { id: wants_demo, =>   - { id: shown, axis: intent, points: 5, when: { signal: activated } }\n  - §{ id: shown_again, axis: intent, points: 5, when: { signal: activated } }\n  - { id: wants_demo,"),
        new("One rule takes what the other gives", ContradictoryRules, "{ id: does_not_press, axis: intent, points: -15, when: { slot: pressing, is: no } } => §{ id: does_not_press, axis: intent, points: -15, when: { slot: pressing, is: yes } }"),
        new("A penalty on the range that is rewarded", ContradictoryRules, "{ id: people_tiny, axis: fit, points: -10, when: { slot: headcount, below: 5 } } => §{ id: people_tiny, axis: fit, points: -10, when: { slot: headcount, at_least: 200 } }"),
        new("Points for those who are sent away", PointlessRule, "{ id: far, axis: fit, points: -15, when: { slot: place, one_of: [APAC] } } => §{ id: far, axis: fit, points: 15, when: { slot: place, one_of: [JP] } }"),
        new("A category earns points and disqualifies", PointlessRule, "{ id: our_need, axis: intent, points: 10, when: { slot: need, category: [speed, growth] } } => §{ id: our_need, axis: intent, points: 10, when: { slot: need, category: study } }"),

        // Ranges.
        new("The middle range starts too late", Gap, "{ id: people_middle, axis: fit, points: 20, when: { slot: headcount, at_least: 50, below: 200 } } => §{ id: people_middle, axis: fit, points: 20, when: { slot: headcount, at_least: 60, below: 200 } }"),
        new("One person is left out", Gap, "{ id: people_many, axis: fit, points: 15, when: { slot: headcount, at_least: 200 } } => §{ id: people_many, axis: fit, points: 15, when: { slot: headcount, at_least: 201 } }"),
        new("The middle range starts too early", Overlap, "{ id: people_middle, axis: fit, points: 20, when: { slot: headcount, at_least: 50, below: 200 } } => §{ id: people_middle, axis: fit, points: 20, when: { slot: headcount, at_least: 40, below: 200 } }"),
        new("A zero too many lets ranges overlap", Overlap, "{ id: people_small, axis: fit, points: 10, when: { slot: headcount, at_least: 20, below: 50 } } => { id: people_small, axis: fit, points: 10, when: { slot: headcount, at_least: 20, below: 100 } }", "{ id: people_middle => §{ id: people_middle"),
        new("A part in the decision stands in two lists", Overlap, "{ id: advises, axis: fit, points: 8, when: { slot: authority, is: [needs_approval, influencer] } } => §{ id: advises, axis: fit, points: 8, when: { slot: authority, is: [joint, needs_approval, influencer] } }"),
        new("The penalty reaches into the reward", Overlap, "{ id: people_tiny, axis: fit, points: -10, when: { slot: headcount, below: 5 } } => §{ id: people_tiny, axis: fit, points: -10, when: { slot: headcount, below: 30 } }"),

        // Caps.
        new("The cap is lowered below the first rule", CappedOut, "seniority: 23 => seniority: 5", "{ id: chief => §{ id: chief"),
        new("The cap is used up by the rules before", CappedOut, "seniority: 23 => seniority: 15", "{ id: chief => §{ id: chief"),
        new("The cap cuts a rule always", CappedShort, "seniority: 23 => seniority: 20", "{ id: chief => §{ id: chief"),
        new("The cap cuts even the first rule", CappedShort, "interest: 25 => interest: 4", "{ id: looks_at_prices => §{ id: looks_at_prices"),
        new("The cap is larger than the group", LooseCap, "seniority: 23 => §seniority: 60"),
        new("The group's rules were cut, not its cap", LooseCap, "seniority: 23 => §seniority: 23", "points: 10, when: { slot: title, level_at_least: director } => points: 7, when: { slot: title, level_at_least: director }"),

        // Thresholds.
        new("Grade A has a zero too many", ThresholdOutOfReach, "fit: { a: 50, b: 25 } => fit: { a: §500, b: 25 }"),
        new("Grade B is out of reach too", ThresholdOutOfReach, "fit: { a: 50, b: 25 } => fit: { a: 500, b: §250 }"),
        new("Grade 1 asks more than all rules give", ThresholdOutOfReach, "intent: { 1: 60, 2: 30 } => intent: { 1: §160, 2: 30 }"),
        new("Sales-qualified is out of reach", ThresholdOutOfReach, "sql: 80 } => sql: §400 }"),
        new("Marketing-qualified is out of reach", ThresholdOutOfReach, "mql: 45, sql: 80 } => mql: §300, sql: 400 }"),
        new("A route asks for too much intent", ThresholdOutOfReach, "intent_at_least: 45 => §intent_at_least: 450"),
        new("Grade B is below all points", ThresholdAlwaysMet, "fit: { a: 50, b: 25 } => fit: { a: 50, b: §-250 }"),
        new("Grade 2 is below all points", ThresholdAlwaysMet, "intent: { 1: 60, 2: 30 } => intent: { 1: 60, 2: §-300 }"),
        new("Everybody is information-qualified", ThresholdAlwaysMet, "iql: 10, => iql: §-500,"),
        new("A route's threshold is below all points", ThresholdAlwaysMet, "total_at_least: -20 => §total_at_least: -500"),
    ];
}
