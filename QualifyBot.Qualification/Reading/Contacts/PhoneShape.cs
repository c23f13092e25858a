namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>How a run of digit groups is written: the groups' lengths and the marks between them.</summary>
internal struct PhoneShape
{
    public int Count;
    public int Groups;
    public int Longest;
    public int Shortest;
    public bool Plus;
    public bool Bracket;
    public bool Dotted;
    public bool Slashed;
    public bool Dashed;
    public bool Spaced;
    public string FirstDigits;

    public readonly bool IsDateLike => this is { Groups: 3, Count: 8 or 9 } && FirstDigits.Length is 4 or 3 or 2 && this is { Longest: 4 } && !Bracket;

    /// <summary>One digit at a time: "4-8-6-6-8-2-7".</summary>
    public readonly bool IsSpelled => this is { Longest: 1, Groups: >= 7 } && (Dotted || Dashed);

    /// <summary>1 (516) 733-3989</summary>
    public readonly bool IsNorthAmerican => this is { Groups: 4, Count: 11, Longest: 4, Bracket: true } && FirstDigits is "1";

    /// <summary>92321312.0</summary>
    public readonly bool IsDecimal => this is { Groups: 2, Dotted: true, Dashed: false, Shortest: < 3 };

    public void Add(int digits)
    {
        (Count, Groups, Longest) = (Count + digits, Groups + 1, Math.Max(Longest, digits));
        Shortest = Shortest == 0 ? digits : Math.Min(Shortest, digits);
    }
}
