using System.Collections.Concurrent;
using System.Text.Json;

namespace QualifyBot.Bot.Batch;

/// <summary>Names as playbooks write them: BookDemo is "book_demo".</summary>
internal static class Snake
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.Known.GetOrAdd(value, static known => JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()));

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Known = new();
    }
}
