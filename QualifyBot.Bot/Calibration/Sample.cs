using System.Globalization;
using System.Text;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Calibration;

/// <summary>Leads with known results, those on whom the same rules counted together: as many patterns as there are, however many leads.</summary>
public sealed class Sample(Playbook playbook)
{
    private readonly Dictionary<string, Pattern> patterns = new(StringComparer.Ordinal);

    /// <summary>The rulebook.</summary>
    public Playbook Playbook => playbook;

    /// <summary>The patterns, in the order in which they came.</summary>
    public IReadOnlyCollection<Pattern> Patterns => patterns.Values;

    /// <summary>Leads that bought.</summary>
    public long Won { get; private set; }

    /// <summary>Leads that did not.</summary>
    public long Lost { get; private set; }

    /// <summary>Adds a lead.</summary>
    /// <param name="score">What it scored.</param>
    /// <param name="won">Whether it bought.</param>
    public void Add(Score score, bool won)
    {
        var key = new StringBuilder();
        foreach (var receipt in score.Receipts)
        {
            key.Append(CultureInfo.InvariantCulture, $"{receipt.Rule}:{receipt.Points}:{receipt.Cut};");
        }

        if (!patterns.TryGetValue(key.ToString(), out var pattern))
        {
            patterns[key.ToString()] = pattern = new Pattern(StrengthsOf(score), score.Total);
        }

        (pattern.Won, pattern.Lost) = won ? (pattern.Won + 1, pattern.Lost) : (pattern.Won, pattern.Lost + 1);
        (Won, Lost) = won ? (Won + 1, Lost) : (Won, Lost + 1);
    }

    // How much of its points a rule gave: 1, a part of them where they fade, several times where it counts each time.
    private double[] StrengthsOf(Score score)
    {
        var strengths = new double[playbook.Rules.Length];
        foreach (var receipt in score.Receipts)
        {
            for (var rule = 0; rule < strengths.Length; rule++)
            {
                if (string.Equals(playbook.Rules[rule].Id, receipt.Rule, StringComparison.Ordinal))
                {
                    strengths[rule] = (double)(receipt.Points + receipt.Cut) / playbook.Rules[rule].Points;
                }
            }
        }

        return strengths;
    }
}

/// <summary>Leads on whom the same rules counted.</summary>
/// <param name="strengths">For each rule of the playbook how much of its points it gave.</param>
/// <param name="total">What they scored.</param>
public sealed class Pattern(double[] strengths, int total)
{
    /// <summary>For each rule how much of its points it gave; 0 where it did not count.</summary>
    public IReadOnlyList<double> Strengths => strengths;

    /// <summary>What they scored.</summary>
    public int Total => total;

    /// <summary>How many bought.</summary>
    public long Won { get; set; }

    /// <summary>How many did not.</summary>
    public long Lost { get; set; }
}
