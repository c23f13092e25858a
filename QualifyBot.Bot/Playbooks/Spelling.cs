using System.Collections.Frozen;
using System.Text.Json;

namespace QualifyBot.Bot.Playbooks;

/// <summary>How the values of an enum are written in YAML: in lower case, words joined by underscores ("no_rush", "c_suite").</summary>
internal static class Spelling<T>
    where T : struct, Enum
{
    /// <summary>Values by their spelling.</summary>
    public static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>The spelling of a value.</summary>
    public static string Of(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
