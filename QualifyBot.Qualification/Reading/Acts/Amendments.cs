using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>
/// New values for what the bot had named just before: "No, on Tuesday", "make it 3", "with Ann instead". Words of denial or
/// change must be there; without them only a value counts that opposes one of its kind, or that was told without being asked for.
/// Told unasked comes first; then, in a search anew, places before days and counts; then what opposes the bot's words: "No, 3 people at noon".
/// </summary>
internal sealed class Amendments
{
    private readonly Proposal proposal = new();
    private readonly List<NewValue> values = [];

    public void Run(Sentence s, List<FoundStatement> statements, List<FoundTime> times, List<Act> acts, List<Correction> corrections)
    {
        var answers = !s.Context.Requested.IsEmpty && !s.Context.Requested.Contains(SlotType.YesNo);
        if (string.IsNullOrEmpty(s.Context.Question) || answers)
        {
            return;
        }

        proposal.Load(s);
        var anew = !proposal.AsksForValue && (statements.Exists(static statement => statement.Has(Tag.Anew)) || Denies(statements, acts));
        var agrees = acts.Contains(Act.Yes);
        var denies = Denies(statements, acts) || (!agrees && proposal.AsksToConfirm);
        Find(s, times, denies);
        anew &= !denies || !proposal.AsksToConfirm;
        denies |= anew;
        if (!denies && agrees)
        {
            values.RemoveAll(static value => value.Type != SlotType.Time);
        }

        AddUnasked(s, corrections);
        AddRest(s, corrections, denies, anew);
    }

    private void AddRest(Sentence s, List<Correction> corrections, bool denies, bool anew)
    {
        if (anew)
        {
            Add(s, corrections, static value => value.Kind == ValueKind.Place);
            Add(s, corrections, static value => value.Kind is not (ValueKind.Place or ValueKind.Count));
        }

        Add(s, corrections, static value => value.Opposes);
        if (denies)
        {
            Add(s, corrections, static value => true);
        }
    }

    // Beside a place, another name is not the place that was asked for: "a dentist in Leeds".
    private void AddUnasked(Sentence s, List<Correction> corrections)
    {
        var asked = proposal.AsksForValue ? proposal.Asked : ValueKind.None;
        if (asked == ValueKind.None)
        {
            return;
        }

        asked = proposal.AsksForPlace && values.Exists(static value => value.Kind == ValueKind.Place) ? asked & ~ValueKind.Name : asked;
        Add(s, corrections, value => (value.Kind & asked) == ValueKind.None);
    }

    private void Find(Sentence s, List<FoundTime> times, bool denies)
    {
        values.Clear();
        NewTimes.Add(s, proposal, times, values);
        NewTimes.AddCounts(s, proposal, values);
        NewNames.Add(s, proposal, values);
        NewNames.AddOthers(s, proposal, values);
        if (denies && values.Count == 0)
        {
            NewNames.AddFreeWords(s, proposal, values);
        }

        values.Sort(static (a, b) => a.First.CompareTo(b.First));
    }

    private static bool Denies(List<FoundStatement> statements, List<Act> acts)
    {
        if (acts.Contains(Act.No) || acts.Contains(Act.Change))
        {
            return true;
        }

        foreach (var statement in statements)
        {
            if (statement.Has(Tag.Correct) || statement.Has(Tag.Instead) || IsWeakNo(statement))
            {
                return true;
            }
        }

        return false;
    }

    // "how about", "change it", "another".
    private static bool IsWeakNo(FoundStatement statement)
    {
        foreach (var meaning in statement.Entry.Meanings)
        {
            if (meaning.Tag == Tag.WeakAct && (Act)meaning.Value == Act.No)
            {
                return true;
            }
        }

        return false;
    }

    // What counts is taken out of the values.
    private void Add(Sentence s, List<Correction> corrections, Predicate<NewValue> counts)
    {
        foreach (var value in values)
        {
            if (counts(value))
            {
                var start = s.Tokens[value.First].Start;
                var length = s.Tokens[value.End - 1].End - start;
                corrections.Add(new Correction(value.Type, null, s.Text.Substring(start, length), start, length));
            }
        }

        values.RemoveAll(counts);
    }
}
