using System.Globalization;
using System.Text;
using System.Text.Json;

namespace QualifyBot.Bot.Calibration;

/// <summary>Shows a calibration as text.</summary>
public static class CalibrationTable
{
    private const int BarWidth = 40;

    /// <summary>The report.</summary>
    public static string Of(CalibrationResult result)
    {
        var text = new StringBuilder();
        var (sample, playbook) = (result.Sample, result.Sample.Playbook);
        text.AppendLine(CultureInfo.InvariantCulture, $"{playbook.Name} {playbook.Version}: {sample.Won + sample.Lost} leads with a result, {sample.Won} won, {sample.Lost} lost.");
        foreach (var warning in result.Warnings)
        {
            text.AppendLine($"Too little data: {warning}");
        }

        var width = Math.Max(4, result.Rules.Max(static rule => rule.Rule.Length));
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"rule".PadRight(width)} {"counted",8} {"won with",9} {"without",8} {"log-odds (95 %)",24} {"points",7} {"suggested (95 %)",22}  verdict");
        foreach (var rule in result.Rules)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{rule.Rule.PadRight(width)} {rule.With,8} {Percent(rule.RateWith),9} {Percent(rule.RateWithout),8} {Odds(rule.Coefficient),24} {rule.Points,7} {Points(rule.Suggested),22}  {Words(rule)}");
        }

        AppendReliability(text, result.Reliability);
        return text.AppendLine().AppendLine("These are proposals: no playbook was changed.").ToString();
    }

    /// <summary>A verdict and, where a rule was left out, why.</summary>
    internal static string Words(RuleEstimate rule) =>
        rule.Note ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.Verdict.ToString()).Replace('_', ' ');

    /// <summary>Points with their interval.</summary>
    internal static string Points(Interval? points) =>
        points is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Whole(points.Middle)} ({Whole(points.Low)} to {Whole(points.High)})");

    private static long Whole(double points) => (long)Math.Round(Math.Clamp(points, -1e9, 1e9));

    /// <summary>Log-odds with their interval.</summary>
    internal static string Odds(Interval? odds) =>
        odds is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{odds.Middle:0.00} ({odds.Low:0.00} to {odds.High:0.00})");

    /// <summary>A part in percent.</summary>
    internal static string Percent(double part) => double.IsNaN(part) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %");

    private static void AppendReliability(StringBuilder text, Reliability reliability)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Score against result: AUC {reliability.Auc:0.000} (0.5 is a coin), Brier {reliability.Brier:0.000} (0 is perfect).");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"score",14} {"leads",8} {"predicted",10} {"observed",9}");
        foreach (var bin in reliability.Bins)
        {
            var score = string.Create(CultureInfo.InvariantCulture, $"{bin.From} to {bin.To}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{score,14} {bin.Leads,8} {Percent(bin.Predicted),10} {Percent(bin.Observed),9}  {Bar(bin)}");
        }
    }

    // Hashes up to what was observed, a bar where it was predicted.
    private static string Bar(ReliabilityBin bin)
    {
        var bar = new string('#', (int)Math.Round(bin.Observed * BarWidth)).PadRight(BarWidth + 1).ToCharArray();
        bar[(int)Math.Round(bin.Predicted * BarWidth)] = '|';
        return new string(bar).TrimEnd();
    }
}
