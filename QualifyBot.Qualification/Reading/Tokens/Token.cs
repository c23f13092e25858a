namespace QualifyBot.Qualification.Reading.Tokens;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with apostrophes between them.</summary>
    Word,

    /// <summary>A run of decimal digits.</summary>
    Digits,

    /// <summary>One sign: punctuation, currency, arithmetic.</summary>
    Sign,
}

/// <summary>A piece of the message; offsets count UTF-16 units of the original text.</summary>
internal struct Token
{
    /// <summary>First unit in the message.</summary>
    public int Start;

    /// <summary>Units in the message.</summary>
    public int Length;

    /// <summary>What it is made of.</summary>
    public TokenKind Kind;

    /// <summary>No white space stands before it (and it is not the first).</summary>
    public bool Glued;

    /// <summary>Begins with a capital.</summary>
    public bool Capital;

    /// <summary>Two or more letters, all capitals.</summary>
    public bool Shouted;

    /// <summary>A line break stands before it.</summary>
    public bool NewLine;

    /// <summary>Id in the language's vocabulary, or -1.</summary>
    public int Word;

    /// <summary>First unit in the folded text.</summary>
    public int Fold;

    /// <summary>Units in the folded text.</summary>
    public int FoldLength;

    /// <summary>First unit behind the token.</summary>
    public readonly int End => Start + Length;
}
