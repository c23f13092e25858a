using System.Collections.Immutable;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>Reads a talk again by the rules, message by message, with the question in view that was open then.</summary>
internal sealed class TranscriptReading
{
    private readonly Playbook playbook;
    private readonly AskedQuestions questions;
    private DateTimeOffset now;
    private Lead lead = Lead.Empty;
    private AskedQuestion? open;
    private string? words;
    private bool isInsisted;
    private bool wasFilled = true;

    private TranscriptReading(Playbook playbook, AskedQuestions questions, DateTimeOffset now) => (this.playbook, this.questions, this.now) = (playbook, questions, now);

    /// <summary>What is known at the end of the talk, and on which day that is.</summary>
    /// <param name="transcript">The talk.</param>
    /// <param name="playbook">The rulebook whose slots are filled.</param>
    /// <param name="questions">Tells which question was put.</param>
    /// <param name="now">The time of a message that has none.</param>
    public static (Lead Lead, DateOnly Day) Read(Transcript transcript, Playbook playbook, AskedQuestions questions, DateTimeOffset now)
    {
        var reading = new TranscriptReading(playbook, questions, transcript.Lines.Select(line => line.At).FirstOrDefault(at => at is not null) ?? now);
        foreach (var line in transcript.Lines)
        {
            reading.Take(line);
        }

        return (reading.lead, DateOnly.FromDateTime(reading.now.DateTime));
    }

    private void Take(TranscriptLine line)
    {
        now = line.At ?? now;
        if (line.FromVisitor)
        {
            Hear(line);
            return;
        }

        if (questions.GivesUp(line.Text) && SlotOf(open) is { } slot && lead.Find(slot) is null)
        {
            lead = FillingOf(line).FillNothing(lead, slot, WithheldReason.NotUnderstood).Lead;
        }

        var asked = questions.Find(line.Text);
        isInsisted = !wasFilled && asked is not null && asked == open;
        (open, words) = (asked, line.Text);
    }

    private void Hear(TranscriptLine line)
    {
        var slot = SlotOf(open);
        if (open is not null && slot is not null && questions.Clicked(open, line.Text, DateOnly.FromDateTime(now.DateTime)) is { } clicked && playbook.FindSlot(slot) is { } place && AnswerTypes.Fits(clicked, place.Type))
        {
            Keep(FillingOf(line).FillWhole(lead, slot, clicked, "choice"));
            return;
        }

        ImmutableArray<SlotType> requested = open is null ? [] : [open.Question.Slot.Type];
        var reading = RuleReader.Read(line.Text, Listening.ContextOf(playbook, now.DateTime, requested, words));
        if (reading.Acts.Contains(Act.Restart))
        {
            lead = Lead.Empty;
            return;
        }

        Keep(FillingOf(line).Fill(lead, new Heard(reading), slot, isInsisted));
    }

    private void Keep(Filling filling) => (lead, wasFilled) = (filling.Lead, !filling.IsEmpty);

    private string? SlotOf(AskedQuestion? asked) => asked?.SlotIn(playbook)?.Id;

    private SlotFilling FillingOf(TranscriptLine line) => new(playbook, new IncomingMessage(line.Id, line.Text, now));
}
