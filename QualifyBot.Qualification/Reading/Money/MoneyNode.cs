using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>An amount read from terms; End is the term behind it, 0 where nothing was read.</summary>
internal struct MoneyNode
{
    public int End;
    public decimal? Min;
    public decimal? Max;

    /// <summary>ISO code, or null.</summary>
    public string? Currency;
    public Period? Period;

    /// <summary>A currency was written.</summary>
    public bool Marked;

    /// <summary>Said in cents or pence alone, of a currency that was not said.</summary>
    public bool Minor;

    /// <summary>A multiplier of the kind used for money was written ("40k").</summary>
    public bool Large;

    public readonly bool Exists => End > 0;
}
