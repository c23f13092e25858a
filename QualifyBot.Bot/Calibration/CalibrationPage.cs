using System.Globalization;
using System.Net;
using System.Text;

namespace QualifyBot.Bot.Calibration;

/// <summary>Shows a calibration as one HTML page that needs nothing else; every text in it is escaped.</summary>
public static class CalibrationPage
{
    private const int Side = 400;
    private const int Edge = 40;

    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1c1c1c}
        table{border-collapse:collapse;width:100%}th,td{text-align:right;padding:.25rem .6rem;border-bottom:1px solid #ddd}
        th:first-child,td:first-child,td:last-child,th:last-child{text-align:left}.warning{background:#fff3cd;padding:.5rem 1rem}
        """;

    /// <summary>The page.</summary>
    public static string Of(CalibrationResult result)
    {
        var (sample, playbook) = (result.Sample, result.Sample.Playbook);
        var title = Text($"{playbook.Name} {playbook.Version}: points against results");
        var page = new StringBuilder($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head><body><h1>{title}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{sample.Won + sample.Lost} leads with a result: {sample.Won} won, {sample.Lost} lost. These are proposals: no playbook was changed.</p>");
        foreach (var warning in result.Warnings)
        {
            page.Append($"<p class=\"warning\">Too little data: {Text(warning)}</p>");
        }

        AppendRules(page, result);
        AppendChart(page, result.Reliability);
        return page.Append("</body></html>\n").ToString();
    }

    private static void AppendRules(StringBuilder page, CalibrationResult result)
    {
        page.Append("<table><thead><tr><th>Rule</th><th>Counted</th><th>Won with</th><th>Without</th><th>Log-odds (95 %)</th><th>Points</th><th>Suggested (95 %)</th><th>Verdict</th></tr></thead><tbody>");
        foreach (var rule in result.Rules)
        {
            string[] cells = [rule.Rule, Number(rule.With), CalibrationTable.Percent(rule.RateWith), CalibrationTable.Percent(rule.RateWithout), CalibrationTable.Odds(rule.Coefficient), Number(rule.Points), CalibrationTable.Points(rule.Suggested), CalibrationTable.Words(rule)];
            page.Append("<tr>").AppendJoin("", cells.Select(static cell => $"<td>{Text(cell)}</td>")).Append("</tr>");
        }

        page.Append("</tbody></table>");
    }

    private static void AppendChart(StringBuilder page, Reliability reliability)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>Reliability of the score</h2><p>AUC {reliability.Auc:0.000} (0.5 is a coin), Brier {reliability.Brier:0.000} (0 is perfect). Each dot is a tenth of the leads; on the line, as many bought as their score predicts.</p>");
        page.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Side + (2 * Edge)} {Side + (2 * Edge)}\" width=\"{Side + (2 * Edge)}\" role=\"img\" aria-label=\"Observed against predicted\">");
        page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Edge}\" y=\"{Edge}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#999\"/><line x1=\"{Edge}\" y1=\"{Edge + Side}\" x2=\"{Edge + Side}\" y2=\"{Edge}\" stroke=\"#999\" stroke-dasharray=\"4\"/>");
        foreach (var bin in reliability.Bins)
        {
            page.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Edge + (bin.Predicted * Side):0.0}\" cy=\"{Edge + Side - (bin.Observed * Side):0.0}\" r=\"5\" fill=\"#0b5cad\"><title>Score {bin.From} to {bin.To}: {bin.Leads} leads, {bin.Predicted * 100:0.0} % predicted, {bin.Observed * 100:0.0} % observed</title></circle>");
        }

        page.Append(CultureInfo.InvariantCulture, $"<text x=\"{Edge + (Side / 2)}\" y=\"{Side + Edge + 28}\" text-anchor=\"middle\">predicted</text><text x=\"14\" y=\"{Edge + (Side / 2)}\" text-anchor=\"middle\" transform=\"rotate(-90 14 {Edge + (Side / 2)})\">observed</text></svg>");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
