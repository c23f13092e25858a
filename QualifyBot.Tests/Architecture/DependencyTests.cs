using System.Reflection;
using Microsoft.AspNetCore.Builder;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly Assembly Qualification = Assembly.Load("QualifyBot.Qualification");
    private static readonly Assembly BotFramework = Assembly.Load("QualifyBot.BotFramework");
    private static readonly Assembly Bot = typeof(IStore).Assembly;
    private static readonly string[] BaseLibrary = Assemblies(typeof(object));
    private static readonly string[] Framework = [.. BaseLibrary, .. Assemblies(typeof(WebApplication))];

    /// <summary>What a pure function has no use for; the beginnings of full names.</summary>
    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.Directory", "System.Net.", "System.Console", "System.Environment", "System.Random", "System.TimeProvider",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Threading.Tasks.", "System.Threading.Thread", "System.Threading.Timer",
        "System.Threading.SemaphoreSlim", "System.Security.Cryptography.RandomNumberGenerator",
    ];

    [Fact]
    public void Qualification_references_the_base_library_alone()
    {
        Findings.AssertNone(Foreign(Qualification, BaseLibrary));
        Assert.NotEmpty(Foreign(Bot, BaseLibrary));
    }

    [Fact]
    public void Qualification_has_no_input_output_clock_chance_or_waiting()
    {
        Findings.AssertNone(ImpureUses(AssemblyUses.Of(Qualification)));
        Assert.Contains(ImpureUses(AssemblyUses.Of(Bot)), finding => finding.Contains("TimeProvider", StringComparison.Ordinal));
    }

    [Fact]
    public void BotFramework_and_Qualification_do_not_know_each_other_nor_the_bot()
    {
        Findings.AssertNone(Mentions(BotFramework, "QualifyBot.Qualification", "QualifyBot.Bot"));
        Findings.AssertNone(Mentions(Qualification, "QualifyBot.BotFramework", "QualifyBot.Bot"));
        Assert.NotEmpty(Mentions(GetType().Assembly, "QualifyBot.Bot"));
    }

    [Fact]
    public void The_folders_of_the_bot_depend_downwards() => Findings.AssertNone(FolderLaw.Breaches(AssemblyUses.Of(Bot)));

    [Fact]
    public void A_third_party_type_appears_in_its_one_folder_only()
    {
        Findings.AssertNone(FolderLaw.ForeignBreaches(AssemblyUses.Of(Bot), "QualifyBot.Bot", IsThirdParty));
        Findings.AssertNone(FolderLaw.ForeignBreaches(AssemblyUses.Of(BotFramework), "QualifyBot.BotFramework", IsThirdParty));
    }

    [Theory]
    [InlineData("QualifyBot.Bot.Storage.A", "QualifyBot.Bot.Turns.B", "Storage stands on nothing")]
    [InlineData("QualifyBot.Bot.Dialogs.Booking.A", "QualifyBot.Bot.Turns.B", "Dialogs stands on Extraction, Outcomes, Playbooks")]
    [InlineData("QualifyBot.Bot.Channels.A", "QualifyBot.Bot.Commands.B", "Channels stands on Turns")]
    [InlineData("QualifyBot.Bot.Dialogs.A", "QualifyBot.Bot.QualifyBotHost", "or move the type down")]
    [InlineData("QualifyBot.Bot.Desk.A", "QualifyBot.Bot.Channels.B", "Desk stands on Accounts")]
    [InlineData("QualifyBot.Bot.Extraction.A", "QualifyBot.Bot.Playbooks.B", "Extraction stands on nothing")]
    [InlineData("QualifyBot.Bot.Cellar.A", "QualifyBot.Bot.Turns.B", "no place in the house")]
    public void A_use_that_points_upwards_is_found_with_its_place_and_remedy(string from, string to, string message)
    {
        var finding = Assert.Single(FolderLaw.Breaches([new(from, to, "QualifyBot.Bot", Member: null, "File.cs(7)")]));
        Assert.StartsWith("File.cs(7): ", finding, StringComparison.Ordinal);
        Assert.Contains(message, finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QualifyBot.Bot.QualifyBotHost", "QualifyBot.Bot.Desk.B")]
    [InlineData("Program", "QualifyBot.Bot.Commands.B")]
    [InlineData("QualifyBot.Bot.Commands.A", "QualifyBot.Bot.QualifyBotHost")]
    [InlineData("QualifyBot.Bot.Desk.A", "QualifyBot.Bot.Storage.B")]
    [InlineData("QualifyBot.Bot.Turns.A", "QualifyBot.Bot.Turns.Deep.B")]
    [InlineData("QualifyBot.Bot.Storage.A", "System.String")]
    [InlineData("System.Text.RegularExpressions.Generated.A", "QualifyBot.Bot.Desk.B")]
    public void A_use_that_points_downwards_or_stays_is_no_finding(string from, string to) =>
        Assert.Empty(FolderLaw.Breaches([new(from, to, "QualifyBot.Bot", Member: null, "File.cs(7)")]));

    [Theory]
    [InlineData("QualifyBot.Bot.Turns.A", "StackExchange.Redis", "at home in Storage")]
    [InlineData("QualifyBot.Bot.QualifyBotHost", "YamlDotNet", "at home in Playbooks")]
    [InlineData("QualifyBot.Bot.Turns.A", "Some.New.Package", "has no home")]
    public void A_third_party_type_outside_its_folder_is_found(string from, string assembly, string message) =>
        Assert.Contains(message, Assert.Single(FolderLaw.ForeignBreaches([new(from, "Some.Type", assembly, Member: null, "File.cs(7)")], "QualifyBot.Bot", IsThirdParty)), StringComparison.Ordinal);

    private static bool IsThirdParty(string assembly) =>
        !assembly.StartsWith("QualifyBot.", StringComparison.Ordinal) && !Framework.Contains(assembly, StringComparer.Ordinal);

    private static string[] Assemblies(Type one) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(one.Assembly.Location)!, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    private static IEnumerable<string> Foreign(Assembly assembly, string[] known) => assembly.GetReferencedAssemblies()
        .Where(reference => !known.Contains(reference.Name, StringComparer.Ordinal))
        .Select(reference => $"{assembly.GetName().Name} references {reference.Name}. Take the value as an argument; only the shell knows packages.");

    private static IEnumerable<string> Mentions(Assembly assembly, params string[] names) => assembly.GetReferencedAssemblies()
        .Where(reference => names.Contains(reference.Name, StringComparer.Ordinal))
        .Select(reference => $"{assembly.GetName().Name} references {reference.Name}. Only QualifyBot.Bot knows both; join them there.");

    private static IEnumerable<string> ImpureUses(IReadOnlyList<TypeUse> uses) => uses
        .Where(use => Impure.Any(start => use.To.StartsWith(start, StringComparison.Ordinal)) && use.From.StartsWith("QualifyBot.", StringComparison.Ordinal))
        .Select(use => $"{use.Place}: {use.From} uses {use.To}. The core takes time, chance and data as arguments and never waits.");
}
