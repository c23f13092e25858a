using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

public sealed class NoPreferenceTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("either is fine")]
    [InlineData("whichever you prefer")]
    [InlineData("doesn't matter")]
    public async Task Whoever_takes_any_of_the_times_offered_gets_the_first(string words)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. Talks.Of("bant booked").TakeWhile(static step => step.Says is not "the second one").Select(static step => step.Says)]);
        (await visitor.SayAsync(words)).Says("book.done");
    }
}
