using System.Diagnostics;
using System.Globalization;
using QualifyBot.Benchmarks.Scoring;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Benchmarks.Deciding;

/// <summary>Counts the questions that talks take on each shipped playbook, and prints the table.</summary>
internal static class QuestionsCommand
{
    public const string Usage = """
        questions: how many questions a talk takes on each shipped playbook, beside a fixed order.

          --leads N            generated visitors for each playbook (20000)
          --seed N             picks their answers (1)
        """;

    private const string Heading = """
        | playbook | questions | asking all | playbook order, until settled | most telling first, until settled | saved | same outcome | choosing, µs (mean, 99 of 100, most) |
        |---|---|---|---|---|---|---|---|
        """;

    /// <summary>Returns the exit code.</summary>
    public static int Run(string[] args)
    {
        var from = new Arguments(args);
        var (leads, seed) = (Math.Max(1, from.Count("--leads", 20_000)), from.Count("--seed", 1));
        from.End();
        Console.WriteLine(Heading);
        foreach (var playbook in LeadPopulation.Playbooks())
        {
            Console.WriteLine(Line(playbook, LeadPopulation.Of(playbook, leads, answered: 100, seed)));
        }

        return 0;
    }

    private static string Line(Playbook playbook, Lead[] visitors)
    {
        var (all, ordered, telling, same) = (0L, 0L, 0L, 0);
        var times = new List<double>();
        foreach (var visitor in visitors)
        {
            var (asked, _) = Talk(visitor, playbook, lead => Decider.Askable(lead, playbook, LeadPopulation.Today).FirstOrDefault());
            var (stopped, one) = Talk(visitor, playbook, lead => Decider.Next(lead, playbook, LeadPopulation.Today) is NextStep.Ask ? Decider.Askable(lead, playbook, LeadPopulation.Today)[0] : null);
            var (chosen, other) = Talk(visitor, playbook, lead => Timed(lead, playbook, times));
            (all, ordered, telling, same) = (all + asked, ordered + stopped, telling + chosen, same + (one == other ? 1 : 0));
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {playbook.Name} | {playbook.Questions.Length} | {Mean(all):F2} | {Mean(ordered):F2} | {Mean(telling):F2} | {100 - (100.0 * telling / all):F0} % | {100.0 * same / visitors.Length:F2} % | {times.Average():F0}, {At(0.99):F0}, {times.Max():F0} |");

        double At(double share) => times.Order().ElementAt((int)(times.Count * share));

        double Mean(long questions) => (double)questions / visitors.Length;
    }

    private static Question? Timed(Lead lead, Playbook playbook, List<double> times)
    {
        var start = Stopwatch.GetTimestamp();
        var step = Decider.Next(lead, playbook, LeadPopulation.Today);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        return (step as NextStep.Ask)?.Question;
    }

    private static (int Asked, Outcome Outcome) Talk(Lead visitor, Playbook playbook, Func<Lead, Question?> next)
    {
        var (lead, asked) = (Lead.Empty, 0);
        while (next(lead) is { } question)
        {
            lead = lead.With(visitor.Find(question.Slot.Id)!);
            asked++;
        }

        return (asked, Decider.AsItStands(lead, playbook, LeadPopulation.Today).Outcome);
    }
}
