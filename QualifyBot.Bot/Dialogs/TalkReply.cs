using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using QualifyBot.Bot.Extraction;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What the bot says in one turn: sentences, buttons and files that go out as one message.</summary>
public sealed class TalkReply
{
    private readonly List<(string Text, FreeSentence? Free)> parts = [];
    private readonly List<Attachment> attachments = [];

    /// <summary>Answers to click.</summary>
    public IReadOnlyList<string> Buttons { get; set; } = [];

    /// <summary>Whether the sentences number the answers to click already.</summary>
    public bool NumbersButtons { get; set; }

    /// <summary>How many questions may follow, this one included; null where nothing of the playbook is asked.</summary>
    public int? QuestionsLeft { get; set; }

    /// <summary>Why the word of the site about who the visitor is was not taken; null = nothing is wrong.</summary>
    public string? IdentityProblem { get; set; }

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

    /// <summary>The message in answer to an activity, with what its channel can show.</summary>
    public Activity ToActivity(Activity incoming)
    {
        var activity = Activity.CreateMessageActivity();
        activity.Text = Text;
        activity.TextFormat = TextFormats.Plain;
        activity.InputHint = InputHints.ExpectingInput;
        // Elsewhere it is what a channel takes for its own.
        activity.ChannelData = (QuestionsLeft, IdentityProblem) is (null, null) || incoming.ChannelId is not (ChannelIds.Directline or ChannelIds.Webchat or ChannelIds.Emulator) ? null
            : JsonSerializer.SerializeToElement(new TalkProgress(QuestionsLeft, IdentityProblem), DialogsJsonContext.Default.TalkProgress);
        if (Buttons.Count > 0)
        {
            ShowButtons(activity, incoming);
        }

        activity.Attachments = attachments.Count > 0 ? attachments : null;
        return activity;
    }

    private void ShowButtons(Activity activity, Activity incoming)
    {
        CardAction[] actions = [.. Buttons.Select(title => CardAction.ImBack(title, title))];
        switch (ChoiceFactory.StyleFor(actions.Length, incoming))
        {
            case ListStyle.SuggestedAction:
                activity.SuggestedActions = new SuggestedActions { Actions = actions };
                break;
            case ListStyle.HeroCard:
                attachments.Add(new HeroCard { Buttons = actions }.ToAttachment());
                break;
            default:
                activity.Text = NumbersButtons ? activity.Text : $"{activity.Text}\n{Numbered(Buttons)}";
                break;
        }
    }

    /// <summary>Lines with their numbers before them.</summary>
    public static string Numbered(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select((line, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {line}")));
}

/// <summary>What a page can make use of beside the words.</summary>
/// <param name="QuestionsLeft">How many questions may follow at most, the open one included; null = not said.</param>
/// <param name="IdentityProblem">Why the word of the site about who the visitor is was not taken, for those who build the site; null = nothing is wrong.</param>
public sealed record TalkProgress(int? QuestionsLeft, string? IdentityProblem);
