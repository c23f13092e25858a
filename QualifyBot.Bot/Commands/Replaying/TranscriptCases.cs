using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Replaying;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>Talks of files under two rulebooks: each reads every message anew.</summary>
internal sealed class TranscriptCases(Playbook before, Playbook after, AskedQuestions questions, DateTimeOffset now)
{
    private readonly Replayer replayer = new(before, after);

    /// <summary>Plays the talks of a file; a problem instead, where a place is none.</summary>
    public IEnumerable<(Replayed? Lead, string? Problem)> Play(string file)
    {
        foreach (var (transcript, problem) in TranscriptFile.Read(file))
        {
            yield return transcript is null ? (null, problem) : (Play(transcript), null);
        }
    }

    private Replayed Play(Transcript transcript)
    {
        var (then, day) = TranscriptReading.Read(transcript, before, questions, now);
        var reread = TranscriptReading.Read(transcript, after, questions, now).Lead;
        return replayer.Play(new ReplayCase(transcript.Id, then, then.Answers.SequenceEqual(reread.Answers) ? then : reread, day));
    }
}
