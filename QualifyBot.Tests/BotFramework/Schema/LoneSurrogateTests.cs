using System.Text;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.Schema;

public sealed class LoneSurrogateTests
{
    [Theory]
    [InlineData("""cut \ud83d""", "cut \uFFFD")]
    [InlineData("""\ude00 cut""", "\uFFFD cut")]
    [InlineData("""\ud83d\ud83d\ude00""", "\uFFFD\U0001F600")]
    [InlineData("""\uD83D\uDE00 \u00e9""", "\U0001F600 \u00E9")]
    [InlineData("""\\ud83d""", "\\ud83d")]
    [InlineData("""\\\ud83d\\""", "\\\uFFFD\\")]
    public void Half_a_character_is_read_as_one_that_cannot_be_read(string escaped, string text)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"type":"message","text":"{{{escaped}}}","channelData":{"playbook":"{{{escaped}}}" } }""");
        Assert.True(ActivityParser.TryParse(body, out var activity, out var problem), problem);
        Assert.Equal((text, text), (activity.Text, activity.ChannelData!.Value.GetProperty("playbook").GetString()));
    }
}
