using System.Text;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.Schema;

public sealed class WireTests
{
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void What_was_read_is_written_back_byte_for_byte_unknown_members_included(string name)
    {
        var sample = Sample.Read(name);

        Assert.True(ActivityParser.TryParse(sample, out var activity, out var problem), problem);

        Assert.Equal(Encoding.UTF8.GetString(sample), Write(activity));
    }

    [Fact]
    public void An_activity_of_ours_has_the_names_and_order_of_the_protocol_and_no_nulls()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "1",
            From = new ChannelAccount("bot", "Ada", RoleTypes.Bot),
            Text = "Größe <1> & \"two\" 😀",
            InputHint = InputHints.ExpectingInput,
            SuggestedActions = new SuggestedActions { Actions = [CardAction.ImBack("Yes", "yes")] },
            DeliveryMode = DeliveryModes.ExpectReplies,
            Timestamp = new DateTimeOffset(2026, 11, 22, 4, 41, 22, 315, TimeSpan.Zero),
            LocalTimestamp = new DateTimeOffset(2026, 11, 22, 10, 11, 22, TimeSpan.FromHours(5.5)),
        };

        Assert.Equal(
            """
            {"type":"message","id":"1","timestamp":"2026-11-22T04:41:22.315Z","localTimestamp":"2026-11-22T10:11:22+05:30",
            "from":{"id":"bot","name":"Ada","role":"bot"},"text":"Größe <1> & \"two\" \uD83D\uDE00","inputHint":"expectingInput",
            "suggestedActions":{"actions":[{"type":"imBack","title":"Yes","value":"yes"}]},"deliveryMode":"expectReplies"}
            """.ReplaceLineEndings(""),
            Write(activity));
    }

    [Fact]
    public void Responses_have_the_shape_that_clients_expect()
    {
        var wire = BotFrameworkJsonContext.Wire;

        Assert.Equal("""{"id":"7"}""", JsonSerializer.Serialize(new ResourceResponse("7"), wire.ResourceResponse));
        Assert.Equal(
            """{"error":{"code":"BadArgument","message":"no type"}}""",
            JsonSerializer.Serialize(new ErrorResponse("BadArgument", "no type"), wire.ErrorResponse));
        Assert.Equal(
            """{"activities":[{"type":"typing"}]}""",
            JsonSerializer.Serialize(new ExpectedReplies { Activities = [Activity.CreateTypingActivity()] }, wire.ExpectedReplies));
    }

    [Fact]
    public void A_card_becomes_an_attachment()
    {
        var card = new HeroCard
        {
            Title = "Demo",
            Images = [new CardImage { Url = "https://acme.example/a.png", Alt = "A calendar" }],
            Buttons = [CardAction.OpenUrl("Open", new Uri("https://acme.example/a?b=1&c=ü"))],
        };

        var attachment = card.ToAttachment();

        Assert.Equal("application/vnd.microsoft.card.hero", attachment.ContentType);
        Assert.Equal(
            """{"title":"Demo","images":[{"url":"https://acme.example/a.png","alt":"A calendar"}],"buttons":[{"type":"openUrl","title":"Open","value":"https://acme.example/a?b=1&c=%C3%BC"}]}""",
            attachment.Content?.GetRawText());
    }

    private static string Write(Activity activity) => JsonSerializer.Serialize(activity, BotFrameworkJsonContext.Wire.Activity);
}
