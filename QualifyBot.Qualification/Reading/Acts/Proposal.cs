using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>The bot's words before the message, and the values in them: what a correction puts right.</summary>
internal sealed partial class Proposal
{
    // A confirming summary is short; the bound keeps the work small.
    private const int LongestProposal = 600;

    // Letters by which a word grows for more than one thing.
    private const int LongestEnding = 2;

    private readonly Sentence said = new();
    private readonly List<FoundTime> times = [];
    private readonly List<FoundLength> lengths = [];

    /// <summary>Reads the bot's words as seen from the message's own time.</summary>
    public void Load(Sentence s)
    {
        times.Clear();
        lengths.Clear();
        var words = s.Context.Question ?? "";
        said.Load(words.Length > LongestProposal ? words[^LongestProposal..] : words, s.Context with { Question = null, Requested = [] }, s.Language);
        TimeReader.Run(said, times, lengths);
    }

    /// <summary>What the bot's words say about a day: null for this very day, true for another one, false for none.</summary>
    /// <param name="day">The day.</param>
    /// <param name="bare">It was said as "the 9th": the month is the bot's.</param>
    public bool? OpposesDay(DateTime day, bool bare)
    {
        var others = false;
        foreach (var (_, node) in times)
        {
            if (!node.ClockOnly && (node.From.Date == day.Date || (bare && node.Grain == Grain.Day && node.From.Day == day.Day)))
            {
                return null;
            }

            others |= !node.ClockOnly;
        }

        return others;
    }

    /// <summary>What the bot's words say about a time of day: null for this very one, true for another one, false for none.</summary>
    public bool? OpposesClock(TimeSpan clock)
    {
        var others = false;
        foreach (var (_, node) in times)
        {
            if (node.HasClock && node.From.TimeOfDay == clock)
            {
                return null;
            }

            others |= node.HasClock;
        }

        return others;
    }

    /// <summary>What the bot's words say about a number: null for this very one, true for others, false for none.</summary>
    public bool? OpposesCount(decimal count)
    {
        var others = false;
        for (var i = 0; i < said.Count; i++)
        {
            var number = said.Quantity(i);
            if (number is { Exists: true, Broken: false, Ordinal: false } && said.IsFree(i, i + 1))
            {
                if (number.Value == count)
                {
                    return null;
                }

                others = true;
            }
        }

        return others;
    }

    /// <summary>True where the bot said these words.</summary>
    public bool Says(ReadOnlySpan<char> words) => said.Text.AsSpan().Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the bot said this word, and not as part of a name.</summary>
    public bool SaysPlainly(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < said.Tokens.Count; i++)
        {
            if (!said.Tokens[i].Capital && said.Tokens.Folded(i).SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the bot said this word, or one that goes on a little from it ("tickets" for "ticket").</summary>
    public bool SaysStem(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < said.Tokens.Count; i++)
        {
            var spoken = said.Tokens.Folded(i);
            if (spoken.StartsWith(word) && spoken.Length - word.Length <= LongestEnding)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the bot put a name behind this word ("in Boston").</summary>
    public bool NamesBehind(ReadOnlySpan<char> word)
    {
        for (var i = 0; i + 1 < said.Tokens.Count; i++)
        {
            var next = said.Tokens[i + 1].Word != Vocabulary.Unknown && i + 2 < said.Tokens.Count && !said.Tokens[i + 1].Capital ? i + 2 : i + 1;
            if (said.Tokens[next].Capital && said.Tokens.Folded(i).SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the bot said this word with another one before it.</summary>
    public bool SaysWithOther(ReadOnlySpan<char> before, ReadOnlySpan<char> word)
    {
        var other = false;
        for (var i = 1; i < said.Tokens.Count; i++)
        {
            if (said.Tokens[i].Kind == TokenKind.Word && said.Tokens.Folded(i).SequenceEqual(word))
            {
                if (said.Tokens.Folded(i - 1).SequenceEqual(before))
                {
                    return false;
                }

                other |= said.Tokens[i - 1].Kind == TokenKind.Word;
            }
        }

        return other;
    }
}
