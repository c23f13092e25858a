using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Batch;

/// <summary>What came of a row.</summary>
/// <param name="Lead">What its cells say.</param>
/// <param name="Decision">The decision as it stands.</param>
/// <param name="Next">The question whose answer could still change the outcome, or null where it is settled.</param>
/// <param name="NotUnderstood">Places in the map of the columns whose cells hold words that answer nothing.</param>
public sealed record ScoredRow(Lead Lead, Decision Decision, Question? Next, ImmutableArray<int> NotUnderstood);

/// <summary>Scores rows of a CSV file. Safe to use from several threads.</summary>
public sealed class RowScorer
{
    private readonly ColumnMap map;
    private readonly Playbook playbook;
    private readonly DateOnly today;
    private readonly CellReader?[] readers;

    /// <summary>A scorer for files with these columns.</summary>
    /// <param name="map">What the columns hold.</param>
    /// <param name="playbook">The rulebook.</param>
    /// <param name="today">The day of the decision; "next month" counts from it.</param>
    public RowScorer(ColumnMap map, Playbook playbook, DateOnly today)
    {
        (this.map, this.playbook, this.today) = (map, playbook, today);
        readers = [.. map.Columns.Select(column => column.Slot is { } slot ? new CellReader(slot, ContextOf(slot, playbook, today)) : null)];
    }

    /// <summary>The rulebook.</summary>
    public Playbook Playbook => playbook;

    /// <summary>The map of the columns.</summary>
    public ColumnMap Map => map;

    /// <summary>What a row's cells come to.</summary>
    public ScoredRow Score(string[] cells)
    {
        var answers = ImmutableArray.CreateBuilder<Answer>(map.Columns.Length);
        var (lead, lost) = (Lead.Empty, ImmutableArray<int>.Empty);
        for (var i = 0; i < map.Columns.Length; i++)
        {
            var column = map.Columns[i];
            var cell = cells[column.Index];
            if (readers[i] is not { } reader)
            {
                lead = WithSignals(lead, cell, column, i, ref lost);
            }
            else if (reader.Read(cell) is var reading && reading.Value is { } value)
            {
                answers.Add(new Answer(column.Slot!.Id, value, new Evidence(column.Header, reading.Start, reading.Length, cell.Substring(reading.Start, reading.Length), reading.Rule), DateTimeOffset.UnixEpoch));
            }
            else if (ReferenceEquals(reading, CellReading.NotUnderstood))
            {
                lost = lost.Add(i);
            }
        }

        answers.Sort(static (one, other) => string.CompareOrdinal(one.Slot, other.Slot));
        lead = lead with { Answers = answers.ToImmutable() };
        var next = Decider.Next(lead, playbook, today);
        return next is NextStep.Conclude({ } decision)
            ? new ScoredRow(lead, decision, null, lost)
            : new ScoredRow(lead, Decider.AsItStands(lead, playbook, today), ((NextStep.Ask)next).Question, lost);
    }

    private Lead WithSignals(Lead lead, string cell, Column column, int place, ref ImmutableArray<int> lost)
    {
        if (SignalCell.Read(cell, column, today) is { } signals)
        {
            return signals.Aggregate(lead, static (rest, signal) => rest.With(signal));
        }

        lost = lost.Add(place);
        return lead;
    }

    private static ReadingContext ContextOf(Slot slot, Playbook playbook, DateOnly today) => new()
    {
        Now = today.ToDateTime(new TimeOnly(12, 0)),
        Requested = [slot.Type],
        Needs = playbook.Needs,
        Technologies = playbook.Technologies,
        Competitors = playbook.Competitors,
        Currency = playbook.Currency,
        FiscalYearStart = playbook.FiscalYearStart,
    };
}
