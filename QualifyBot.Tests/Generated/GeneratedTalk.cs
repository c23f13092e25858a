using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Tests.Generated;

/// <summary>One talk of a generated visitor through the pipeline, and what was wrong with it.</summary>
internal sealed class GeneratedTalk
{
    private const int MostTurns = 15;
    private static readonly CallerIdentity Caller = new CallerIdentity.Local();

    private readonly WebApplication app;
    private readonly Playbook playbook;
    private readonly GeneratedVisitor visitor;
    private readonly string name;
    private readonly ConversationKey key;
    private readonly StringBuilder transcript = new();
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);
    private string[] before = [];
    private int sent;

    public GeneratedTalk(WebApplication app, Playbook playbook, int seed)
    {
        (this.app, this.playbook) = (app, playbook);
        visitor = new GeneratedVisitor(seed, playbook);
        name = string.Create(CultureInfo.InvariantCulture, $"generated-{seed}");
        key = new ConversationKey(ChannelIds.Emulator, name);
    }

    public List<string> Faults { get; } = [];

    public Manner Manner => visitor.Manner;

    public int Turns { get; private set; }

    public override string ToString() => $"{playbook.Id}, {visitor.Manner}, {name}\n{transcript}";

    /// <summary>Talks to the end.</summary>
    public async Task RunAsync()
    {
        await SendAsync(ActivityTypes.ConversationUpdate, null);
        var (conversation, lead) = await LoadAsync();
        while (!IsOver(conversation, lead) && Turns < MostTurns)
        {
            var words = visitor.Next(conversation?.Open, Turns);
            Turns++;
            await SendAsync(ActivityTypes.Message, words);
            (conversation, lead) = await LoadAsync();
            if (conversation?.Open is { Slot: { } slot, IsReopened: false } open && playbook.FindQuestion(open.Id) is not null && visitor.Told.Contains(slot) && lead?.Known.Find(slot) is null)
            {
                Faults.Add($"asked for {slot} again");
                visitor.Told.Remove(slot);
            }
        }

        if (!IsOver(conversation, lead))
        {
            Faults.Add("no end");
        }

        CheckLead(lead);
    }

    private static bool IsOver(ConversationRecord? conversation, LeadRecord? lead) =>
        lead is not null && conversation is not null && (lead.LeftAt is not null || (conversation.Dialogs.DialogStack.Count == 0 && (lead.Decision is not null || lead.HandOff is not null)));

    private void CheckLead(LeadRecord? lead)
    {
        if (lead is not { Score: { } score })
        {
            Faults.Add("no lead, or none that is scored");
            return;
        }

        var fresh = ScoreRecord.Of(Scorer.Score(lead.Known, playbook, score.Day!.Value), score.Day!.Value);
        if (JsonSerializer.Serialize(fresh, DialogsJsonContext.Default.Options) != JsonSerializer.Serialize(score, DialogsJsonContext.Default.Options))
        {
            Faults.Add("the stored receipts are not those of the stored answers");
        }

        foreach (var answer in lead.Known.Answers)
        {
            var (message, start, length, quote, _) = answer.Evidence;
            if (!said.TryGetValue(message, out var words) || start + length > words.Length || words.Substring(start, length) != quote)
            {
                Faults.Add($"the words of {answer.Slot} were not said");
            }
        }
    }

    private async Task SendAsync(string type, string? words)
    {
        var activity = NewActivity(type, words);
        said[activity.Id!] = words ?? "";
        var result = await app.Services.GetRequiredService<IActivityReceiver>().ReceiveAsync(activity, Caller, CancellationToken.None);
        var replies = JsonSerializer.Deserialize(result.Body.Span, BotFrameworkJsonContext.Wire.ExpectedReplies)!.Activities!;
        transcript.Append(CultureInfo.InvariantCulture, $"> {words}\n");
        var reply = replies.Count == 0 ? "" : replies[0].Text ?? "";
        transcript.Append(CultureInfo.InvariantCulture, $"    {reply.ReplaceLineEndings("\n    ")}\n");
        if (reply.Length == 0 && type is ActivityTypes.Message)
        {
            Faults.Add("no answer");
        }

        var now = reply.Split("\n\n");
        Faults.AddRange(now.Intersect(before, StringComparer.Ordinal).Where(part => part.Length > 0).Select(part => $"said twice in a row: {part}"));
        Faults.AddRange(now.Where(part => part.Contains('{', StringComparison.Ordinal)).Select(part => $"a brace was said: {part}"));
        before = now;
    }

    private async Task<(ConversationRecord? Conversation, LeadRecord? Lead)> LoadAsync()
    {
        var stored = await app.Services.GetRequiredService<IStore>().GetAsync([new(key.Partition, key.State), new(key.Partition, key.Lead)], CancellationToken.None);
        return (
            stored[0] is { } state ? JsonSerializer.Deserialize(state.Data.Span, DialogsJsonContext.Default.ConversationRecord) : null,
            stored[1] is { } lead ? JsonSerializer.Deserialize(lead.Data.Span, DialogsJsonContext.Default.LeadRecord) : null);
    }

    private Activity NewActivity(string type, string? words)
    {
        var activity = new Activity
        {
            Type = type,
            Id = string.Create(CultureInfo.InvariantCulture, $"{name}|{++sent}"),
            Text = words,
            ChannelId = ChannelIds.Emulator,
            Conversation = new ConversationAccount { Id = name },
            From = new ChannelAccount(name),
            Recipient = new ChannelAccount("bot"),
            LocalTimezone = "Europe/Berlin",
            DeliveryMode = DeliveryModes.ExpectReplies,
            ChannelData = JsonElement.Parse($$"""{"playbook":"{{playbook.Id}}"}"""),
        };
        activity.MembersAdded = type is ActivityTypes.ConversationUpdate ? [activity.From] : null;
        return activity;
    }
}
