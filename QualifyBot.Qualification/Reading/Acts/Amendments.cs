using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>
/// New values for what the bot had named just before: "No, on Tuesday", "make it 3", "with Ann instead". Words of denial or
/// change must be there; without them only a value counts that opposes one of its kind, and only where nothing was asked.
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
        var anew = !proposal.AsksForValue && statements.Exists(static statement => statement.Has(Tag.Anew));
        var agrees = acts.Contains(Act.Yes);
        var denies = Denies(statements, acts) || (!agrees && proposal.AsksToConfirm);
        Find(s, times, denies);
        denies |= anew;
        if (!denies && agrees)
        {
            values.RemoveAll(static value => value.Type != SlotType.Time);
        }

        Add(s, denies, corrections, opposing: true);
        Add(s, denies, corrections, opposing: false);
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

    // What opposes the bot's words comes first: "No, 3 people at noon" where the bot had said two at noon.
    private void Add(Sentence s, bool denies, List<Correction> corrections, bool opposing)
    {
        foreach (var value in values)
        {
            if (value.Opposes == opposing && (opposing || denies))
            {
                var start = s.Tokens[value.First].Start;
                var length = s.Tokens[value.End - 1].End - start;
                corrections.Add(new Correction(value.Type, null, s.Text.Substring(start, length), start, length));
            }
        }
    }
}
