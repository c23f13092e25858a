namespace QualifyBot.Qualification.Answers;

/// <summary>Something known of a lead from elsewhere than the talk: a page seen, an e-mail opened, a value that another system tells.</summary>
/// <param name="Id">Id, unique among the lead's signals; the same one twice is one signal.</param>
/// <param name="Kind">Id of its kind in the playbook ("pricing_page").</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="Source">Who says so ("website", "crm").</param>
/// <param name="Slot">The slot whose value it tells, or null.</param>
/// <param name="Value">The value, or null; never a withheld one.</param>
public sealed record Signal(string Id, string Kind, DateOnly On, string Source, string? Slot = null, AnswerValue? Value = null)
{
    /// <summary>Older signals first; those of one day by id.</summary>
    internal static readonly Comparer<Signal> Order = Comparer<Signal>.Create(static (one, other) =>
        one.On != other.On ? one.On.CompareTo(other.On) : string.CompareOrdinal(one.Id, other.Id));
}
