using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>The same facts, told in several ways: each way must fill the same slots with the same values, and score the same.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Facts">What must be known in the end: a type of slot and the form of its value.</param>
/// <param name="Variants">The ways: what the visitor says, message by message.</param>
internal sealed record VariantsFile(string File, ImmutableArray<Expectation> Facts, ImmutableArray<Variant> Variants)
{
    /// <summary>The type of slot whose question is open when they are told: the visitor skips until there; null = they are the first words.</summary>
    public SlotType? Asked { get; init; }

    /// <summary>When they are told.</summary>
    public DateTimeOffset Now { get; init; } = TalkFile.Beginning;
}

/// <summary>One way of telling facts.</summary>
internal sealed record Variant(ImmutableArray<string> Says, int Line, int Column);

/// <summary>Reads a file of variants.</summary>
internal static class VariantsParser
{
    /// <summary>The pack, or null where there are faults.</summary>
    public static VariantsFile? Parse(MapReader root, string file)
    {
        var now = TalkFileParser.TimeOf(root, "now");
        var facts = root.Entries("facts", (name, value, _) => FactOf(root, name, value), required: true);
        var variants = root.Value("variants") is YamlValue.List list ? list.Items.Select(item => VariantOf(root, item)).OfType<Variant>() : [];
        var pack = new VariantsFile(file, facts, [.. variants]) { Asked = root.Enum<SlotType>("asked"), Now = now ?? TalkFile.Beginning };
        root.Finish();
        if (pack.Variants.Length < 2)
        {
            root.Faults.Add("variants", "There are fewer than two variants to compare.", "Write a list: each item is a message, or a list of messages.");
        }

        return root.Faults.IsEmpty ? pack : null;
    }

    private static Expectation? FactOf(MapReader root, string name, YamlValue value)
    {
        _ = ScalarReader.Enum<SlotType>(new YamlValue.Scalar(name, IsPlain: true, value.Line, value.Column), "a type of slot", root.Faults);
        return ScalarReader.Text(value, $"'{name}'", root.Faults) is { } wanted ? new Expectation("facts", name, wanted, value.Line, value.Column) : null;
    }

    private static Variant? VariantOf(MapReader root, YamlValue item)
    {
        var messages = item is YamlValue.List list ? list.Items : [item];
        var says = messages.Select(message => ScalarReader.Text(message, "A message", root.Faults)).OfType<string>();
        ImmutableArray<string> said = [.. says];
        if (said.IsEmpty)
        {
            root.Faults.Add(item, "The visitor says nothing here.", "Write a message, or a list of messages.");
        }

        return said.IsEmpty ? null : new Variant(said, item.Line, item.Column);
    }
}

/// <summary>Plays variants under a playbook and compares them.</summary>
internal sealed class VariantsRunner(TalkRunner runner, TestHouse house)
{
    private const string Skip = "skip";

    /// <summary>One result for each variant; none where the playbook has no slot for a fact.</summary>
    public async Task<IReadOnlyList<TalkResult>> PlayAsync(VariantsFile pack, string playbookId)
    {
        var playbook = house.Catalog.Playbooks[playbookId];
        var facts = FactsFor(pack, playbook);
        var results = new List<TalkResult>();
        string? points = null;
        var skips = pack.Asked is { } asked && facts.Length == pack.Facts.Length ? await SkipsAsync(pack, playbook, asked) : 0;
        foreach (var (index, variant) in facts.Length < pack.Facts.Length ? [] : pack.Variants.Index())
        {
            var played = await runner.PlayAsync(TalkOf(pack, variant, skips, Expected(facts, variant, points)), playbookId);
            points ??= played.IsRight && played.Turns[^1].Seen.Lead?.Score is { } score ? (score.Fit + score.Intent).ToString(CultureInfo.InvariantCulture) : null;
            results.Add(played with { Variant = string.Create(CultureInfo.InvariantCulture, $"variant {index + 1}") });
        }

        return results;
    }

    private static ImmutableArray<Expectation> FactsFor(VariantsFile pack, Playbook playbook) =>
    [
        .. from fact in pack.Facts
           let slot = playbook.Slots.FirstOrDefault(slot => Spelling<SlotType>.Of(slot.Type) == fact.Name)
           where slot is not null
           select fact with { Key = "slots", Name = slot.Id },
    ];

    private static ImmutableArray<Expectation> Expected(ImmutableArray<Expectation> facts, Variant variant, string? points) =>
        points is null ? facts : [.. facts, new Expectation("score", "total", points, variant.Line, variant.Column)];

    private static TalkFile TalkOf(VariantsFile pack, Variant variant, int skips, ImmutableArray<Expectation> expected)
    {
        var turns = Enumerable.Repeat(Skip, skips).Concat(variant.Says).Select(says => new TalkTurn(new TurnDeed.Says(says), variant.Line, variant.Column)).ToArray();
        turns[^1] = turns[^1] with { Expected = expected };
        return new TalkFile { File = pack.File, Now = pack.Now, Turns = [new TalkTurn(new TurnDeed.Joins(), variant.Line, variant.Column), .. turns] };
    }

    // How many questions the visitor leaves open until the one that is meant comes; none where it never does.
    private async Task<int> SkipsAsync(VariantsFile pack, Playbook playbook, SlotType asked)
    {
        await using var player = new TalkPlayer(house, house.Catalog, new TalkFile { File = pack.File, Now = pack.Now }, playbook.Id);
        var seen = await player.PlayAsync(new TalkTurn(new TurnDeed.Joins(), 1, 1));
        for (var skips = 0; skips < playbook.Questions.Length; skips++)
        {
            if (seen.Question is { } open && playbook.FindQuestion(open)?.Slot.Type == asked)
            {
                return skips;
            }

            seen = await player.PlayAsync(new TalkTurn(new TurnDeed.Says(Skip), 1, 1));
        }

        return 0;
    }
}
