using System.Collections.Frozen;
using System.Collections.Immutable;

namespace QualifyBot.Qualification.Answers;

/// <summary>Which countries and smaller regions lie in a region ("DACH": DE, AT, CH, LI).</summary>
public static class Regions
{
    private const string Nordics = "NORDICS DK SE NO FI IS";
    private const string Baltics = "BALTICS EE LV LT";
    private const string Dach = "DACH DE AT CH LI";
    private const string Benelux = "BENELUX BE NL LU";
    private const string Iberia = "IBERIA ES PT";
    private const string Uki = "UKI GB IE";
    private const string Balkans = "BALKANS HR SI RS BA ME MK AL XK BG RO GR";
    private const string Southern = "SOUTHERN_EUROPE IT GR MT CY AD VA " + Iberia;
    private const string Western = "WESTERN_EUROPE FR MC " + Dach + " " + Benelux + " " + Uki + " " + Iberia;
    private const string Eastern = "EASTERN_EUROPE PL CZ SK HU RO BG UA BY MD " + Baltics;
    private const string Union = "EU AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
    private const string Europe = "EUROPE RU " + Union + " " + Western + " " + Eastern + " " + Southern + " " + Nordics + " " + Balkans;
    private const string Gulf = "GCC AE BH KW OM QA SA";
    private const string MiddleEast = "MIDDLE_EAST IL IQ IR JO LB PS SY TR YE " + Gulf;
    private const string Maghreb = "MAGHREB DZ LY MA MR TN";
    private const string Africa = "AFRICA AO BF BI BJ BW CD CF CG CI CM CV DJ EG ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MU MW MZ NA NE NG RW SC SD SL SN SO SS SZ TD TG TZ UG ZA ZM ZW " + Maghreb;
    private const string SouthEastAsia = "SOUTHEAST_ASIA BN ID KH LA MM MY PH SG TH TL VN";
    private const string SouthAsia = "SOUTH_ASIA AF BD BT IN LK MV NP PK";
    private const string EastAsia = "EAST_ASIA CN HK JP KP KR MN MO TW";
    private const string Asia = "ASIA KG KZ TJ TM UZ " + SouthEastAsia + " " + SouthAsia + " " + EastAsia;
    private const string Anz = "ANZ AU NZ";
    private const string NorthAmerica = "NORTH_AMERICA US CA";
    private const string CentralAmerica = "CENTRAL_AMERICA BZ CR GT HN NI PA SV";
    private const string Caribbean = "CARIBBEAN AG BB BS CU DO GD HT JM PR TT";
    private const string LatinAmerica = "LATAM AR BO BR CL CO EC GY MX PE PY SR UY VE " + CentralAmerica + " " + Caribbean;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Members = FrozenDictionary.ToFrozenDictionary(
        new[]
        {
            Nordics, Baltics, Dach, Benelux, Iberia, Uki, Balkans, Southern, Western, Eastern, Union, Europe, Gulf, MiddleEast, Maghreb, Africa, SouthEastAsia, SouthAsia,
            EastAsia, Asia, Anz, NorthAmerica, CentralAmerica, Caribbean, LatinAmerica, "MENA EG " + MiddleEast + " " + Maghreb, "CIS RU BY KZ KG TJ UZ AM AZ MD",
            "EMEA " + Europe + " " + MiddleEast + " " + Africa, "APAC FJ PG KI " + Asia + " " + Anz, "AMERICAS " + NorthAmerica + " " + LatinAmerica,
        }.Select(static line => line.Split(' ')),
        static words => words[0],
        static words => words.Skip(1).Distinct(StringComparer.Ordinal).ToImmutableArray(),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Places, each region followed by all that lies in it.</summary>
    public static ImmutableArray<string> WithMembers(ImmutableArray<string> places) =>
        [.. places.SelectMany(static place => Members.TryGetValue(place, out var members) ? members.Prepend(place) : [place]).Distinct(StringComparer.OrdinalIgnoreCase)];
}
