using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class OpeningRulesTests
{
    [Fact]
    public void As_it_comes_the_chat_never_opens_by_itself() => Assert.Empty(OpeningRules.Load(Shipped.Folder).Rules);

    [Fact]
    public void Switched_on_the_shipped_rules_hold()
    {
        var text = File.ReadAllText(Path.Combine(Shipped.Folder, OpeningRules.FileName)).Replace("opens_by_itself: false", "opens_by_itself: true", StringComparison.Ordinal);
        var (rules, faults) = OpeningRules.Parse("opening.yaml", text);
        Assert.Empty(faults);
        Assert.Equal([(30, null, false), (null, null, true), (60, 70, false)], rules!.Rules.Select(rule => (rule.Seconds, rule.Scroll, rule.Exit)));
        Assert.Equal(["/pricing*", "/plans*"], rules.Rules[0].Pages.AsEnumerable());
    }

    [Theory]
    [InlineData("rules: [{ seconds: 3 }]", "1:1: The key 'opens_by_itself' is missing.")]
    [InlineData("opens_by_itself: sometimes", "1:18: 'opens_by_itself' must be true or false")]
    [InlineData("opens_by_itself: true", "1:1: The key 'rules' is missing.")]
    [InlineData("opens_by_itself: true\nrules: [{ pages: / }]", "The rule does not say when the chat opens.")]
    [InlineData("opens_by_itself: true\nrules: [{ seconds: 0 }]", "'seconds' is 0. Write a number from 1 to 3600.")]
    [InlineData("opens_by_itself: true\nrules: [{ scroll: 101 }]", "'scroll' is 101. Write a number from 1 to 100.")]
    [InlineData("opens_by_itself: true\nrules: [{ exit: false }]", "'exit' can only be true.")]
    [InlineData("opens_by_itself: true\nrules: [{ pages: pricing, exit: true }]", "'pricing' is no path of a page.")]
    [InlineData("opens_by_itself: true\nrules: [{ second: 3 }]", "The key 'second' is not known here. Did you mean 'seconds'?")]
    [InlineData("opens_by_itself: {", "This is not YAML")]
    [InlineData("", "The file is empty.")]
    public void What_is_wrong_is_told_with_its_place_and_remedy(string text, string fault)
    {
        var (rules, faults) = OpeningRules.Parse("opening.yaml", text);
        Assert.Null(rules);
        Assert.Contains(faults, found => found.ToString().Contains(fault, StringComparison.Ordinal));
    }
}
