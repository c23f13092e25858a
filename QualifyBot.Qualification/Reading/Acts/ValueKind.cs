namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>What a value tells, and what a question asks for.</summary>
[Flags]
internal enum ValueKind
{
    None = 0,
    Day = 1,
    Clock = 2,
    Count = 4,
    Place = 8,
    Name = 16,
}
