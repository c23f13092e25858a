using QualifyBot.Qualification.Reading.Numbers;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>One amount as it stands; End is the term behind it, 0 where there is none. The number is kept for shared multipliers.</summary>
internal struct Amount
{
    public int End;
    public decimal Min;
    public decimal Max;

    /// <summary>ISO code, or null.</summary>
    public string? Currency;

    /// <summary>A currency was written.</summary>
    public bool Marked;

    /// <summary>Said in cents or pence alone, of a currency that was not said.</summary>
    public bool Minor;

    public Quantity Number;

    public readonly bool Exists => End > 0;
}
