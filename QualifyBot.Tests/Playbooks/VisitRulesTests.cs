using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class VisitRulesTests
{
    [Theory]
    [InlineData("/pricing*", "/pricing", true)]
    [InlineData("/pricing*", "/pricing/teams", true)]
    [InlineData("/pricing*", "/Pricing", false)]
    [InlineData("/pricing", "/pricing/", false)]
    [InlineData("*/jobs/*", "/en/jobs/7", true)]
    [InlineData("*a*b*c", "aXbYbZc", true)]
    [InlineData("*a*b*c", "aXcYb", false)]
    [InlineData("*", "", true)]
    [InlineData("", "x", false)]
    [InlineData("/a.b", "/axb", false)]
    public void A_star_stands_for_any_letters_and_nothing_else_has_a_meaning(string pattern, string text, bool matches) => Assert.Equal(matches, WildPattern.Matches(pattern, text));

    [Theory]
    [InlineData("pages: /pricing*", true)]
    [InlineData("pages: [/x, /blog*]", true)]
    [InlineData("pages: /jobs", false)]
    [InlineData("seconds: 100", true)]
    [InlineData("seconds: 101", false)]
    [InlineData("pages: /blog*, seconds: 60", true)]
    [InlineData("pages: /pricing*, seconds: 60", false)]
    [InlineData("pages_seen: 3", true)]
    [InlineData("pages_seen: 4", false)]
    [InlineData("pages: /blog*, pages_seen: 2", true)]
    [InlineData("pages: /pricing*, pages_seen: 2", false)]
    [InlineData("returns: true", false)]
    [InlineData("referrers: '*.google.com'", true)]
    [InlineData("referrers: google.com", false)]
    [InlineData("utm_source: news*", true)]
    [InlineData("utm_source: news*, utm_medium: cpc", false)]
    [InlineData("utm_campaign: spring", false)]
    public void A_rule_makes_its_signal_where_all_that_it_names_holds(string condition, bool holds)
    {
        var (rules, faults) = Parse($"signals: [ {{ signal: pricing_page, {condition} }} ]");
        Assert.Empty(faults);
        var utm = new Dictionary<string, string>(StringComparer.Ordinal) { ["source"] = "newsletter", ["medium"] = "email" };
        var visit = new VisitFacts([("/pricing", 40), ("/blog/1", 50), ("/blog/2", 10)], "www.google.com", utm, Returned: false);
        Assert.Equal(holds ? ["pricing_page"] : [], rules!.SignalsOf(visit));
    }

    [Theory]
    [InlineData("signals: [{ pages: / }]", "1:11: The key 'signal' is missing.")]
    [InlineData("signals: [{ signal: pricing_page }]", "The rule does not say which visit makes the signal.")]
    [InlineData("signals: [{ signal: pricing_pages, pages: / }]", "No playbook reads signals of the kind 'pricing_pages'. Did you mean 'pricing_page'?")]
    [InlineData("signals: [{ signal: usage_threshold, pages: / }]", "'usage_threshold' makes a lead product-qualified, and anybody could claim it from a browser. Let your own server send it")]
    [InlineData("events: [{ name: used, signal: activation_step }]", "'activation_step' makes a lead product-qualified")]
    [InlineData("signals: [{ signal: pricing_page, pages: pricing }]", "'pricing' is no path of a page.")]
    [InlineData("signals: [{ signal: pricing_page, seconds: 0 }]", "'seconds' is 0. Write a number from 1 to 3600.")]
    [InlineData("signals: [{ signal: pricing_page, pages_seen: 21 }]", "'pages_seen' is 21. Write a number from 1 to 20.")]
    [InlineData("signals: [{ signal: pricing_page, returns: false }]", "'returns' can only be true.")]
    [InlineData("signals: [{ signal: pricing_page, utm_sauce: x }]", "The key 'utm_sauce' is not known here. Did you mean 'utm_source'?")]
    [InlineData("signals: []", "'signals' must be a list of at least one item")]
    [InlineData("events: [{ signal: webinar }]", "The key 'name' is missing.")]
    [InlineData("events: [{ name: 'a b', signal: webinar }]", "'a b' is no name of an event.")]
    [InlineData("events: [{ name: a, signal: webinar }, { name: a, signal: webinar }]", "1:48: There is another event 'a'. Keep one of them.")]
    [InlineData("event: []", "The key 'event' is not known here. Did you mean 'events'?")]
    [InlineData("signals: {", "This is not YAML")]
    public void What_is_wrong_is_told_with_its_place_and_remedy(string text, string fault)
    {
        var (rules, faults) = Parse(text);
        Assert.Null(rules);
        Assert.Contains(faults, found => found.ToString().Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys()
    {
        foreach (var (text, definition) in new[] { ("signals: [ { signal: webinar, zzzzzzzz: 1 } ]", "signal"), ("events: [ { name: a, signal: webinar, zzzzzzzz: 1 } ]", "event") })
        {
            var remedy = Parse(text).Faults.Single(fault => fault.Problem.Contains("zzzzzzzz", StringComparison.Ordinal)).Remedy;
            var keys = SchemaTests.Schema("visits.schema.json")["$defs"]![definition]!["properties"]!.AsObject().Select(property => property.Key);
            Assert.Equal(keys.Order(StringComparer.Ordinal), remedy["Use one of: ".Length..^1].Split(", ").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }
    }

    private static (VisitRules? Rules, IReadOnlyList<PlaybookFault> Faults) Parse(string text)
    {
        var (rules, faults) = VisitRules.Parse("visits.yaml", text, Shipped.Catalog.Playbooks.Values);
        return (rules, [.. faults]);
    }
}
