using System.Collections.Immutable;
using QualifyBot.Bot.Commands.Replaying;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Takes the visitor's side of a talk from where it was kept: a file, or the store.</summary>
internal sealed class RecordSource(TestHouse house, string? playbook)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The talk, its turns without expectations; or what is wrong and how to mend it.</summary>
    public async Task<(TalkFile? Talk, string? Problem)> ReadAsync(string source) => Path.GetExtension(source) switch
    {
        _ when !File.Exists(source) => await FromStoreAsync(source),
        ".yaml" or ".yml" => OfTalk(source),
        ".chat" => OfTranscript(source, ChatFile.Read(source)),
        _ => OfTranscript(source, TranscriptFile.Read(source).FirstOrDefault(new TranscriptOrProblem(null, $"{source}:1:1: There is no talk in the file."))),
    };

    private static (TalkFile? Talk, string? Problem) OfTalk(string file)
    {
        var files = TestFiles.Read([file]);
        return files.Talks is [var talk]
            ? (talk, null)
            : (null, files.Faults is [var first, ..] ? first.ToString() : $"{file}:1:1: This file holds no single talk.");
    }

    private (TalkFile? Talk, string? Problem) OfTranscript(string file, TranscriptOrProblem read) =>
        read.Transcript is not { } transcript ? (null, read.Problem)
        : transcript.Lines.Any(static line => line.FromVisitor) ? (Talk(file, transcript.Lines) with { Playbooks = playbook is null ? [] : [playbook] }, null)
        : (null, $"{file}:1:1: The visitor says nothing in this talk. Bot Framework activities tell it by from.role.");

    private async Task<(TalkFile? Talk, string? Problem)> FromStoreAsync(string id)
    {
        await using var store = house.Settings.OpenStore(TimeProvider.System);
        var leads = new StoredLeads(store);
        if (await FindAsync(leads, id) is not { } lead)
        {
            return (null, $"There is no file '{id}', and the store has no lead or conversation of that id.");
        }

        var activities = new ActivityTalks();
        var transcript = await leads.TranscriptAsync(lead.Id, CancellationToken.None);
        foreach (var activity in transcript.Where(static line => line.Type is ActivityTypes.Message))
        {
            activities.Add(System.Text.Json.JsonSerializer.Serialize(activity, BotFrameworkJsonContext.Wire.Activity));
        }

        return activities.Talks.FirstOrDefault() is { } talk && talk.Lines.Any(static line => line.FromVisitor)
            ? (Talk(id, talk.Lines) with { Playbooks = [playbook ?? lead.Playbook], Channel = lead.Channel, Zone = transcript.Select(static line => line.LocalTimezone).FirstOrDefault(static zone => zone is not null), Locale = transcript.Select(static line => line.Locale).FirstOrDefault(static locale => locale is not null) }, null)
            : (null, $"The words of '{id}' are not kept any more.");
    }

    private static async Task<LeadRecord?> FindAsync(StoredLeads leads, string id)
    {
        if (await leads.FindAsync(id, CancellationToken.None) is { } found)
        {
            return found;
        }

        await foreach (var one in leads.AllAsync(CancellationToken.None))
        {
            if (one.Lead is { } lead && string.Equals(lead.Conversation, id, StringComparison.Ordinal))
            {
                return lead;
            }
        }

        return null;
    }

    private static TalkFile Talk(string file, ImmutableArray<TranscriptLine> lines)
    {
        var turns = new List<TalkTurn>();
        DateTimeOffset? last = null;
        foreach (var (index, line) in lines.Index())
        {
            TurnDeed? deed = line.FromVisitor ? new TurnDeed.Says(line.Text) : index == 0 ? new TurnDeed.Joins() : null;
            if (deed is not null)
            {
                var passed = line.At - last ?? TimeSpan.Zero;
                turns.Add(new TalkTurn(deed, 1, 1) { After = passed >= Pause ? TimeSpan.FromMinutes(Math.Floor(passed.TotalMinutes)) : TimeSpan.Zero });
                last = line.At ?? last;
            }
        }

        return new TalkFile { File = file, Now = lines.Select(static line => line.At).FirstOrDefault(static at => at is not null) ?? TalkFile.Beginning, Turns = [.. turns] };
    }
}
