using System.Collections.Immutable;

namespace QualifyBot.Bot.Calibration;

/// <summary>A tenth of the leads, by their score.</summary>
/// <param name="From">Lowest score.</param>
/// <param name="To">Highest score.</param>
/// <param name="Leads">How many leads.</param>
/// <param name="Predicted">Part that should have bought by their score, 0 to 1.</param>
/// <param name="Observed">Part that bought, 0 to 1.</param>
public sealed record ReliabilityBin(int From, int To, long Leads, double Predicted, double Observed);

/// <summary>How well the score tells won from lost. What a score predicts is read off the same leads, by a curve with two parameters.</summary>
/// <param name="Bins">Tenths of the leads by rising score; leads of one score stay together.</param>
/// <param name="Brier">Mean squared difference of prediction and result: 0 is perfect, 0.25 a coin.</param>
/// <param name="Auc">How often a lead that bought scores higher than one that did not: 1 is perfect, 0.5 a coin.</param>
public sealed record Reliability(ImmutableArray<ReliabilityBin> Bins, double Brier, double Auc)
{
    private const int Tenths = 10;

    // Scores are brought near 1, so that the penalty weighs as it does for rules.
    private const double Unit = 100;

    internal static Reliability Of(Sample sample)
    {
        var scores = sample.Patterns.GroupBy(static pattern => pattern.Total).OrderBy(static group => group.Key)
            .Select(static group => (Score: group.Key, Won: group.Sum(static pattern => pattern.Won), Lost: group.Sum(static pattern => pattern.Lost))).ToArray();
        var fit = Logistic.Fit([.. scores.Select(static score => new Observation([score.Score / Unit], score.Won, score.Lost))], 1);
        var predicted = scores.Select(score => fit.Predict([score.Score / Unit])).ToArray();
        var leads = sample.Won + sample.Lost;
        var brier = scores.Zip(predicted, static (score, chance) => (score.Won * (1 - chance) * (1 - chance)) + (score.Lost * chance * chance)).Sum() / leads;
        return new Reliability(BinsOf(scores, predicted, leads), brier, AucOf(scores));
    }

    private static ImmutableArray<ReliabilityBin> BinsOf((int Score, long Won, long Lost)[] scores, double[] predicted, long leads)
    {
        var bins = ImmutableArray.CreateBuilder<ReliabilityBin>();
        var (first, count, won, sum, done) = (0, 0L, 0L, 0.0, 0L);
        for (var i = 0; i < scores.Length; i++)
        {
            var here = scores[i].Won + scores[i].Lost;
            (count, won, sum, done) = (count + here, won + scores[i].Won, sum + (here * predicted[i]), done + here);
            if (done * Tenths >= leads * (bins.Count + 1) || i == scores.Length - 1)
            {
                bins.Add(new ReliabilityBin(scores[first].Score, scores[i].Score, count, sum / count, (double)won / count));
                (first, count, won, sum) = (i + 1, 0, 0, 0);
            }
        }

        return bins.ToImmutable();
    }

    // Pairs of a won and a lost lead; those of one score count half.
    private static double AucOf((int Score, long Won, long Lost)[] scores)
    {
        var (below, pairs) = (0.0, 0.0);
        foreach (var (_, won, lost) in scores)
        {
            pairs += won * (below + (lost / 2.0));
            below += lost;
        }

        return pairs / (scores.Sum(static score => (double)score.Won) * below);
    }
}
