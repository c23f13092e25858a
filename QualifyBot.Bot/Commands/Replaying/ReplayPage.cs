using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Replaying;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>The report as one page without scripts: everything that comes from elsewhere is text in it, never markup.</summary>
internal sealed class ReplayPage(Playbook after, ReplayTotals totals, string? exceeded)
{
    private readonly StringBuilder html = new();

    /// <summary>The page.</summary>
    /// <param name="versions">The flips to show, each with the rulebook that it is compared with.</param>
    public string Write(IReadOnlyDictionary<Replayed, Playbook?> versions)
    {
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        Element("title", $"Replay under {after.Name} {after.Version}");
        html.Append("<style>\n").Append(Style()).Append("</style>\n</head>\n<body>\n");
        WriteHead();
        html.Append("<main>\n");
        WriteMatrix();
        WriteCauses();
        WriteFlips(versions);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private void WriteHead()
    {
        html.Append("<header>\n");
        Element("h1", $"Replay under {after.Name} {after.Version}");
        Element("p", $"Playbook {after.Id}, hash {after.Hash[..12]}", "muted");
        html.Append("<dl class=\"figures\">\n");
        Figure("leads replayed", totals.Leads.ToString("#,0", CultureInfo.InvariantCulture));
        Figure("flips", totals.Flips.ToString("#,0", CultureInfo.InvariantCulture));
        Figure("of all", string.Create(CultureInfo.InvariantCulture, $"{totals.FlipPercent:0.##} %"));
        html.Append("</dl>\n");
        if (exceeded is not null)
        {
            Element("p", exceeded, "exceeded");
        }

        html.Append("</header>\n");
    }

    private void Figure(string name, string value)
    {
        html.Append("<div>");
        Element("dt", name);
        Element("dd", value);
        html.Append("</div>\n");
    }

    private void WriteMatrix()
    {
        var outcomes = totals.Outcomes.ToArray();
        Element("h2", "From outcome to outcome");
        html.Append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"From outcome to outcome\"><table class=\"matrix\">\n<thead><tr>");
        Cells("th", ["before \\ after", .. outcomes.Select(ReplayTotals.NameOf)], "col");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var from in outcomes)
        {
            html.Append("<tr>");
            Cells("th", [ReplayTotals.NameOf(from)], "row");
            foreach (var to in outcomes)
            {
                var count = totals.Count(from, to);
                Element("td", count == 0 ? "·" : count.ToString("#,0", CultureInfo.InvariantCulture), count == 0 ? "none" : from == to ? "same" : "flipped");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private void WriteCauses()
    {
        if (totals.Flips == 0)
        {
            Element("p", "Nobody goes another way.", "quiet");
            return;
        }

        Element("h2", "What flipped them");
        html.Append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"What flipped them\"><table>\n<thead><tr>");
        Cells("th", ["change", "flips", "what changed"], "col");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var (change, flips) in totals.Causes)
        {
            html.Append("<tr>");
            Cells("th", [change.Name], "row");
            Cells("td", [flips.ToString("#,0", CultureInfo.InvariantCulture), change.Words], null);
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private void WriteFlips(IReadOnlyDictionary<Replayed, Playbook?> versions)
    {
        if (totals.Flips > 0)
        {
            Element("h2", "Lead by lead");
            Element("p", "Receipts whose points differ stand out.", "muted");
        }

        if (totals.Flips > totals.Shown.Count)
        {
            Element("p", $"The first {totals.Shown.Count} flips are shown.", "muted");
        }

        foreach (var flip in totals.Shown)
        {
            html.Append("<article>\n");
            Element("h3", flip.Case.Id);
            Element("p", $"{ReplayTotals.NameOf(flip.Before.Outcome)} → {ReplayTotals.NameOf(flip.After.Outcome)}", "way");
            Element("p", CauseOf(flip), "cause");
            html.Append("<div class=\"sides\">\n");
            var moved = flip.Moved.Select(one => one.Rule).ToHashSet(StringComparer.Ordinal);
            WriteSide("Before", flip.Before, flip.Case.Before, versions.GetValueOrDefault(flip), moved);
            WriteSide("After", flip.After, Replayer.Kept(flip.Case.After, after), after, moved);
            html.Append("</div>\n</article>\n");
        }
    }

    private static string CauseOf(Replayed flip) => flip switch
    {
        { Causes.IsEmpty: true } => "The version that decided is not kept, so no change can be named.",
        { IsEachEnough: true, Causes.Length: 1 } => $"Flipped by {Told(flip.Causes[0])}",
        { IsEachEnough: true } => $"Each of these is enough: {string.Join("; ", flip.Causes.Select(Told))}",
        _ => $"Flipped by these together: {string.Join("; ", flip.Causes.Select(Told))}",
    };

    private static string Told(RulebookChange change) => $"{change.Name} ({change.Words})";

    private void WriteSide(string title, Standpoint stand, Lead lead, Playbook? playbook, HashSet<string> moved)
    {
        html.Append("<section>\n");
        Element("h4", $"{title}: {StandLine.Of(stand)}");
        if (stand.Decision is { } decision && playbook is not null)
        {
            Element("p", DecisionWords.Of(decision, playbook), "muted");
            html.Append("<ul>\n");
            foreach (var receipt in decision.Score.Receipts)
            {
                Element("li", ReceiptWords.Of(receipt, lead, playbook), ClassOf(receipt, moved));
            }

            html.Append("</ul>\n");
        }

        html.Append("</section>\n");
    }

    private static string ClassOf(Receipt receipt, HashSet<string> moved) => $"{(receipt.Points < 0 ? "minus" : "plus")}{(moved.Contains(receipt.Rule) ? " moved" : "")}";

    private void Cells(string tag, IEnumerable<string> texts, string? scope)
    {
        foreach (var text in texts)
        {
            html.Append('<').Append(tag).Append(scope is null ? "" : $" scope=\"{scope}\"").Append('>').Append(HtmlEncoder.Default.Encode(text)).Append("</").Append(tag).Append('>');
        }
    }

    private void Element(string tag, string text, string? name = null) =>
        html.Append('<').Append(tag).Append(name is null ? "" : $" class=\"{name}\"").Append('>').Append(HtmlEncoder.Default.Encode(text)).Append("</").Append(tag).Append(">\n");

    private static string Style()
    {
        using var resource = new StreamReader(typeof(ReplayPage).Assembly.GetManifestResourceStream("QualifyBot.Bot.Commands.Replaying.report.css")!);
        return resource.ReadToEnd();
    }
}
