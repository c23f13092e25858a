using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Facts;

namespace QualifyBot.Tests.Reading;

public sealed class RegionsTests
{
    [Theory]
    [InlineData("DACH", "CH", true)]
    [InlineData("EMEA", "NO", true)]
    [InlineData("LATAM", "PT", false)]
    [InlineData("FR", "FR", true)]
    public void A_region_covers_its_countries(string place, string country, bool expected) => Assert.Equal(expected, Regions.WithMembers([place]).Contains(country, StringComparer.Ordinal));

    [Theory]
    [InlineData("EMEA")]
    [InlineData("APAC")]
    [InlineData("AMERICAS")]
    [InlineData("EU")]
    public void Every_member_is_a_place_that_can_be_read(string region) => Assert.Empty(Regions.WithMembers([region]).Except(FactValues.Of(SlotType.Geography), StringComparer.Ordinal));
}
