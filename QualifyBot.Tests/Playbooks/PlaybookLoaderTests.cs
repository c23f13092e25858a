using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class PlaybookLoaderTests
{
    [Fact]
    public void A_playbook_without_faults_is_loaded()
    {
        var loaded = PlaybookLoader.Parse("small.yaml", SmallPlaybook.Yaml);
        Assert.Empty(loaded.Faults);
        Assert.Equal(["need", "budget", "start"], loaded.Playbook!.Questions.Select(question => question.Id), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("id: small\nname: Small", "§id: small\nnmae: Small", "'name' is missing", "Add 'name:'")]
    [InlineData("name: Small", "name: Small\n§nmae: Small", "'nmae' is not known", "Did you mean 'name'?")]
    [InlineData("name: Small", "name: §''", "name is empty", "BANT")]
    [InlineData("name: Small", "name:§", "'name' must be a text, not nothing", "Write a word")]
    [InlineData("name: Small", "name: §[a]", "must be a text, not a list", "Write a word")]
    [InlineData("name: Small", "name: Small\n§name: Other", "'name' stands twice", "Keep one")]
    [InlineData("id: small", "id: §Small Talk", "'Small Talk' is not an id", "lower-case")]
    [InlineData("currency: USD", "currency: §dollars", "'dollars' is not a currency", "ISO 4217")]
    [InlineData("currency: USD", "currency: USD\nfiscal_year_start: §13", "no month 13", "1 to 12")]
    [InlineData("EUR: 1.10", "EUR: §cheap", "rate of EUR must be a number, not 'cheap'", "digits")]
    [InlineData("EUR: 1.10", "§EUR: -1", "rate of EUR is out of range", "more than 0")]
    [InlineData("EUR: 1.10", "§USD: 1.10", "own currency", "Remove")]
    [InlineData("  money: Money", "  money: Money\n  §spare: Spare", "No slot serves the criterion 'spare'", "Add a slot")]
    [InlineData("type: money, criterion: money", "type: §moeny, criterion: money", "'moeny' is not a value of 'type'", "Did you mean 'money'?")]
    [InlineData("type: money, criterion: money", "type: money, criterion: §mony", "no criterion 'mony'", "Did you mean 'money'?")]
    [InlineData("{ type: money, criterion: money }", "§{ type: money }", "'criterion' is missing", "Add 'criterion:'")]
    [InlineData("  title: { type: title, criterion: need }", "  title: { type: title, criterion: need }\n  spare: §{ type: text, criterion: need }", "No question fills the slot 'spare', and no rule reads it", "Add a question")]
    [InlineData("  speed: [slow]", "  speed: §[]", "'speed' has no words", "List words")]
    [InlineData("  - id: need\n    slot: need", "  - id: need\n    slot: §ned", "no slot 'ned'", "Did you mean 'need'?")]
    [InlineData("  - id: need\n    slot: need", "  - §id: need", "'slot' is missing", "Add 'slot:'")]
    [InlineData("  - id: need\n    slot: need\n  - id: budget", "  - id: budget\n    slot: need\n  - id: §budget", "id 'budget' is already taken", "own id")]
    [InlineData("  - id: need\n    slot: need", "  - id: need\n    slot: need\n  - id: again\n    slot: §need", "An earlier question always fills the slot 'need'", "Remove one")]
    [InlineData("  - id: need\n    slot: need", "  - §need", "must be a mapping", "indented alike")]
    [InlineData("when: { slot: need, present: true }", "when: §{ slot: start, within_days: 5 }", "waits for the very slot", "other slots")]
    [InlineData("when: { slot: need, present: true }", "when: { §stage: sql }", "'stage' reads the score", "route")]
    [InlineData("to: 999", "to: §-5", "no range", "0 or more")]
    [InlineData("to: 999", "is: §rich", "'rich' is not a value of 'is'", "Use one of: amount, none")]
    [InlineData("{ id: little, to: 999 }", "§{ id: little }", "no value for the slot 'budget'", "from, to")]
    [InlineData("{ id: little, to: 999 }\n      - { id: more", "{ id: more, to: 999 }\n      - { id: §more", "'more' is already taken", "own id")]
    [InlineData("{ id: soon, from_days: 0, to_days: 31 }", "§{ id: soon, from_days: 0, to_days: 0 }", "no stretch of days", "after its start")]
    [InlineData("{ id: soon, from_days: 0, to_days: 31 }", "§{ id: soon, from_days: 0 }", "both ends", "'to_days'")]
    [InlineData("  money: 20", "  §money: 0", "cap of 'money' is 0", "between 1 and 1000")]
    [InlineData("  money: 20", "  money: 20\n  §spare: 5", "No rule is in the group 'spare'", "remove the cap")]
    [InlineData("group: money, points: 20", "group: §mony, points: 20", "'mony' has no cap", "Did you mean 'money'?")]
    [InlineData("points: 20", "points: §2000", "gives 2000 points", "between -1000 and 1000")]
    [InlineData("points: 20", "points: §0", "gives 0 points", "not 0")]
    [InlineData("points: 20", "points: §many", "whole number, not 'many'", "digits")]
    [InlineData("points: 20", "points: §\"20\"", "whole number", "without quotes")]
    [InlineData("points: 20", "points: §99999999999", "whole number", "digits")]
    [InlineData("axis: fit, group", "axis: §fitt, group", "'fitt' is not a value of 'axis'", "Did you mean 'fit'?")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "slot: §bugdet, at_least: 1000", "no slot 'bugdet'", "Did you mean 'budget'?")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "slot: budget, §within_days: 5", "'within_days' does not fit the slot 'budget' of type money", "at_least, below, is")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "slot: budget, §at_lest: 5", "'at_lest' is not known", "Did you mean 'at_least'?")]
    [InlineData("{ slot: budget, at_least: 1000, below: 5000 }", "§{ slot: budget, at_least: 9, below: 9 }", "at least the one and below the other", "above")]
    [InlineData("{ slot: budget, at_least: 1000, below: 5000 }", "§{ slot: budget }", "says nothing", "at_least")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "§at_least: 1000", "'at_least' needs to know of what", "'slot:'")]
    [InlineData("{ slot: budget, at_least: 1000, below: 5000 }", "§{ slot: budget, answered: false }", "cannot rest on there being no answer", "withheld")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "slot: budget, answered: §maybe", "true or false, not 'maybe'", "without quotes")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "slot: budget, withheld: §false", "can only be true", "'not:'")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "slot: budget, is: §[]", "list of 'is' is empty", "at least one")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "all: §[]", "at least one item", "'- '")]
    [InlineData("slot: budget, at_least: 1000, below: 5000", "slot: budget, at_least: §1_000", "must be a number, not '1_000'", "thousands separators")]
    [InlineData("slot: need, present: false", "slot: need, category: §sped", "no category of need 'sped'", "Did you mean 'speed'?")]
    [InlineData("within_days: 31", "within_days: §-1", "-1 days is out of range", "3650")]
    [InlineData("level_at_least: vp", "level_at_least: §boss", "'boss' is not a value", "Use one of: other, manager")]
    [InlineData("{ a: 20, b: 10 }", "{ a: §10, b: 20 }", "threshold of 'a' is 10, not above that of 'b'", "Put 'a' above 'b'")]
    [InlineData("{ 1: 20, 2: 10 }", "§{ 1: 20 }", "'2' is missing", "Add '2:'")]
    [InlineData("mql: 10, sql: 20", "mql: 20, sql: §20", "threshold of 'sql' is 20, not above that of 'mql'", "Put 'sql' above 'mql'")]
    [InlineData("outcome: nurture", "outcome: §nuture", "'nuture' is not a value of 'outcome'", "Did you mean 'nurture'?")]
    [InlineData("- id: ready\n    outcome: book_demo\n    when: { stage: sql, slot: budget, at_least: 1000 }\n  - id: rest\n    outcome: nurture", "- §id: ready\n    outcome: book_demo\n    when: { stage: sql, slot: budget, at_least: 1000 }", "The last route has a condition", "without 'when'")]
    [InlineData("- id: ready\n    outcome: book_demo\n    when: { stage: sql, slot: budget, at_least: 1000 }\n  - id: rest\n    outcome: nurture", "- §id: ready\n    outcome: book_demo\n  - id: rest\n    outcome: nurture", "takes every lead", "Give it a 'when'")]
    [InlineData("id: rest", "id: §no_need", "'no_need' is already taken", "own id")]
    [InlineData("stage: sql", "stage: §sqql", "'sqql' is not a value of 'stage'", "Did you mean 'sql'?")]
    [InlineData("criteria:\n  need: Need\n  money: Money", "criteria: [\n  need: Need\n  money§: Money", "This is not YAML", "brackets")]
    [InlineData("name: Small", "name: §&anchor Small", "anchors (&), aliases (*) and tags (!) are not allowed", "")]
    [InlineData("name: Small", "name: §*anchor", "not allowed", "")]
    [InlineData("name: Small", "name: §!!str Small", "not allowed", "")]
    [InlineData("name: Small", "? §[a]\n: Small", "A key must be a word, not a list", "key: value")]
    public void A_fault_is_told_with_its_place_and_remedy(string right, string wrong, string problem, string remedy)
    {
        // The sign § marks the place of the fault.
        Assert.Contains(right, SmallPlaybook.Yaml, StringComparison.Ordinal);
        var marked = SmallPlaybook.Yaml.Replace(right, wrong, StringComparison.Ordinal);
        var before = marked[..marked.IndexOf('§', StringComparison.Ordinal)].Split('\n');
        var loaded = PlaybookLoader.Parse("small.yaml", marked.Replace("§", "", StringComparison.Ordinal));
        Assert.Null(loaded.Playbook);
        Assert.True(
            loaded.Faults.Any(fault => (fault.Line, fault.Column) == (before.Length, before[^1].Length + 1)
                && fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Remedy.Contains(remedy, StringComparison.Ordinal)),
            string.Join('\n', loaded.Faults));
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once_and_none_that_follows_from_another()
    {
        var wrong = SmallPlaybook.Yaml.Replace("name: Small", "nmae: Small", StringComparison.Ordinal)
            .Replace("type: money", "type: moeny", StringComparison.Ordinal)
            .Replace("within_days: 31", "within_days: soon", StringComparison.Ordinal)
            .Replace("outcome: nurture", "outcome: nuture", StringComparison.Ordinal);
        var faults = PlaybookLoader.Parse("small.yaml", wrong).Faults;
        Assert.Equal([1, 2, 11, 37, 49], faults.Select(fault => fault.Line));
        Assert.Equal("small.yaml:11:19: 'moeny' is not a value of 'type'. Did you mean 'money'?", faults[2].ToString());
    }

    [Fact]
    public void The_hash_is_of_the_content_not_of_its_layout()
    {
        var hash = PlaybookLoader.Parse("small.yaml", SmallPlaybook.Yaml).Playbook!.Hash;
        var relaid = "# A comment\n" + SmallPlaybook.Yaml.Replace("rates: { EUR: 1.10 }", "rates:\n    \"EUR\":   1.1000", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(hash, PlaybookLoader.Parse("other.yaml", relaid).Playbook!.Hash);
        Assert.DoesNotContain(hash, new[] { ("points: 20", "points: 19"), ("below: 5000", "below: 5001"), ("[slow]", "[slower]"), ("to: 999", "to: 998") }
            .Select(edit => PlaybookLoader.Parse("small.yaml", SmallPlaybook.Yaml.Replace(edit.Item1, edit.Item2, StringComparison.Ordinal)).Playbook!.Hash), StringComparer.Ordinal);
    }
}
