using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>Walks along a clause with the steps of one cue rule.</summary>
internal readonly ref struct CueWalk(Cues cues, CueStep[] steps, TokenBuffer tokens, int start, int end)
{
    private const int WidestGap = 3;

    // Behind a wide gap all places were tried: neither a later start nor a wider gap can help.
    private const int Never = -1;
    private const int NotHere = 0;

    /// <summary>The first token that matches and the one behind the last; empty where none do.</summary>
    public (int Start, int End) Find()
    {
        var last = steps[0].Kind == CueKind.Start ? start + 1 : end;
        for (var at = start; at < last; at++)
        {
            if (steps[0].Kind == CueKind.Word && !cues.Is(steps[0].Class, tokens[at].Word))
            {
                continue;
            }

            var behind = From(0, at);
            if (behind != NotHere)
            {
                return behind == Never ? default : (at, behind);
            }
        }

        return default;
    }

    private int From(int step, int at)
    {
        for (; step < steps.Length; step++)
        {
            var (kind, set) = steps[step];
            switch (kind)
            {
                case CueKind.Gap:
                    return OverGap(step + 1, at, Math.Min(at + WidestGap, end), NotHere);
                case CueKind.WideGap:
                    return OverGap(step + 1, at, end, Never);
                case CueKind.End when SkipSmall(at) < end:
                    return NotHere;
                case CueKind.Optional when Next(set, at) is > 0 and var next && From(step + 1, next) is > 0 and var behind:
                    return behind;
                case CueKind.Word:
                    at = Next(set, at);
                    if (at == 0)
                    {
                        return NotHere;
                    }

                    break;
            }
        }

        return at;
    }

    // At a word only the word itself is tried: the small words before it are part of the gap.
    private int OverGap(int step, int from, int to, int otherwise)
    {
        for (var at = from; at <= to; at++)
        {
            if (steps[step].Kind == CueKind.Word && !(at < end && cues.Is(steps[step].Class, tokens[at].Word)))
            {
                continue;
            }

            var behind = From(step, at);
            if (behind != NotHere)
            {
                return behind;
            }
        }

        return otherwise;
    }

    // The token behind the next word of a class, small words before it aside; 0 where another word comes first.
    private int Next(int set, int at)
    {
        for (; at < end; at++)
        {
            var word = tokens[at].Word;
            if (cues.Is(set, word))
            {
                return at + 1;
            }

            if (!cues.Is(Cues.Small, word))
            {
                return 0;
            }
        }

        return 0;
    }

    private int SkipSmall(int at)
    {
        while (at < end && cues.Is(Cues.Small, tokens[at].Word))
        {
            at++;
        }

        return at;
    }
}
