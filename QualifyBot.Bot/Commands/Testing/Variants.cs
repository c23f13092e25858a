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
        var pack = new VariantsFile(file, facts, [.. variants]) { Now = now ?? TalkFile.Beginning };
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
    /// <summary>One result for each variant; none where the playbook has no slot for a fact.</summary>
    public async Task<IReadOnlyList<TalkResult>> PlayAsync(VariantsFile pack, string playbookId)
    {
        var playbook = house.Catalog.Playbooks[playbookId];
        var facts = FactsFor(pack, playbook);
        var results = new List<TalkResult>();
        string? points = null;
        foreach (var (index, variant) in facts.Length < pack.Facts.Length ? [] : pack.Variants.Index())
        {
            var played = await runner.PlayAsync(TalkOf(pack, variant, facts, points), playbookId);
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

    private static TalkFile TalkOf(VariantsFile pack, Variant variant, ImmutableArray<Expectation> facts, string? points)
    {
        ImmutableArray<Expectation> expected = points is null ? facts : [.. facts, new Expectation("score", "total", points, variant.Line, variant.Column)];
        var turns = variant.Says.Select(says => new TalkTurn(new TurnDeed.Says(says), variant.Line, variant.Column)).ToArray();
        turns[^1] = turns[^1] with { Expected = expected };
        return new TalkFile { File = pack.File, Now = pack.Now, Turns = [new TalkTurn(new TurnDeed.Joins(), variant.Line, variant.Column), .. turns] };
    }
}
