using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using QualifyBot.Bot;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Docs;

/// <summary>Writes docs/talks.md: the program talks, and the page keeps what was said.</summary>
internal static class TalksPage
{
    private const string Head = """
        # Talks

        What follows is what the program says, word by word; only the links of calendar files are left out. The page is written by a test, and the same
        test fails once the program says something else:

        ```
        QUALIFYBOT_WRITE=1 dotnet test QualifyBot.Tests -c Release --filter TalksPageTests
        ```

        The visitor writes on a Monday at ten in Berlin. What a page would show as buttons or as a card stands in brackets.


        """;

    /// <summary>The page as it is to be.</summary>
    public static async Task<string> WriteAsync()
    {
        await using var app = await QualifyBotHost.BuildAsync(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", "--Storage:Path", ":memory:", "--Talk:PublicUrl", "https://chat.example.com"], new MovedClock());
        var page = new StringBuilder(Head);
        await AddAsync(page, "One a playbook", TalkScripts.OnePlaybookEach, app);
        await AddAsync(page, "One a language", TalkScripts.OneLanguageEach, app);
        await AddAsync(page, "One that turns and turns again", [TalkScripts.WithTurns], app);
        return page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static async Task AddAsync(StringBuilder page, string title, TalkScript[] talks, WebApplication app)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        foreach (var talk in talks)
        {
            page.Append(CultureInfo.InvariantCulture, $"### {talk.Title}\n\n");
            page.Append(Spoken("QualifyBot", await SendAsync(app, talk, 0)));
            for (var turn = 0; turn < talk.Says.Length; turn++)
            {
                page.Append(Spoken("Visitor", talk.Says[turn])).Append(Spoken("QualifyBot", await SendAsync(app, talk, turn + 1)));
            }
        }
    }

    // A message in Markdown: paragraphs, and lines that stay lines.
    private static string Spoken(string who, string words) => $"> **{who}:** {words.Replace("\n\n", "\n>\n> ", StringComparison.Ordinal)}\n\n";

    private static async Task<string> SendAsync(WebApplication app, TalkScript talk, int turn)
    {
        var result = await app.Services.GetRequiredService<IActivityReceiver>().ReceiveAsync(ActivityOf(talk, turn), new CallerIdentity.Local(), CancellationToken.None);
        var reply = Assert.Single(JsonSerializer.Deserialize(result.Body.Span, BotFrameworkJsonContext.Wire.ExpectedReplies)!.Activities!);
        var text = new StringBuilder(string.Join("\n\n", (reply.Text ?? "").Split("\n\n").Where(part => !part.Contains("https://chat.example.com", StringComparison.Ordinal)).Select(AsMarkdown)));
        foreach (var card in reply.Attachments?.Where(file => file.Name == "summary") ?? [])
        {
            var lines = card.Content!.Value.GetProperty("fallbackText").GetString()!.Split('\n').Select(line => $"[{line}]");
            text.Append("\n\n").AppendJoin("  \n> ", lines);
        }

        if (reply.SuggestedActions?.Actions is { Count: > 0 } actions)
        {
            text.Append("\n\n").AppendJoin(' ', actions.Select(action => $"[{action.Title}]"));
        }

        return text.ToString();
    }

    private static string AsMarkdown(string part) => part.Replace("\n", "  \n> ", StringComparison.Ordinal);

    private static Activity ActivityOf(TalkScript talk, int turn)
    {
        var visitor = new ChannelAccount("visitor");
        return new Activity
        {
            Type = turn == 0 ? ActivityTypes.ConversationUpdate : ActivityTypes.Message,
            Id = string.Create(CultureInfo.InvariantCulture, $"{talk.Title}-{turn}"),
            Text = turn == 0 ? null : talk.Says[turn - 1],
            MembersAdded = turn == 0 ? [visitor] : null,
            ChannelId = ChannelIds.Emulator,
            Conversation = new ConversationAccount { Id = talk.Title },
            From = visitor,
            Recipient = new ChannelAccount("bot"),
            Locale = talk.Locale,
            LocalTimezone = "Europe/Berlin",
            DeliveryMode = DeliveryModes.ExpectReplies,
            ChannelData = JsonElement.Parse($$"""{"playbook":"{{talk.Playbook}}"}"""),
        };
    }
}
