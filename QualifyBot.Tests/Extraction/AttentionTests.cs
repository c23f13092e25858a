using QualifyBot.Bot.Extraction;

namespace QualifyBot.Tests.Extraction;

/// <summary>When a model is asked at all.</summary>
public sealed class AttentionTests
{
    [Theory]
    [InlineData("budget", "about $20k", false, "the rules read the answer")]
    [InlineData("budget", "whatever the board signs off, honestly", true, "the open question is unanswered")]
    [InlineData("budget", "hello there", false, "a greeting is read")]
    [InlineData("budget", "why do you ask?", false, "an act is read")]
    [InlineData("budget", "I want to talk to a human", false, "an act is read")]
    [InlineData("budget", "hello, the purse is with my aunt", true, "the clause behind the greeting is not read")]
    [InlineData("budget", "?!", false, "there are no words")]
    [InlineData("need", "everything falls over on Mondays", true, "the rules took it for a need, but of no kind")]
    [InlineData("need", "onboarding takes us ages", false, "the rules know the kind")]
    [InlineData("authority", "case by case", true, "that settles little")]
    [InlineData(null, "hello", false, "a greeting is read")]
    [InlineData(null, "Wren here, from the lighthouse people up north, drowning in paper", true, "much is unread")]
    [InlineData("budget", "$20k, and Wren from the lighthouse keepers association will sign whatever paper", true, "much is unread")]
    [InlineData("timeline", "in 3 months", false, "the rules read the answer")]
    public async Task In_assist_it_is_asked_where_the_rules_left_something(string? asked, string text, bool wanted, string because)
    {
        var model = new FakeModel("""{"answers":[]}""");
        using var readers = new Readers(new ExtractionOptions(), model);
        await readers.ReadAsync(text, asked);
        Assert.True(wanted == (model.Calls == 1), because);
    }

    [Theory]
    [InlineData(ExtractionMode.Rules, "whatever the board says", 0)]
    [InlineData(ExtractionMode.Always, "about $20k", 1)]
    [InlineData(ExtractionMode.Always, "...", 0)]
    public async Task The_other_modes_ask_never_or_always(ExtractionMode mode, string text, int calls)
    {
        var model = new FakeModel("""{"answers":[]}""");
        using var readers = new Readers(new ExtractionOptions { Mode = mode }, model);
        await readers.ReadAsync(text, "budget");
        Assert.Equal(calls, model.Calls);
    }

    [Fact]
    public async Task Where_no_slot_may_be_proposed_it_is_not_asked()
    {
        var model = new FakeModel("""{"answers":[]}""");
        using var readers = new Readers(new ExtractionOptions { Mode = ExtractionMode.Always }, model);
        await readers.Reader.ReadAsync(Readers.Message("whatever the board says", "budget") with { Unknown = [] }, CancellationToken.None);
        Assert.Equal(0, model.Calls);
    }
}
