using System.Globalization;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Writes a talk that went wrong: the talk up to there, and what was expected against what came.</summary>
internal static class FailurePage
{
    private const int LongestLine = 150;

    /// <summary>The page, lines joined by line breaks.</summary>
    public static string Of(TalkResult result) => string.Join('\n', Lines(result));

    /// <summary>What went wrong first, in one line.</summary>
    public static string Summary(TalkResult result) => result.Fault ?? (result.Turns[^1] is var turn && turn.Mismatches is [var first, ..]
        ? $"{result.File}:{first.Expected.Line}:{first.Expected.Column}: {first.Expected.Subject} should be {Short(first.Wanted)}, and is {Short(first.Got)}."
        : $"{result.File}:{turn.Turn.Line}:{turn.Turn.Column}: {Short(turn.Seen.Problem ?? "")}");

    private static IEnumerable<string> Lines(TalkResult result)
    {
        yield return $"FAILED {result.File} ({result.Playbook}{(result.Variant is { } variant ? ", " + variant : "")})";
        if (result.Fault is { } fault)
        {
            yield return "  " + fault;
            yield break;
        }

        foreach (var turn in result.Turns)
        {
            foreach (var line in Talk(turn.Seen))
            {
                yield return line;
            }
        }

        foreach (var line in Differences(result.File, result.Turns[^1]))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Talk(TurnSeen seen)
    {
        yield return $"  visitor  {Short(seen.Did)}";
        foreach (var line in seen.Text.Split('\n').Where(static line => line.Length > 0))
        {
            yield return $"      bot  {line}";
        }

        if (!seen.Buttons.IsEmpty)
        {
            yield return $"           [{string.Join("] [", seen.Buttons)}]";
        }

        if (seen.Said.Count > 0)
        {
            yield return $"           ({string.Join(", ", seen.Said.Order(StringComparer.Ordinal))})";
        }
    }

    private static IEnumerable<string> Differences(string file, PlayedTurn turn)
    {
        if (turn.Seen.Problem is { } problem)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {file}:{turn.Turn.Line}:{turn.Turn.Column}: {problem}");
        }

        foreach (var (expected, wanted, got) in turn.Mismatches)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {file}:{expected.Line}:{expected.Column}: {expected.Subject}");
            yield return $"    - expected  {wanted}";
            yield return $"    + got       {got.ReplaceLineEndings("\n                ")}";
        }
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > LongestLine } words ? words[..LongestLine] + "…" : text.ReplaceLineEndings(" ");
}
