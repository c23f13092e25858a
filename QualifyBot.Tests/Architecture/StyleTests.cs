using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Architecture;

public sealed class StyleTests
{
    private static readonly string[] Product = ["QualifyBot.Qualification", "QualifyBot.BotFramework", "QualifyBot.Bot"];
    private static readonly string[] Readable = [".cs", ".csproj", ".props", ".sln", ".json", ".yaml", ".yml", ".md", ".sh", ".js", ".css", ".html", ".ics", ".txt", ".config", ""];

    [Fact]
    public void Files_stay_under_200_lines_and_methods_under_30() => Findings.AssertNone(Sources([.. Product, "QualifyBot.Tests", "QualifyBot.Benchmarks"], StyleLaw.TooLong));

    [Fact]
    public void Program_is_a_table_of_contents_of_under_20_lines() =>
        Assert.InRange(Repository.Read("QualifyBot.Bot/Program.cs").Split('\n').Length, 1, 20);

    [Fact]
    public void The_product_takes_time_and_chance_as_arguments() => Findings.AssertNone(Sources(Product, StyleLaw.UnnamedTimeAndChance));

    [Fact]
    public void No_test_is_skipped() => Findings.AssertNone(Sources(["QualifyBot.Tests"], StyleLaw.SkippedTests));

    [Fact]
    public void No_file_names_a_place_on_one_machine_or_a_package_registry() => Findings.AssertNone(Repository.Files()
        .Where(path => Readable.Contains(Path.GetExtension(path), StringComparer.Ordinal) && !path.Contains("/Architecture/", StringComparison.Ordinal))
        .SelectMany(path => StyleLaw.PlacesOfOneMachine(path, Repository.Read(path))));

    [Theory]
    [InlineData("var now = DateTime.Now;", true)]
    [InlineData("var now = System.DateTimeOffset.UtcNow ;", true)]
    [InlineData("var now = DateTime.Today;", true)]
    [InlineData("Random.Shared.Next()", true)]
    [InlineData("new Random()", true)]
    [InlineData("new Random(seed)", false)]
    [InlineData("Thread.Sleep(wait)", true)]
    [InlineData("Task.Delay(100)", true)]
    [InlineData("Task.Delay(wait, time, cancellation)", false)]
    [InlineData("// DateTime.Now is banned", false)]
    [InlineData("var text = \"DateTime.Now\";", false)]
    [InlineData("var text = $\"{DateTime.Now}\";", true)]
    public void Time_and_chance_that_no_argument_names_are_found(string code, bool found) =>
        Assert.Equal(found, StyleLaw.UnnamedTimeAndChance("File.cs", code).Any());

    [Theory]
    [InlineData("[Fact(Skip = \"later\")]", true)]
    [InlineData("list.Skip(1)", false)]
    [InlineData("var skip = \"Skip = 1\";", false)]
    public void A_skipped_test_is_found(string code, bool found) => Assert.Equal(found, StyleLaw.SkippedTests("File.cs", code).Any());

    [Theory]
    [InlineData("File.Open(\"/tmp/x\")", true)]
    [InlineData("see /home/anna/notes", true)]
    [InlineData("cd /root/.nuget", true)]
    [InlineData("C:\\Users\\anna", true)]
    [InlineData("https://example.com/home/x", false)]
    [InlineData("GET /api/leads", false)]
    [InlineData("./work/x", false)]
    [InlineData("\"resolved\": \"http://10.1.2.3/x.tgz\"", true)]
    [InlineData("\"resolved\": \"https://registry.npmjs.org/x.tgz\"", false)]
    [InlineData("registry=http://mirror/", true)]
    [InlineData("<packageSources>", true)]
    [InlineData("https://acme.artifactory.example/x", true)]
    public void A_place_of_one_machine_is_found(string text, bool found) => Assert.Equal(found, StyleLaw.PlacesOfOneMachine("a.txt", text).Any());

    [Fact]
    public void A_file_and_a_method_that_grew_too_long_are_found_with_their_line()
    {
        var body = string.Concat(Enumerable.Repeat("        Call();\n", 30));
        var text = $"namespace A;\n\nclass B\n{{\n    int C<T>(T t = default) where T : new()\n    {{\n{body}    }}\n}}\n";
        Assert.Equal("a.cs(6): C has 30 lines; a method stays under 30. Name its parts, or make it a table.", Assert.Single(StyleLaw.TooLong("a.cs", text)));
        Assert.Empty(StyleLaw.TooLong("a.cs", text.Replace("        Call();\n    }", "    }", StringComparison.Ordinal)));
        Assert.Contains("a.cs(200): 200 lines", Assert.Single(StyleLaw.TooLong("a.cs", string.Concat(Enumerable.Repeat("//\n", 200)))), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources(string[] folders, Func<string, string, IEnumerable<string>> law) => folders
        .SelectMany(Repository.Files)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(path => law(path, Repository.Read(path)));
}
