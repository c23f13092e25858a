using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Plays talks; each stops at the first turn that goes wrong, for what follows would only follow from it.</summary>
internal sealed class TalkRunner(TestHouse house)
{
    private const string Default = "bant";

    /// <summary>The playbooks under which a talk is played: those it names, or the one that the command line names.</summary>
    public static IEnumerable<string> PlaybooksOf(TalkFile talk, PlaybookCatalog catalog) =>
        talk.Playbooks.IsEmpty ? [Default]
        : talk.Playbooks.Contains(TalkFileParser.EveryPlaybook, StringComparer.Ordinal) ? catalog.Playbooks.Keys.Order(StringComparer.Ordinal)
        : talk.Playbooks;

    /// <summary>Plays a talk under a playbook.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="playbook">Id of the playbook, or a file beside the talk.</param>
    /// <param name="toTheEnd">Whether it goes on behind a turn that goes wrong.</param>
    public async Task<TalkResult> PlayAsync(TalkFile talk, string playbook, bool toTheEnd = false)
    {
        var began = Stopwatch.GetTimestamp();
        var (catalog, id, fault) = CatalogFor(talk, playbook);
        if (fault is not null)
        {
            return new TalkResult(talk.File, playbook, [], TimeSpan.Zero) { Fault = fault };
        }

        var turns = ImmutableArray.CreateBuilder<PlayedTurn>();
        await using var player = new TalkPlayer(house, catalog, talk, id);
        foreach (var turn in talk.Turns)
        {
            var seen = await player.PlayAsync(turn);
            turns.Add(new PlayedTurn(turn, seen, seen.Problem is null ? [.. Checks.Of(turn, seen)] : []));
            if (!turns[^1].IsRight && !toTheEnd)
            {
                break;
            }
        }

        return new TalkResult(talk.File, id, turns.DrainToImmutable(), Stopwatch.GetElapsedTime(began));
    }

    /// <summary>The playbooks and texts for a talk, and the id of its playbook; or why there are none.</summary>
    private (PlaybookCatalog Catalog, string Id, string? Fault) CatalogFor(TalkFile talk, string playbook)
    {
        var catalog = house.Catalog;
        if (playbook.EndsWith(".yaml", StringComparison.Ordinal))
        {
            var file = Path.Combine(Path.GetDirectoryName(talk.File)!, playbook);
            var faults = new List<PlaybookFault>();
            return DialogFiles.ReadFile(file, faults) is { } text ? With(catalog, file, text) : (catalog, playbook, faults[0].ToString());
        }

        if (!catalog.Playbooks.TryGetValue(playbook, out var known))
        {
            return (catalog, playbook, $"{talk.File}:1:1: There is no playbook '{playbook}'. {Nearest.Remedy(playbook, [.. catalog.Playbooks.Keys.Order(StringComparer.Ordinal)])}");
        }

        return talk.Style is { } style ? With(catalog, $"{playbook} in style {style}", $"{catalog.Sources[known.Hash]}\nstyle: {style}\n") : (catalog, playbook, null);
    }

    private static (PlaybookCatalog Catalog, string Id, string? Fault) With(PlaybookCatalog catalog, string file, string text)
    {
        var loaded = PlaybookLoader.Parse(file, text);
        return loaded.Playbook is { } playbook ? (catalog.With(playbook, text), playbook.Id, null) : (catalog, "", loaded.Faults[0].ToString());
    }
}
