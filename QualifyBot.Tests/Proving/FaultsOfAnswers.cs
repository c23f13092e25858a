using static QualifyBot.Qualification.Proving.FindingKinds;

namespace QualifyBot.Tests.Proving;

/// <summary>Better answers that are worth less, questions, slots, choices and signals.</summary>
internal static class FaultsOfAnswers
{
    public static readonly Fault[] All =
    [
        // Better answers that lower the score.
        new("The sign of the sole decider's points is flipped", NotMonotone, "{ id: decides, axis: fit, points: 20, => §{ id: decides, axis: fit, points: -20,"),
        new("A larger budget costs points", NotMonotone, "{ id: budget_50k, axis: intent, points: 10, => §{ id: budget_50k, axis: intent, points: -10,"),
        new("A sooner start costs points", NotMonotone, "{ id: starts_in_month, axis: intent, points: 5, => §{ id: starts_in_month, axis: intent, points: -5,"),
        new("A higher title costs points", NotMonotone, "{ id: chief, axis: fit, group: seniority, points: 8, => §{ id: chief, axis: fit, group: seniority, points: -8,"),
        new("A need costs points", NotMonotone, "{ id: has_need, axis: intent, points: 20, => §{ id: has_need, axis: intent, points: -25,"),
        new("No need earns points", NotMonotone, "{ id: no_need, axis: intent, points: -20, => §{ id: no_need, axis: intent, points: 25,"),
        new("A budget rule has the bound the wrong way round", NotMonotone, "{ id: budget_5k, axis: intent, points: 5, when: { slot: budget, at_least: 5000 } } => §{ id: budget_5k, axis: intent, points: 5, when: { slot: budget, below: 5000 } }"),
        new("A budget rule ends where the next does not start", NotMonotone, "{ id: budget_5k, axis: intent, points: 5, when: { slot: budget, at_least: 5000 } } => §{ id: budget_5k, axis: intent, points: 5, when: { slot: budget, at_least: 5000, below: 20000 } }"),
        new("A free address earns what a business address should", NotMonotone, "{ id: free_mail, axis: fit, points: -5, => §{ id: free_mail, axis: fit, points: 15,"),
        new("A top priority costs points", NotMonotone, "{ id: top_urgency, axis: intent, points: 10, => §{ id: top_urgency, axis: intent, points: -10,"),
        new("Money and say together cost points", NotMonotone, "{ id: rich_decider, axis: fit, points: 5, => §{ id: rich_decider, axis: fit, points: -25,"),
        new("Having no say earns more than advising", NotMonotone, "{ id: no_say, axis: fit, points: -10, => §{ id: no_say, axis: fit, points: 10,"),
        new("No rush earns more than a date", NotMonotone, "{ id: no_rush, axis: intent, points: -10, => §{ id: no_rush, axis: intent, points: 20,"),
        new("No money earns more than little", NotMonotone, "{ id: no_money, axis: intent, points: -15, => §{ id: no_money, axis: intent, points: 15,"),
        new("Weeks are meant, days are written, under a 'not'", NotMonotone, "when: { slot: start, within_days: 31 } => when: { all: [{ slot: start, within_days: 92 }, { not: { slot: start, within_days: 5 } }] }", "{ id: starts_in_month => §{ id: starts_in_month"),
        new("Small companies cost points, tiny ones do not", Dip, "{ id: people_small, axis: fit, points: 10, => §{ id: people_small, axis: fit, points: -20,"),
        new("Tiny companies earn points", Dip, "{ id: people_tiny, axis: fit, points: -10, => §{ id: people_tiny, axis: fit, points: 10,"),
        new("The middle is a hole", Dip, "{ id: people_middle, axis: fit, points: 20, => §{ id: people_middle, axis: fit, points: -20,"),
        new("Yes and no cost the same", Dip, "{ id: presses, axis: intent, points: 15, => { id: presses, axis: intent, points: 15,", "{ id: does_not_press, axis: intent, points: -15, => §{ id: does_not_press, axis: intent, points: 15,"),

        // Questions.
        new("The only rule on teams is gone", UnreadQuestion, "  - { id: several_teams, axis: fit, points: 5, when: { slot: teams, at_least: 2 } }\n => ", "  - id: teams\n => §  - id: teams\n"),
        new("A question on something that nothing reads", UnreadQuestion, "  place: { type: geography, criterion: company } =>   place: { type: geography, criterion: company }\n  hobby: { type: text, criterion: company }", "caps:\n =>   - §id: hobby\n    slot: hobby\ncaps:\n"),
        new("A question waits for bounds that exclude each other", Contradiction, "when: { slot: headcount, at_least: 20 }\n => when: { all: [{ slot: headcount, at_least: 20 }, §{ slot: headcount, below: 10 }] }\n"),
        new("A question waits for what disqualifies", QuestionNeverAsked, "when: { slot: headcount, at_least: 20 }\n => when: §{ slot: place, one_of: [JP, KR] }\n"),
        new("Two questions wait for each other", QuestionLoop, "    slot: headcount\n    choices =>     slot: headcount\n    when: §{ slot: teams, at_least: 1 }\n    choices"),
        new("Three questions wait in a circle", QuestionLoop, "  - id: authority\n    slot: authority\n =>   - id: authority\n    slot: authority\n    when: { slot: teams, at_least: 1 }\n", "    slot: headcount\n    choices =>     slot: headcount\n    when: §{ slot: authority, is: sole }\n    choices"),
        new("A question waits for a question in a circle", QuestionNeverAsked, "    slot: headcount\n    choices =>     slot: headcount\n    when: { slot: teams, at_least: 1 }\n    choices", "  - id: authority\n    slot: authority\n =>   - id: authority\n    slot: authority\n    when: §{ slot: teams, at_least: 1 }\n"),
        new("A question is moved before the one that it waits for", QuestionOrder, "  - id: teams\n    slot: teams\n    when: { slot: headcount, at_least: 20 }\n => ", "  - id: headcount\n =>   - id: teams\n    slot: teams\n    when: §{ slot: headcount, at_least: 20 }\n  - id: headcount\n"),
        new("A second question is never reached", QuestionNeverAsked, "caps:\n =>   - id: teams_again\n    slot: teams\n    when: §{ slot: headcount, at_least: 50 }\ncaps:\n"),
        new("A question asks for the tool at every answer", AlwaysTrue, "when: { slot: headcount, at_least: 20 }\n => when: §{ slot: headcount, at_least: 0 }\n"),

        // Slots, choices, signals.
        new("Nothing fills a slot that a rule reads", UnfilledSlot, "  - id: teams\n    slot: teams\n    when: { slot: headcount, at_least: 20 }\n => ", "  teams: { =>   §teams: {"),
        new("A second company size is never heard", UnfilledSlot, "  place: { type: geography, criterion: company } =>   place: { type: geography, criterion: company }\n  §staff: { type: headcount, criterion: company }", "{ slot: teams, at_least: 2 } => { slot: staff, at_least: 2 }"),
        new("Two choices mean the same", SameChoice, "- { id: growth, category: growth } => - §{ id: growth, category: speed }"),
        new("Two choices have the same range", SameChoice, "- { id: middle, from: 5000, to: 49999 } => - §{ id: middle, from: 0, to: 4999 }"),
        new("Ranges of choices overlap", ChoiceOverlap, "- { id: middle, from: 5000, to: 49999 } => - §{ id: middle, from: 2000, to: 49999 }"),
        new("A range of sizes cannot be chosen", ChoiceGap, "- { id: some, from: 20, to: 199 } => - §{ id: some, from: 50, to: 199 }"),
        new("A stretch of days cannot be chosen", ChoiceGap, "- { id: later, from_days: 92, to_days: 400 } => - §{ id: later, from_days: 120, to_days: 400 }"),
        new("A signal is declared and never read", UnreadSignal, "  activated: Product activated =>   activated: Product activated\n  §webinar: Webinar attended"),
        new("The rule on the demo reads another signal", UnreadSignal, "when: { signal: demo_request } => when: { signal: activated }", "  demo_request: =>   §demo_request:"),
        new("Product-qualified can never hold", Contradiction, "product_qualified: { signal: activated, times: 2 } => product_qualified: { all: [{ slot: headcount, at_least: 50 }, §{ slot: headcount, below: 20 }] }", "points: 5, each: 3, when: { signal: pricing_page, within_days: 60 } => points: 5, each: 3, when: { signal: [pricing_page, activated], within_days: 60 }"),
    ];
}
