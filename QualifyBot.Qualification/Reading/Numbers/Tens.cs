namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Powers of ten.</summary>
internal static class Tens
{
    /// <summary>Ten to a power, 0 to 28.</summary>
    public static decimal Power(int power)
    {
        var value = 1m;
        for (var i = 0; i < power; i++)
        {
            value *= 10;
        }

        return value;
    }
}
