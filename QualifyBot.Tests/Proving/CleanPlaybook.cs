namespace QualifyBot.Tests.Proving;

/// <summary>A playbook without a fault that has one of everything; the faults of the suite are small changes of it.</summary>
internal static class CleanPlaybook
{
    public const string Yaml = """
        id: base
        name: Base
        version: "1"
        currency: USD
        rates: { EUR: 1.10 }
        criteria:
          need: Need
          money: Money
          time: Time
          people: People
          company: Company
        slots:
          need: { type: need, criterion: need }
          pressing: { type: yes_no, criterion: need }
          urgency: { type: priority, criterion: need }
          budget: { type: money, criterion: money }
          start: { type: timeframe, criterion: time }
          authority: { type: authority, criterion: people }
          title: { type: title, criterion: people }
          email: { type: email, criterion: people }
          headcount: { type: headcount, criterion: company }
          teams: { type: number, criterion: company }
          place: { type: geography, criterion: company }
        needs:
          speed: [slow]
          growth: [growing]
          study: [student]
        signals:
          pricing_page: Pricing page seen
          demo_request: Demo requested
          activated: Product activated
        questions:
          - id: need
            slot: need
            choices:
              - { id: speed, category: speed }
              - { id: growth, category: growth }
              - { id: none, present: false }
          - id: pressing
            slot: pressing
            when: { slot: need, present: true }
          - id: urgency
            slot: urgency
            choices:
              - { id: top, value: top }
              - { id: low, value: low }
          - id: budget
            slot: budget
            choices:
              - { id: small, from: 0, to: 4999 }
              - { id: middle, from: 5000, to: 49999 }
              - { id: large, from: 50000 }
          - id: start
            slot: start
            when:
              any:
                - { slot: pressing, is: [yes, unsure] }
                - { slot: pressing, withheld: true }
            choices:
              - { id: soon, from_days: 0, to_days: 31 }
              - { id: quarter, from_days: 31, to_days: 92 }
              - { id: later, from_days: 92, to_days: 400 }
          - id: authority
            slot: authority
          - id: headcount
            slot: headcount
            choices:
              - { id: few, from: 1, to: 19 }
              - { id: some, from: 20, to: 199 }
              - { id: many, from: 200 }
          - id: teams
            slot: teams
            when: { slot: headcount, at_least: 20 }
        caps:
          seniority: 23
          interest: 25
        rules:
          - { id: people_small, axis: fit, points: 10, when: { slot: headcount, at_least: 20, below: 50 } }
          - { id: people_middle, axis: fit, points: 20, when: { slot: headcount, at_least: 50, below: 200 } }
          - { id: people_many, axis: fit, points: 15, when: { slot: headcount, at_least: 200 } }
          - { id: people_tiny, axis: fit, points: -10, when: { slot: headcount, below: 5 } }
          - { id: several_teams, axis: fit, points: 5, when: { slot: teams, at_least: 2 } }
          - { id: manager, axis: fit, group: seniority, points: 5, when: { slot: title, level_at_least: manager } }
          - { id: director, axis: fit, group: seniority, points: 10, when: { slot: title, level_at_least: director } }
          - { id: chief, axis: fit, group: seniority, points: 8, when: { slot: title, level_at_least: c_suite } }
          - { id: decides, axis: fit, points: 20, when: { slot: authority, is: [sole, joint] } }
          - { id: advises, axis: fit, points: 8, when: { slot: authority, is: [needs_approval, influencer] } }
          - { id: no_say, axis: fit, points: -10, when: { slot: authority, is: none } }
          - { id: near, axis: fit, points: 10, when: { slot: place, one_of: [DACH, BENELUX] } }
          - { id: far, axis: fit, points: -15, when: { slot: place, one_of: [APAC] } }
          - { id: business_mail, axis: fit, points: 5, when: { slot: email, free_mail: false } }
          - { id: free_mail, axis: fit, points: -5, when: { slot: email, free_mail: true } }
          - { id: rich_decider, axis: fit, points: 5, when: { all: [{ slot: authority, is: sole }, { slot: budget, at_least: 50000 }] } }
          - { id: has_need, axis: intent, points: 20, when: { slot: need, present: true } }
          - { id: our_need, axis: intent, points: 10, when: { slot: need, category: [speed, growth] } }
          - { id: no_need, axis: intent, points: -20, when: { slot: need, present: false } }
          - { id: presses, axis: intent, points: 15, when: { slot: pressing, is: yes } }
          - { id: does_not_press, axis: intent, points: -15, when: { slot: pressing, is: no } }
          - { id: top_urgency, axis: intent, points: 10, when: { slot: urgency, one_of: [top, high] } }
          - { id: low_urgency, axis: intent, points: -5, when: { slot: urgency, one_of: [low] } }
          - { id: budget_5k, axis: intent, points: 5, when: { slot: budget, at_least: 5000 } }
          - { id: budget_50k, axis: intent, points: 10, when: { slot: budget, at_least: 50000 } }
          - { id: no_money, axis: intent, points: -15, when: { slot: budget, is: none } }
          - { id: starts_in_quarter, axis: intent, points: 10, when: { slot: start, within_days: 92 } }
          - { id: starts_in_month, axis: intent, points: 5, when: { slot: start, within_days: 31 } }
          - { id: no_rush, axis: intent, points: -10, when: { slot: start, is: no_rush } }
          - { id: looks_at_prices, axis: intent, group: interest, points: 5, each: 3, when: { signal: pricing_page, within_days: 60 } }
          - { id: wants_demo, axis: intent, group: interest, points: 20, decay: { from_days: 7, until_days: 60 }, when: { signal: demo_request } }
        grid:
          fit: { a: 50, b: 25 }
          intent: { 1: 60, 2: 30 }
        stages: { iql: 10, mql: 45, sql: 80 }
        product_qualified: { signal: activated, times: 2 }
        disqualifiers:
          - id: student
            when: { any: [{ slot: need, category: study }, { slot: title, words: [student, pupil] }] }
          - id: no_need
            when:
              all:
                - { slot: need, present: false }
                - { slot: budget, below: 5000 }
          - id: too_far
            when: { slot: place, one_of: [JP, KR] }
        routes:
          - id: large
            outcome: hand_off
            when: { slot: budget, at_least: 100000 }
          - id: odd
            outcome: hand_off
            when: { slot: need, present: false }
          - id: ready
            outcome: book_demo
            when:
              stage: [sql, pql]
              grade: [a1, a2, b1, b2]
              all:
                - { slot: need, present: true }
                - { slot: start, within_days: 92 }
          - id: interested
            outcome: hand_off
            when: { intent_at_least: 45, slot: authority, is: [sole, joint] }
          - id: sorry
            outcome: disqualify
            when: { not: { total_at_least: -20 } }
          - id: later
            outcome: nurture
        """;
}
