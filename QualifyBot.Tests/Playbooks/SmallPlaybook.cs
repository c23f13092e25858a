namespace QualifyBot.Tests.Playbooks;

/// <summary>The least playbook that has one of everything.</summary>
internal static class SmallPlaybook
{
    public const string Yaml = """
        id: small
        name: Small
        version: "1"
        currency: USD
        rates: { EUR: 1.10 }
        criteria:
          need: Need
          money: Money
        slots:
          need: { type: need, criterion: need }
          budget: { type: money, criterion: money }
          start: { type: timeframe, criterion: need }
          title: { type: title, criterion: need }
        needs:
          speed: [slow]
        questions:
          - id: need
            slot: need
          - id: budget
            slot: budget
            choices:
              - { id: little, to: 999 }
              - { id: more, from: 1000 }
          - id: start
            slot: start
            when: { slot: need, present: true }
            choices:
              - { id: soon, from_days: 0, to_days: 31 }
        caps:
          money: 20
        rules:
          - { id: rich, axis: fit, group: money, points: 20, when: { slot: budget, at_least: 1000, below: 5000 } }
          - { id: boss, axis: fit, points: 10, when: { slot: title, level_at_least: vp } }
          - id: soon
            axis: intent
            points: 10
            when: { slot: start, within_days: 31 }
        grid:
          fit: { a: 20, b: 10 }
          intent: { 1: 20, 2: 10 }
        stages: { iql: 5, mql: 10, sql: 20 }
        disqualifiers:
          - { id: no_need, when: { slot: need, present: false } }
        routes:
          - id: ready
            outcome: book_demo
            when: { stage: sql, slot: budget, at_least: 1000 }
          - id: rest
            outcome: nurture
        """;
}
