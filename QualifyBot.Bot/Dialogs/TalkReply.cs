using System.Text;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What the bot says in one turn: sentences, buttons and files that go out as one message.</summary>
public sealed class TalkReply
{
    private readonly List<string> parts = [];
    private readonly List<Attachment> attachments = [];

    /// <summary>Answers to click.</summary>
    public IReadOnlyList<string> Buttons { get; set; } = [];

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => parts.Count == 0;

    /// <summary>The sentences, a blank line between them.</summary>
    public string Text => new StringBuilder().AppendJoin("\n\n", parts).ToString();

    /// <summary>Adds a sentence.</summary>
    public void Add(string text) => parts.Add(text);

    /// <summary>Adds a file.</summary>
    public void Attach(Attachment attachment) => attachments.Add(attachment);

    /// <summary>The message in answer to an activity.</summary>
    public Activity ToActivity()
    {
        var activity = Activity.CreateMessageActivity();
        activity.Text = Text;
        activity.TextFormat = TextFormats.Plain;
        activity.InputHint = InputHints.ExpectingInput;
        activity.Attachments = attachments.Count > 0 ? attachments : null;
        activity.SuggestedActions = Buttons.Count > 0
            ? new SuggestedActions { Actions = [.. Buttons.Select(title => CardAction.ImBack(title, title))] }
            : null;
        return activity;
    }
}
