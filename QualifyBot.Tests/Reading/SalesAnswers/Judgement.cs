using System.Collections.Immutable;
using System.Text.Json;

namespace QualifyBot.Tests.Reading.SalesAnswers;

/// <summary>
/// Whether what was read is what a table expects. Every part must be read, best first; nothing else may be read of the slots that are facts
/// about the lead or were asked for, nor any act that changes the talk. Yes, no and courtesies may always be heard besides.
/// </summary>
internal static class Judgement
{
    private static readonly ImmutableHashSet<string> Facts =
        ["money", "timeframe", "headcount", "authority", "title", "email", "phone", "person", "company", "need", "correction"];

    private static readonly ImmutableHashSet<string> Courtesies = ["yes", "no", "unsure", "greet", "goodbye", "thanks", "wait"];

    private static readonly ImmutableHashSet<string> AskedOnly = ["time", "duration", "yesno", "number"];

    public static bool IsRight(SalesRow row, JsonElement read) => row.Choices.Any(parts => Holds(parts, row, read));

    private static bool Holds(ImmutableArray<Part> parts, SalesRow row, JsonElement read)
    {
        var candidates = read.GetProperty("candidates").EnumerateArray().ToLookup(static c => c.GetProperty("slot").GetString()!, static c => c.GetProperty("value"), StringComparer.Ordinal);
        if (parts.Any(static part => part.Absent))
        {
            return parts.All(part => part.Absent ? !candidates.Contains(part.Kind) : AllRead([part], candidates));
        }

        var wanted = parts.Where(static part => !IsAct(part)).ToLookup(static part => part.Kind, StringComparer.Ordinal);
        return ActsFit(parts, wanted, read, candidates.Contains("correction"))
            && wanted.All(group => AllRead([.. group], candidates))
            && candidates.All(slot => wanted.Contains(slot.Key) || !Counts(slot.Key, row) || IsCorrectionOfWanted(slot, wanted));
    }

    private static bool IsAct(Part part) => string.Equals(part.Kind, "act", StringComparison.Ordinal);

    private static bool Counts(string slot, SalesRow row) => Facts.Contains(slot) || (AskedOnly.Contains(slot) && row.Asked.Contains(slot));

    // "Actually, 30k" corrects money and fills it: one thing said twice.
    private static bool IsCorrectionOfWanted(IGrouping<string, JsonElement> slot, ILookup<string, Part> wanted) =>
        string.Equals(slot.Key, "correction", StringComparison.Ordinal)
        && slot.All(value => value.GetProperty("slot").GetString() is not { } corrected || wanted.Contains(corrected));

    private static bool AllRead(ImmutableArray<Part> parts, ILookup<string, JsonElement> candidates)
    {
        var best = candidates[parts[0].Kind].DistinctBy(static value => value.GetRawText(), StringComparer.Ordinal).Take(parts.Length).ToList();
        foreach (var part in parts)
        {
            var index = best.FindIndex(value => Notation.Fits(part.Kind, part.Value, value));
            if (index < 0)
            {
                return false;
            }

            best.RemoveAt(index);
        }

        return true;
    }

    private static bool ActsFit(ImmutableArray<Part> parts, ILookup<string, Part> wanted, JsonElement read, bool corrects)
    {
        var heard = read.GetProperty("acts").EnumerateArray().Select(static act => act.GetString()!).ToHashSet(StringComparer.Ordinal);
        var acts = parts.Where(IsAct).Select(static part => part.Value).ToHashSet(StringComparer.Ordinal);
        var declined = wanted.Any(static group => group.Any(static part => string.Equals(part.Value, "declined", StringComparison.Ordinal)));
        return acts.IsSubsetOf(heard)
            && heard.All(act => acts.Contains(act) || Courtesies.Contains(act) || (declined && act is "decline_to_answer") || (corrects && act is "change"));
    }
}
