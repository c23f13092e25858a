using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Docs;

public sealed class TalksPageTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "talks.md");

    [Fact]
    public async Task The_talks_of_the_page_are_what_the_program_says()
    {
        var said = await TalksPage.WriteAsync();
        if (Environment.GetEnvironmentVariable("QUALIFYBOT_WRITE") == "1")
        {
            await File.WriteAllTextAsync(Page, said);
        }

        Assert.Equal((await File.ReadAllTextAsync(Page)).ReplaceLineEndings("\n"), said);
    }
}
