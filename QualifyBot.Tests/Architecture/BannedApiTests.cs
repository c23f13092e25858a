using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Architecture;

public sealed class BannedApiTests
{
    [Fact]
    public void The_build_bans_ambient_time_and_chance_and_takes_a_warning_for_an_error()
    {
        var build = Repository.Read("Directory.Build.props");
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", build, StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", build, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", build, StringComparison.Ordinal);
        string[] banned = ["P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTimeOffset.Now;", "P:System.DateTimeOffset.UtcNow;", "P:System.Random.Shared;"];
        Assert.All(banned, symbol => Assert.Contains(symbol, Repository.Read("BannedSymbols.txt"), StringComparison.Ordinal));
        Findings.AssertNone(Repository.Files().Where(path => path.EndsWith("props", StringComparison.Ordinal) || path.EndsWith("csproj", StringComparison.Ordinal) || path.EndsWith(".editorconfig", StringComparison.Ordinal))
            .Where(path => Repository.Read(path).Contains("RS0030", StringComparison.Ordinal))
            .Select(path => $"{path} speaks of RS0030, the ban itself. Take the time or chance as an argument."));
    }

    [Fact]
    public void No_compiled_code_of_the_product_calls_a_banned_member()
    {
        foreach (var name in new[] { "QualifyBot.Qualification", "QualifyBot.BotFramework", "QualifyBot.Bot" })
        {
            Findings.AssertNone(Banned(AssemblyUses.Of(System.Reflection.Assembly.Load(name))));
        }
    }

    [Fact]
    public void A_call_of_a_banned_member_is_found_in_compiled_code()
    {
        Assert.NotEmpty(Banned(AssemblyUses.Of(GetType().Assembly)));
        Assert.NotEqual(default, Ambient());
    }

#pragma warning disable RS0030 // The negative case.
    private static DateTime Ambient() => DateTime.UtcNow;
#pragma warning restore RS0030

    // "P:System.DateTime.Now;why" is compiled to a call of System.DateTime.get_Now.
    private static IEnumerable<string> Banned(IReadOnlyList<TypeUse> uses)
    {
        var banned = Repository.Read("BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(';')[0].Split('(')[0])
            .Select(symbol => symbol.StartsWith("P:", StringComparison.Ordinal) ? symbol[2..].Insert(symbol.LastIndexOf('.') - 1, "get_") : symbol[2..])
            .ToHashSet(StringComparer.Ordinal);
        return uses.Where(use => banned.Contains($"{use.To}.{use.Member}"))
            .Select(use => $"{use.Place}: {use.From} calls {use.To}.{use.Member}. Take it as an argument.");
    }
}
