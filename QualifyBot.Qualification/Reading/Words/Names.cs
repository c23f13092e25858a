using System.Collections.Concurrent;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>Names that word lists give as values (currency codes, holidays, departments), numbered so that a meaning holds an int.</summary>
internal static class Names
{
    private static readonly ConcurrentDictionary<string, int> Ids = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<int, string> Texts = [];
    private static int last;

    public static int IdOf(string name) => Ids.GetOrAdd(name, static text =>
    {
        var id = Interlocked.Increment(ref last);
        Texts[id] = text;
        return id;
    });

    public static string TextOf(int id) => Texts[id];
}
