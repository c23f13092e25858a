using System.Globalization;
using System.Text;

namespace QualifyBot.Tests.Proving;

/// <summary>A playbook of 40 criteria and 400 rules, some of which read two slots, written as YAML.</summary>
internal static class LargePlaybook
{
    private const int Criteria = 40;

    private static readonly string[] Types = ["money", "headcount", "timeframe", "authority", "number", "yes_no", "priority", "title"];

    public static string Yaml { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder("id: large\nname: Large\nversion: \"1\"\ncurrency: USD\ncriteria:\n");
        Each(number => text.Append(CultureInfo.InvariantCulture, $"  criterion_{number}: Criterion {number}\n"));
        text.Append("slots:\n");
        Each(number => text.Append(CultureInfo.InvariantCulture, $"  slot_{number}: {{ type: {TypeOf(number)}, criterion: criterion_{number} }}\n"));
        text.Append("questions:\n");
        Each(number => text.Append(CultureInfo.InvariantCulture, $"  - {{ id: question_{number}, slot: slot_{number}{(number % 5 == 4 ? $", when: {When(number - 1, 1)}" : "")} }}\n"));
        text.Append("caps: { first: 30, second: 40, third: 25 }\nrules:\n");
        Each(number => WriteRules(text, number));
        text.Append("grid: { fit: { a: 300, b: 150 }, intent: { 1: 300, 2: 150 } }\nstages: { iql: 50, mql: 250, sql: 500 }\ndisqualifiers:\n");
        for (var number = 0; number < 8; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: no_{number}, when: {{ all: [{When(number, 0, negated: true)}, {When(number + 8, 0, negated: true)}, {When(number + 16, 0, negated: true)}] }} }}\n");
        }

        text.Append("routes:\n");
        for (var number = 0; number < 12; number++)
        {
            var outcome = (number % 3) switch { 0 => "book_demo", 1 => "hand_off", _ => "nurture" };
            var score = (number % 4) switch { 0 => "stage: sql, ", 1 => "grade: [a1, a2, b1], ", 2 => "intent_at_least: 120, ", _ => "" };
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: way_{number}, outcome: {outcome}, when: {{ {score}all: [{When(number, 2)}, {When(39 - number, 1)}, {{ any: [{When(number + 20, 1)}, {When(number + 12, 2)}] }}] }} }}\n");
        }

        return text.Append("  - { id: rest, outcome: nurture }\n").ToString();
    }

    private static void Each(Action<int> write)
    {
        for (var number = 0; number < Criteria; number++)
        {
            write(number);
        }
    }

    // Ten rules a slot: steps that add up, and two that read the next slot too.
    private static void WriteRules(StringBuilder text, int number)
    {
        for (var step = 0; step < 10; step++)
        {
            var axis = number % 2 == 0 ? "fit" : "intent";
            var group = step == 3 && number % 2 == 0 ? number % 8 == 0 ? ", group: first" : number % 8 == 2 ? ", group: second" : ", group: third" : "";
            var when = step < 8 || number % 4 == 3 ? When(number, step) : $"{{ all: [{When(number, step - 8)}, {When(number + 1, step - 7)}] }}";
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: rule_{number}_{step}, axis: {axis}{group}, points: {2 + ((number + step) % 4)}, when: {when} }}\n");
        }
    }

    private static string TypeOf(int number) => Types[number % Types.Length];

    private static string When(int number, int step, bool negated = false)
    {
        number %= Criteria;
        var condition = TypeOf(number) switch
        {
            "money" => $"at_least: {1000 * (step + 1)}",
            "headcount" => $"at_least: {10 * (step + 1)}",
            "timeframe" => $"within_days: {300 - (25 * step)}",
            "authority" => $"is: [{string.Join(", ", new[] { "sole", "joint", "needs_approval", "influencer" }.Take(4 - (step % 4)))}]",
            "number" => $"at_least: {2 + step}",
            "yes_no" => step % 2 == 0 ? "is: yes" : "is: [yes, unsure]",
            "priority" => $"one_of: [{string.Join(", ", new[] { "top", "high", "medium" }.Take(3 - (step % 3)))}]",
            _ => $"level_at_least: {new[] { "manager", "director", "vp", "c_suite" }[step % 4]}",
        };
        var leaf = $"{{ slot: slot_{number}, {condition} }}";
        return negated ? $"{{ not: {leaf} }}" : leaf;
    }
}
