namespace QualifyBot.Tests.Architecture;

/// <summary>Fails a test with all that was found, one finding a line.</summary>
public static class Findings
{
    public static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n{string.Join('\n', all)}");
    }
}
