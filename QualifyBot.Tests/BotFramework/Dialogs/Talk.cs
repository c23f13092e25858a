using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Testing;

namespace QualifyBot.Tests.BotFramework.Dialogs;

/// <summary>Plays a talk line by line: what the user says, and every reply, joined by " | ".</summary>
internal static class Talk
{
    public static async Task PlayAsync(DialogTestClient client, params (string User, string Bot)[] lines)
    {
        foreach (var (user, bot) in lines)
        {
            var replies = new List<string?>();
            for (var reply = await client.SendActivityAsync(user); reply is not null; reply = client.GetNextReply())
            {
                replies.Add(reply.Text);
            }

            Assert.Equal($"{user} -> {bot}", $"{user} -> {string.Join(" | ", replies)}");
        }
    }

    public static Task PlayAsync(Dialog dialog, params (string User, string Bot)[] lines) =>
        PlayAsync(new DialogTestClient(ChannelIds.Test, dialog), lines);
}
