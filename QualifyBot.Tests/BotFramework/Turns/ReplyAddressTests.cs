using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.Turns;

public sealed class ReplyAddressTests
{
    [Theory]
    [InlineData(ActivityTypes.Message, ChannelIds.Directline, "in1")]
    [InlineData(ActivityTypes.Event, ChannelIds.Webchat, "in1")]
    [InlineData(ActivityTypes.ConversationUpdate, ChannelIds.Emulator, "in1")]
    [InlineData(ActivityTypes.ConversationUpdate, ChannelIds.Msteams, "in1")]
    [InlineData(ActivityTypes.ConversationUpdate, ChannelIds.Directline, null)]
    [InlineData(ActivityTypes.ConversationUpdate, ChannelIds.Webchat, null)]
    public void A_reply_names_what_it_answers_except_where_web_chat_would_wait_for_it(string type, string channel, string? replyToId)
    {
        var incoming = Incoming(type, channel);

        var reply = incoming.CreateReply("hello");

        Assert.Equal(replyToId, reply.ReplyToId);
        Assert.Null(reply.Id);
        Assert.Equal("hello", reply.Text);
        Assert.Equal("de-DE", reply.Locale);
        Assert.Equal("https://channel.example", reply.ServiceUrl);
        Assert.Equal((channel, "bot", "visitor", "c1"), (reply.ChannelId, reply.From?.Id, reply.Recipient?.Id, reply.Conversation?.Id));
    }

    [Fact]
    public void A_locale_already_chosen_stays()
    {
        var reply = new Activity { Type = ActivityTypes.Message, Locale = "fr-FR" };

        reply.ApplyConversationReference(Incoming(ActivityTypes.Message, ChannelIds.Test).GetConversationReference());

        Assert.Equal("fr-FR", reply.Locale);
    }

    [Fact]
    public void An_incoming_activity_can_be_made_from_a_reference()
    {
        var reference = Incoming(ActivityTypes.Message, ChannelIds.Test).GetConversationReference();

        var activity = Activity.CreateEventActivity().ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("in1", null, "visitor", "bot"), (activity.Id, activity.ReplyToId, activity.From?.Id, activity.Recipient?.Id));
    }

    private static Activity Incoming(string type, string channel) => new()
    {
        Type = type,
        Id = "in1",
        ChannelId = channel,
        ServiceUrl = "https://channel.example",
        Locale = "de-DE",
        From = new ChannelAccount("visitor"),
        Recipient = new ChannelAccount("bot"),
        Conversation = new ConversationAccount { Id = "c1" },
    };
}
