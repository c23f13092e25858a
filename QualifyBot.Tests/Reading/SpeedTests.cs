using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

public sealed class SpeedTests
{
    [Fact]
    public void A_typical_message_allocates_less_than_four_kilobytes()
    {
        const string Text = "we have about 40k and want to start in June";
        var context = new ReadingContext { Now = Read.Now, Requested = [SlotType.Money] };
        RuleReader.Read(Text, context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            RuleReader.Read(Text, context);
        }

        Assert.True((GC.GetAllocatedBytesForCurrentThread() - before) / 100 < 4096);
    }
}
