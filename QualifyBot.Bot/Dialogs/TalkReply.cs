using System.Collections.Immutable;
using System.Text;
using QualifyBot.Bot.Extraction;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What the bot says in one turn: sentences, buttons and files that go out as one message.</summary>
public sealed class TalkReply
{
    private readonly List<(string Text, FreeSentence? Free)> parts = [];
    private readonly List<Attachment> attachments = [];

    /// <summary>Answers to click.</summary>
    public IReadOnlyList<string> Buttons { get; set; } = [];

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => parts.Count == 0;

    /// <summary>The sentences, a blank line between them.</summary>
    public string Text => new StringBuilder().AppendJoin("\n\n", parts.Select(part => part.Text)).ToString();

    /// <summary>The sentences that may be said in other words: neither disclosures nor confirmations, nor what goes with buttons.</summary>
    public ImmutableArray<FreeSentence> Free => [.. parts.Select(part => part.Free).OfType<FreeSentence>()];

    /// <summary>Adds a sentence.</summary>
    public void Add(string text) => parts.Add((text, null));

    /// <summary>Adds a sentence that may be said in other words.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="wordings">All wordings that the texts have for it.</param>
    public void AddFree(string text, ImmutableArray<string> wordings) => parts.Add((text, new FreeSentence(text, wordings)));

    /// <summary>Says the free sentences in these words, one for each.</summary>
    public void Reword(ImmutableArray<string> phrases)
    {
        var next = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Free is not null)
            {
                parts[i] = (phrases[next++], parts[i].Free);
            }
        }
    }

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
