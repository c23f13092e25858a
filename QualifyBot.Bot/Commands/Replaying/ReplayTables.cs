using System.Globalization;
using Spectre.Console;
using QualifyBot.Qualification.Replaying;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>The report for a terminal.</summary>
internal sealed class ReplayTables(IAnsiConsole console)
{
    private const int MostFlips = 100;
    private const int WidthOfFiles = 200;

    /// <summary>Tables on standard output; as plain text where that is no terminal.</summary>
    public static ReplayTables OnOutput()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return new ReplayTables(console);
    }

    /// <summary>Writes flips, causes and totals.</summary>
    public void Write(ReplayTotals totals)
    {
        if (totals.Flips > 0)
        {
            WriteFlips(totals);
            WriteCauses(totals);
        }

        if (totals.Leads > 0)
        {
            WriteMatrix(totals);
        }

        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{totals.Leads} {(totals.Leads == 1 ? "lead" : "leads")} replayed, {totals.Flips} {(totals.Flips == 1 ? "flip" : "flips")} ({totals.FlipPercent:0.##} %)."));
        foreach (var note in Notes(totals))
        {
            console.WriteLine(note);
        }
    }

    private static IEnumerable<string> Notes(ReplayTotals totals)
    {
        if (totals.Flips > MostFlips)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The table shows the first {MostFlips} flips; --json tells all of them.");
        }

        if (totals.OfOthers > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{totals.OfOthers} leads of other playbooks were left out; --leads-of ID takes those of one, --leads-of all takes all.");
        }

        if (totals.WithoutVersion > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"For {totals.WithoutVersion} leads the version that decided is not kept in this store: they are compared with what is stored, and no rule is named.");
        }
    }

    private void WriteFlips(ReplayTotals totals)
    {
        var table = TableOf("lead", "before", "after", "flipped by");
        foreach (var flip in totals.Shown.Take(MostFlips))
        {
            table.AddRow(Plain(flip.Case.Id), Plain(StandLine.Of(flip.Before).ToString()), Plain(StandLine.Of(flip.After).ToString()), Plain(CausesOf(flip)));
        }

        console.Write(table);
    }

    private void WriteCauses(ReplayTotals totals)
    {
        var table = TableOf("change", "flips", "what changed");
        foreach (var (change, flips) in totals.Causes)
        {
            table.AddRow(Plain(change.Name), Plain(flips.ToString(CultureInfo.InvariantCulture)), Plain(change.Words));
        }

        console.Write(table);
    }

    private void WriteMatrix(ReplayTotals totals)
    {
        var outcomes = totals.Outcomes.ToArray();
        var table = TableOf(["before \\ after", .. outcomes.Select(ReplayTotals.NameOf)]);
        foreach (var from in outcomes)
        {
            table.AddRow([Plain(ReplayTotals.NameOf(from)), .. outcomes.Select(to => Plain(totals.Count(from, to) is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : "."))]);
        }

        console.Write(table);
    }

    private static Table TableOf(params string[] columns)
    {
        var table = new Table { Border = Console.IsOutputRedirected ? TableBorder.Ascii2 : TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Plain(column)));
        }

        return table;
    }

    private static string CausesOf(Replayed flip) => flip.Causes.IsEmpty ? "-" : string.Join(flip.IsEachEnough ? " or " : " and ", flip.Causes.Select(cause => cause.Name));

    // Text, never markup: what visitors and files say must not colour or steer a terminal.
    private static Text Plain(string text) => new(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)));
}
