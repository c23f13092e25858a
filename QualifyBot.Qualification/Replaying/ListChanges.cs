using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Replaying;

/// <summary>Differences between two lists whose items have ids; the order of the items is a difference of its own.</summary>
/// <param name="part">What an item is called.</param>
/// <param name="before">The old list.</param>
/// <param name="after">The new list.</param>
/// <param name="idOf">An item's id.</param>
/// <param name="set">Puts a list in a draft.</param>
/// <param name="get">The list in a draft.</param>
internal sealed class ListChanges<T>(
    string part, ImmutableArray<T> before, ImmutableArray<T> after, Func<T, string> idOf, Func<PlaybookDraft, ImmutableArray<T>> get, Func<PlaybookDraft, ImmutableArray<T>, PlaybookDraft> set)
    where T : class
{
    /// <summary>The differences.</summary>
    /// <param name="isSame">Whether two items of one id say the same.</param>
    /// <param name="words">What differs, in words; one of the two is null where the item is there only once.</param>
    public IEnumerable<RulebookChange> Find(Func<T, T, bool> isSame, Func<T?, T?, string> words) =>
    [
        .. before.Where(old => Find(after, idOf(old)) is null)
            .Select(old => new RulebookChange(part, idOf(old), words(old, null)) { Apply = draft => set(draft, get(draft).RemoveAll(item => Is(item, idOf(old)))) }),
        .. after.Where(item => Find(before, idOf(item)) is not { } old || !isSame(old, item))
            .Select(item => new RulebookChange(part, idOf(item), words(Find(before, idOf(item)), item)) { Apply = draft => set(draft, Put(get(draft), item)) }),
        .. Common(before, after).SequenceEqual(Common(after, before), StringComparer.Ordinal)
            ? Array.Empty<RulebookChange>()
            : [new RulebookChange($"order of {part}s", "", $"{part}s in another order") { Apply = draft => set(draft, Sort(get(draft))) }],
    ];

    private IEnumerable<string> Common(ImmutableArray<T> list, ImmutableArray<T> other) => list.Select(idOf).Where(id => Find(other, id) is not null);

    private T? Find(ImmutableArray<T> list, string id) => list.FirstOrDefault(item => Is(item, id));

    private bool Is(T item, string id) => string.Equals(idOf(item), id, StringComparison.Ordinal);

    // A new item comes behind the one that it follows in the new list, as far as that is there.
    private ImmutableArray<T> Put(ImmutableArray<T> list, T item)
    {
        if (Find(list, idOf(item)) is { } old)
        {
            return list.Replace(old, item, ReferenceEqualityComparer.Instance);
        }

        for (var place = after.IndexOf(item) - 1; place >= 0; place--)
        {
            if (Find(list, idOf(after[place])) is { } previous)
            {
                return list.Insert(list.IndexOf(previous, ReferenceEqualityComparer.Instance) + 1, item);
            }
        }

        return list.Insert(0, item);
    }

    // Items that the new list lacks keep their place behind the one before them.
    private ImmutableArray<T> Sort(ImmutableArray<T> list)
    {
        var place = -1;
        var places = list.Select(item => after.IndexOf(Find(after, idOf(item))!) is >= 0 and var there ? place = there : place).ToArray();
        return [.. list.Select((item, index) => (Item: item, Place: places[index], Index: index)).OrderBy(entry => entry.Place).ThenBy(entry => entry.Index).Select(entry => entry.Item)];
    }
}
