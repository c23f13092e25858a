using System.Globalization;

namespace QualifyBot.Benchmarks.Qualify;

/// <summary>Writes a CSV file of leads as a CRM would export them: names, companies, addresses and figures that differ, and words that recur.</summary>
internal static class GeneratedLeads
{
    private static readonly string[] Names = ["Anna", "Ben", "Carla", "Dev", "Elif", "Femi", "Gus", "Hana"];
    private static readonly string[] Families = ["Smith", "Okafor", "Weber", "Dupont", "Garcia", "Silva", "Kaya", "Ito"];
    private static readonly string[] Forms = ["GmbH", "Inc", "Ltd", "LLC", "AG", "Group"];
    private static readonly string[] Titles = ["CEO", "VP Sales", "Sales Manager", "Head of IT", "Director of Operations", "CFO", "Engineer", ""];
    private static readonly string[] Budgets = ["15k", "\"20,000\"", "\"$50,000\"", "5000 EUR", "no budget", "", "30-40k", "8k per month"];
    private static readonly string[] Timelines = ["2026-12-01", "next month", "Q1 2027", "asap", "no rush", "in 6 months", "2027-03-15", ""];
    private static readonly string[] Deciders = ["I decide", "my boss decides", "we decide together", "need approval from the CFO", "yes", "no", ""];
    private static readonly string[] Needs = ["Everything is done by hand in spreadsheets", "No overview of our pipeline", "Our tools are out of sync", "Onboarding takes too long", "We lose customers", "none", ""];

    /// <summary>Writes the file; the same number of rows is always the same file.</summary>
    public static void Write(string file, int rows)
    {
        var random = new Random(20261122);
        using var writer = new StreamWriter(file);
        writer.WriteLine("Id,Name,Company,Email,Job Title,Number of Employees,Annual Budget,Timeline,Authority,Need,Source");
        for (var row = 0; row < rows; row++)
        {
            var (name, family, number) = (One(Names, random), One(Families, random), random.Next(100_000));
            var budget = random.Next(2) == 0 ? One(Budgets, random) : (random.Next(1, 400) * 500).ToString(CultureInfo.InvariantCulture);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row},{name} {family},Company{number} {One(Forms, random)},{name}.{family}{row}@company{number}.example,{One(Titles, random)},{random.Next(1, 5000)},{budget},{One(Timelines, random)},{One(Deciders, random)},{One(Needs, random)},web"));
        }
    }

    private static string One(string[] values, Random random) => values[random.Next(values.Length)];
}
