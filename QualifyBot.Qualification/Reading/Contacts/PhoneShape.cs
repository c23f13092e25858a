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

    public void Add(int digits)
    {
        (Count, Groups, Longest) = (Count + digits, Groups + 1, Math.Max(Longest, digits));
        Shortest = Shortest == 0 ? digits : Math.Min(Shortest, digits);
    }
}
