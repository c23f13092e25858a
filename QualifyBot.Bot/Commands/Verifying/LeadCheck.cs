using System.Globalization;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Commands.Verifying;

/// <summary>Recomputes what is stored of a lead, and gathers what differs.</summary>
internal sealed class LeadCheck
{
    private readonly List<Difference> differences = [];

    /// <summary>What differs; empty where all is as stored.</summary>
    public IReadOnlyList<Difference> Differences => differences;

    /// <summary>Scores the lead anew under the rulebook that scored it.</summary>
    public void CheckScore(LeadRecord lead, Playbook playbook)
    {
        CheckAnswers(lead.Known, playbook);
        Compare("playbook", $"{lead.Playbook} {lead.PlaybookVersion}", $"{playbook.Id} {playbook.Version}");
        if (lead.Score is not { } stored)
        {
            return;
        }

        // Where the day was not kept yet: it is the visitor's day of the last message, one of these three.
        var fresh = DaysOf(stored.Day, lead.UpdatedAt).Select(day => ScoreRecord.Of(Scorer.Score(lead.Known, playbook, day), day)).ToArray();
        CompareScores(stored, fresh.FirstOrDefault(score => IsSame(score, stored)) ?? fresh[0]);
    }

    /// <summary>Decides anew under the rulebook that decided.</summary>
    public void CheckDecision(DecisionRecord stored, Lead known, Playbook playbook)
    {
        var fresh = DaysOf(stored.Day, stored.At).Select(day => Decider.AsItStands(known, playbook, day)).ToArray();
        var decision = fresh.FirstOrDefault(one => string.Equals(one.Hash, stored.Hash, StringComparison.Ordinal)) ?? fresh[0];
        Compare("hash", stored.Hash, decision.Hash);
        Compare("outcome", stored.Outcome.ToString(), decision.Outcome.ToString());
        Compare("reason", stored.Reason, decision.Reason);
        Compare("stage", stored.Stage.ToString(), decision.Stage.ToString());
    }

    /// <summary>Adds up an earlier decision: of its answers only those are kept that its receipts name, so that it cannot be decided anew.</summary>
    public void CheckSums(PastDecision past, Playbook? playbook)
    {
        var (when, score) = (past.Decision.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), past.Score);
        Compare($"fit of the decision at {when}", Text(score.Fit), Text(score.Receipts.Where(receipt => receipt.Axis == Axis.Fit).Sum(receipt => receipt.Points)));
        Compare($"intent of the decision at {when}", Text(score.Intent), Text(score.Receipts.Where(receipt => receipt.Axis == Axis.Intent).Sum(receipt => receipt.Points)));
        if (playbook is not null)
        {
            Compare($"grade of the decision at {when}", score.Grade, playbook.Grid.Of(score.Fit, score.Intent).ToString());
        }
    }

    /// <summary>Looks up each quote in the talk, as far as the talk is still kept.</summary>
    public void CheckWords(Lead known, IReadOnlyList<Activity> transcript)
    {
        var messages = transcript.Where(line => line is { Type: ActivityTypes.Message, Id: not null, ReplyToId: null }).ToLookup(line => line.Id!, line => line.Text ?? "", StringComparer.Ordinal);
        foreach (var answer in known.Answers)
        {
            var (message, start, length, quote, _) = answer.Evidence;
            if (messages.Contains(message) && !messages[message].Any(text => Holds(text, start, length, quote)))
            {
                var text = messages[message].First();
                Compare($"words of {answer.Slot}", quote, start >= 0 && start <= text.Length ? text.Substring(start, Math.Clamp(length, 0, text.Length - start)) : null);
            }
        }
    }

    private static bool Holds(string text, int start, int length, string quote) =>
        start >= 0 && length >= 0 && (long)start + length <= text.Length && text.AsSpan(start, length).SequenceEqual(quote);

    private void CheckAnswers(Lead known, Playbook playbook)
    {
        for (var index = 0; index < known.Answers.Length; index++)
        {
            var answer = known.Answers[index];
            if (playbook.FindSlot(answer.Slot) is not { } slot || !AnswerTypes.Fits(answer.Value, slot.Type))
            {
                differences.Add(new Difference($"answer {answer.Slot}", answer.Value.GetType().Name, playbook.FindSlot(answer.Slot)?.Type.ToString()));
            }

            if (index > 0 && string.CompareOrdinal(known.Answers[index - 1].Slot, answer.Slot) >= 0)
            {
                differences.Add(new Difference("order of answers", $"{known.Answers[index - 1].Slot}, {answer.Slot}", null));
            }
        }
    }

    private void CompareScores(ScoreRecord stored, ScoreRecord fresh)
    {
        Compare("fit", Text(stored.Fit), Text(fresh.Fit));
        Compare("intent", Text(stored.Intent), Text(fresh.Intent));
        Compare("grade", stored.Grade, fresh.Grade);
        Compare("stage of the score", stored.Stage.ToString(), fresh.Stage.ToString());
        Compare("temperature", stored.Temperature.ToString(), fresh.Temperature.ToString());
        foreach (var rule in stored.Receipts.Concat(fresh.Receipts).Select(receipt => receipt.Rule).Distinct(StringComparer.Ordinal))
        {
            Compare($"points of {rule}", TextOf(stored, rule), TextOf(fresh, rule));
        }
    }

    private static bool IsSame(ScoreRecord one, ScoreRecord other) =>
        one.Fit == other.Fit && one.Intent == other.Intent && one.Receipts.Select(Text).SequenceEqual(other.Receipts.Select(Text), StringComparer.Ordinal);

    private void Compare(string what, string? stored, string? recomputed)
    {
        if (!string.Equals(stored, recomputed, StringComparison.Ordinal))
        {
            differences.Add(new Difference(what, stored, recomputed));
        }
    }

    private static IEnumerable<DateOnly> DaysOf(DateOnly? day, DateTimeOffset at)
    {
        var utc = DateOnly.FromDateTime(at.UtcDateTime);
        return day is { } known ? [known] : utc == DateOnly.MinValue || utc == DateOnly.MaxValue ? [utc] : [utc, utc.AddDays(-1), utc.AddDays(1)];
    }

    private static string? TextOf(ScoreRecord score, string rule) =>
        string.Join(" and ", score.Receipts.Where(receipt => string.Equals(receipt.Rule, rule, StringComparison.Ordinal)).Select(Text)) is { Length: > 0 } text ? text : null;

    private static string Text(ReceiptRecord receipt)
    {
        var sources = receipt.Slots.Concat(receipt.Signals.IsDefault ? [] : receipt.Signals);
        var cut = receipt.Cut == 0 ? "" : $" (cut {Text(receipt.Cut)})";
        return $"{Text(receipt.Points)} {receipt.Axis}{cut} from {string.Join(", ", sources)}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
