using System.Collections.Concurrent;
using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Talks to play, and under which playbooks.</summary>
/// <param name="house">Settings and playbooks.</param>
/// <param name="only">Id of the one playbook that is asked about; null = all.</param>
internal sealed class Suite(TestHouse house, string? only)
{
    /// <summary>Plays them all, as many at once as there are processors.</summary>
    /// <returns>The results, by file, playbook and variant.</returns>
    public async Task<ImmutableArray<TalkResult>> PlayAsync(IReadOnlyList<TalkFile> talks, IReadOnlyList<VariantsFile> variants)
    {
        var runner = new TalkRunner(house);
        var packs = new VariantsRunner(runner, house);
        Func<Task<IReadOnlyList<TalkResult>>>[] cases =
        [
            .. from talk in talks
               from playbook in TalkRunner.PlaybooksOf(talk, house.Catalog)
               where only is null || playbook == only
               select (Func<Task<IReadOnlyList<TalkResult>>>)(async () => [await runner.PlayAsync(talk, playbook)]),
            .. from pack in variants
               from playbook in house.Catalog.Playbooks.Keys
               where only is null || playbook == only
               select (Func<Task<IReadOnlyList<TalkResult>>>)(() => packs.PlayAsync(pack, playbook)),
        ];
        var results = new ConcurrentBag<TalkResult>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (play, _) =>
        {
            foreach (var result in await play())
            {
                results.Add(result);
            }
        });
        return [.. results.OrderBy(static result => result.File, StringComparer.Ordinal).ThenBy(static result => result.Playbook, StringComparer.Ordinal).ThenBy(static result => result.Variant?.Length).ThenBy(static result => result.Variant, StringComparer.Ordinal)];
    }

    /// <summary>The playbook that the command line names: an id, or a file that is put among the others; null, and it is told why, where there is none.</summary>
    public static string? Choose(TestHouse house, string name, TextWriter errors)
    {
        if (!File.Exists(name))
        {
            var known = house.Catalog.Playbooks.Keys.Order(StringComparer.Ordinal).ToList();
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                errors.WriteLine($"There is no playbook '{name}', nor a file of that name. {Nearest.Remedy(name, known)}");
                return null;
            }

            return name;
        }

        var loaded = PlaybookLoader.Load(name);
        foreach (var fault in loaded.Faults)
        {
            errors.WriteLine(fault);
        }

        if (loaded.Playbook is not { } playbook)
        {
            return null;
        }

        house.Catalog = house.Catalog.With(playbook, File.ReadAllText(name));
        return playbook.Id;
    }
}
