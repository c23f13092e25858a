using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

/// <summary>The Teams app that ships in docs/teams, against the limits of its published schema.</summary>
public sealed class TeamsManifestTests
{
    private static readonly JsonElement Manifest = JsonElement.Parse(Repository.Read("docs/teams/manifest.json"));

    [Fact]
    public void App_and_bot_are_the_same_registration()
    {
        var bot = Assert.Single(Manifest.GetProperty("bots").EnumerateArray());
        Assert.Equal(Manifest.GetProperty("id").GetGuid(), bot.GetProperty("botId").GetGuid());
        Assert.Equal(["personal", "groupChat", "team"], bot.GetProperty("scopes").EnumerateArray().Select(static scope => scope.GetString()!));
    }

    [Theory]
    [InlineData("name", "short", 30)]
    [InlineData("name", "full", 100)]
    [InlineData("description", "short", 80)]
    [InlineData("description", "full", 4000)]
    [InlineData("developer", "name", 32)]
    public void Texts_keep_the_lengths_that_Teams_takes(string part, string text, int longest) =>
        Assert.InRange(Manifest.GetProperty(part).GetProperty(text).GetString()!.Length, 1, longest);

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Icons_are_there_in_their_sizes(string icon, int size)
    {
        var png = File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "teams", Manifest.GetProperty("icons").GetProperty(icon).GetString()!));
        Assert.Equal("IHDR", Encoding.ASCII.GetString(png, 12, 4));
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public void Its_commands_are_words_that_the_bot_knows()
    {
        var commands = Manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray();
        Assert.All(commands, command => Assert.NotEmpty(QualifyBot.Qualification.Reading.RuleReader.Read(command.GetProperty("title").GetString()!, new() { Now = new DateTime(2026, 3, 2, 10, 0, 0) }).Acts));
    }
}
