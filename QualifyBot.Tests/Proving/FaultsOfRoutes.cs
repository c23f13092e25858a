using static QualifyBot.Qualification.Proving.FindingKinds;

namespace QualifyBot.Tests.Proving;

/// <summary>Faults in disqualifiers and routes, and in the shipped playbooks.</summary>
internal static class FaultsOfRoutes
{
    public static readonly Fault[] All =
    [
        new("A disqualifier wants two things that exclude each other", Contradiction, "- { slot: budget, below: 5000 } => - §{ slot: need, present: true }"),
        new("A disqualifier wants more than a budget and less", Contradiction, "        - { slot: need, present: false }\n        - { slot: budget, below: 5000 } =>         - { slot: budget, at_least: 6000 }\n        - §{ slot: budget, below: 5000 }"),
        new("A disqualifier takes every answer", AlwaysDisqualifies, "when: { slot: place, one_of: [JP, KR] } => when: §{ slot: place, answered: true }"),
        new("A disqualifier takes yes and no alike", AlwaysDisqualifies, "when: { slot: place, one_of: [JP, KR] } => when: §{ slot: pressing, is: [yes, no, unsure] }"),
        new("A disqualifier stands behind a wider one", ShadowedDisqualifier, "when: { slot: place, one_of: [JP, KR] } => when: { all: [{ slot: need, present: false }, { slot: budget, is: none }] }", "- id: too_far => - §id: too_far"),
        new("A disqualifier is copied", ShadowedDisqualifier, "when: { slot: place, one_of: [JP, KR] } => when: { slot: title, words: student }", "- id: too_far => - §id: too_far"),
        new("More money disqualifies", WorseOutcome, "when: { slot: place, one_of: [JP, KR] } => when: §{ slot: budget, at_least: 80000 }"),
        new("A sooner start disqualifies", WorseOutcome, "when: { slot: place, one_of: [JP, KR] } => when: §{ slot: start, within_days: 10 }"),
        new("Those who decide are disqualified", WorseOutcome, "when: { slot: place, one_of: [JP, KR] } => when: §{ slot: authority, is: sole }"),
        new("The budget of a route is bounded the wrong way round", WorseOutcome, "        - { slot: start, within_days: 92 } =>         - { slot: budget, below: 5000 }", "    when:\n      stage: =>     when:\n      §stage:"),
        new("Soon became later under a 'not'", WorseOutcome, "        - { slot: start, within_days: 92 } =>         - { not: { slot: start, within_days: 92 } }", "    when:\n      stage: =>     when:\n      §stage:"),
        new("Those with a need are disqualified, and no route for them is left", ShadowedRoute, "        - { slot: need, present: false }\n        - { slot: budget, below: 5000 } =>         - { slot: need, present: true }\n        - { slot: need, present: true }", "- id: ready => §- id: ready"),
        new("A route takes all before the others", ShadowedRoute, "- id: large\n    outcome: hand_off\n    when: { slot: budget, at_least: 100000 } => - id: large\n    outcome: hand_off\n    when: { total_at_least: -500 }", "- id: odd => §- id: odd"),
        new("A narrower route stands behind a wider one", ShadowedRoute, "  - id: sorry =>   - §id: larger\n    outcome: book_demo\n    when: { slot: budget, at_least: 200000 }\n  - id: sorry"),
        new("A route is copied and not changed", ShadowedRoute, "  - id: sorry =>   - §id: odd_again\n    outcome: nurture\n    when: { slot: need, present: false }\n  - id: sorry"),
        new("The last route has nothing left", ShadowedRoute, "when: { not: { total_at_least: -20 } } => when: { not: { total_at_least: 900 } }", "- id: later => §- id: later"),
        new("A route wants a budget above and below", Contradiction, "when: { slot: budget, at_least: 100000 }\n => when: { all: [{ slot: budget, at_least: 100000 }, §{ slot: budget, below: 50000 }] }\n"),
        new("No lead has the points that the route wants", UnreachableRoute, "when: { not: { total_at_least: -20 } } => when: §{ not: { total_at_least: -400 } }"),
        new("The grades and the stage of a route exclude each other", UnreachableRoute, "stage: [sql, pql] => stage: sql", "grade: [a1, a2, b1, b2] => grade: [c3]", "    when:\n      stage: =>     when:\n      §stage:"),
        new("The stage of a route exists only for the disqualified", DeadCondition, "stage: [sql, pql] => §stage: disqualified"),
        new("A route names a stage that no lead has", DeadCondition, "product_qualified: { signal: activated, times: 2 }\n => ", "stage: [sql, pql] => §stage: [sql, pql]", "points: 5, each: 3, when: { signal: pricing_page, within_days: 60 } => points: 5, each: 3, when: { signal: [pricing_page, activated], within_days: 60 }"),
        new("A route takes every grade", ThresholdAlwaysMet, "grade: [a1, a2, b1, b2] => §grade: [a1, a2, a3, b1, b2, b3, c1, c2, c3]"),
        new("The only way to a demo is closed", UnreachableOutcome, "sql: 80 } => sql: 300 }", "stage: [sql, pql] => stage: sql", "outcome: book_demo => §outcome: book_demo"),
        new("The way to a demo leads elsewhere", MissingOutcome, "outcome: book_demo => outcome: hand_off", "  - id: large =>   §- id: large"),

        // The shipped playbooks, as somebody might break them.
        new("BANT: the demo wants more points than there are", ThresholdOutOfReach, "sql: 80 } => sql: §280 }") { Of = "bant" },
        new("BANT: the demo is out of reach", UnreachableRoute, "sql: 80 } => sql: 280 }", "      stage: sql =>       §stage: sql") { Of = "bant" },
        new("BANT: the catch-all of the hand-off stands first", ShadowedRoute, "any:\n        - { slot: budget, at_least: 100000 }\n        - { slot: headcount, at_least: 1000 } => any:\n        - { slot: need, present: true }\n        - { slot: headcount, at_least: 1000 }", "- id: sales_ready => §- id: sales_ready") { Of = "bant" },
        new("BANT: too small became too large", WorseOutcome, "- { slot: headcount, below: 5 }\n        - { slot: budget, below: 1000 } => - { slot: headcount, below: 5 }\n        - { slot: budget, at_least: 1000 }", "- id: too_small\n    when:\n => - id: too_small\n    when:\n§") { Of = "bant" },
        new("BANT: the cap of seniority is a digit short", CappedOut, "seniority: 20 => seniority: 2", "{ id: title_director => §{ id: title_director") { Of = "bant" },
        new("BANT: the question of the timeline is gone", UnaskedSlot, "  - id: timeline\n    slot: timeline\n    choices:\n      - { id: month, from_days: 0, to_days: 31 }\n      - { id: quarter, from_days: 31, to_days: 92 }\n      - { id: half_year, from_days: 92, to_days: 184 }\n      - { id: later, from_days: 184, to_days: 550 }\n      - { id: no_rush, is: no_rush }\n => ", "  timeline: { type =>   §timeline: { type") { Of = "bant" },
        new("CHAMP: priority waits for the timeline that waits for it", QuestionLoop, "  - id: priority\n    slot: priority\n =>   - id: priority\n    slot: priority\n    when: §{ slot: timeline, within_days: 900 }\n") { Of = "champ" },
        new("CHAMP: the decider's points are negative", NotMonotone, "{ id: decides_alone, axis: fit, points: 25, => §{ id: decides_alone, axis: fit, points: -25,") { Of = "champ" },
        new("CHAMP: no priority earns points", Dip, "{ id: no_priority, axis: intent, points: -20, => §{ id: no_priority, axis: intent, points: 20,") { Of = "champ" },
        new("CHAMP: 'large deal' takes every size", AlwaysTrue, "- { slot: headcount, at_least: 1000 } => - §{ slot: headcount, at_least: 0 }") { Of = "champ" },
    ];
}
