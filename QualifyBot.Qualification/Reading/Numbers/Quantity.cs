namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>A number read from terms; End is the term behind it, 0 where there is no number.</summary>
internal struct Quantity
{
    public decimal Value;

    /// <summary>The value if the separator groups thousands although the language says it marks decimals ("250.000" in English), else 0.</summary>
    public decimal Grouped;

    /// <summary>The term behind the number.</summary>
    public int End;

    /// <summary>Written in digits alone.</summary>
    public bool Digits;

    /// <summary>Written as 1/2: it may be a date too.</summary>
    public bool Fraction;

    /// <summary>A place in an order ("third", "3rd").</summary>
    public bool Ordinal;

    /// <summary>Has a decimal or thousands separator.</summary>
    public bool Separated;

    /// <summary>Has a multiplier (k, million).</summary>
    public bool Multiplied;

    /// <summary>"a", "one", "a few", "a couple": a number only in good company.</summary>
    public bool Weak;

    /// <summary>Part of an identifier, version, address: never a number by itself.</summary>
    public bool Broken;

    /// <summary>The end of the number without its multiplier, for shared multipliers ("10-15M").</summary>
    public decimal Multiplier;

    public readonly bool Exists => End > 0;

    public readonly bool IsWhole => Value == decimal.Truncate(Value);
}
