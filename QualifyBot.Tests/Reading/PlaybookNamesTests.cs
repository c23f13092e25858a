using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

public sealed class PlaybookNamesTests
{
    private static readonly ReadingContext Context = new() { Now = Read.Now, Technologies = ["Blue Ledger"], Competitors = ["Rivalio", "Wide Chat"] };

    [Theory]
    [InlineData("blue ledger does the job", SlotType.Technology, "Blue Ledger")]
    [InlineData("my boss likes rivalio", SlotType.Competitor, "Rivalio")]
    [InlineData("and wide chat?", SlotType.Competitor, "Wide Chat")]
    [InlineData("a wide range of chat", SlotType.Competitor, null)]
    public void Names_that_a_playbook_lists_are_read_anywhere(string text, SlotType type, string? expected) =>
        Assert.Equal(expected, RuleReader.Read(text, Context).Candidates.Where(candidate => candidate.Type == type).Select(candidate => Read.Say(candidate.Value)).FirstOrDefault());
}
