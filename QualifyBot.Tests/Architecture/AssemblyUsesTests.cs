namespace QualifyBot.Tests.Architecture;

public sealed class AssemblyUsesTests
{
    private static readonly Lazy<IReadOnlyList<TypeUse>> Uses = new(() => AssemblyUses.Of(typeof(AssemblyUsesTests).Assembly));

    [Theory]
    [InlineData("System.Uri")]
    [InlineData("System.Version")]
    [InlineData("System.Text.StringBuilder")]
    [InlineData("System.ObsoleteAttribute")]
    [InlineData("System.IFormattable")]
    [InlineData("System.Half")]
    [InlineData("System.UriBuilder")]
    [InlineData("System.TimeZoneInfo")]
    [InlineData("System.Buffers.ArrayPool`1")]
    [InlineData("System.Int128")]
    [InlineData("System.DivideByZeroException")]
    [InlineData("System.Lazy`1")]
    [InlineData("System.GCMemoryInfo")]
    [InlineData("System.UInt128")]
    public void Each_way_to_mention_a_type_is_seen(string type) =>
        Assert.Contains(Uses.Value, use => use.From.EndsWith(nameof(Sample), StringComparison.Ordinal) && string.Equals(use.To, type, StringComparison.Ordinal));

    [Fact]
    public void A_use_in_code_is_given_with_its_file_and_line() => Assert.Contains(Uses.Value, use =>
        string.Equals(use.To, "System.TimeZoneInfo", StringComparison.Ordinal)
        && use.Place.Contains("Architecture", StringComparison.Ordinal) && use.Place.Contains("Sample.cs(", StringComparison.Ordinal));
}
