using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>How much of something the talks reached.</summary>
/// <param name="Name">What it is ("questions").</param>
/// <param name="Playbook">Of which playbook; null = of all.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Missed">Those that no talk reached.</param>
internal sealed record Covered(string Name, string? Playbook, int Total, ImmutableArray<string> Missed)
{
    /// <summary>How many were reached.</summary>
    public int Reached => Total - Missed.Length;
}

/// <summary>What the talks reached of the playbooks, the texts and what visitors do besides answering.</summary>
internal static class Coverage
{
    private const string SlotLabel = "slot.";
    private const string Faq = "faq.";

    // Patterns of figures and lists of words, which shape sentences and reading but are none.
    private static readonly string[] Unsaid = ["format", "words"];

    /// <summary>All kinds, by playbook where they belong to one.</summary>
    /// <param name="catalog">The playbooks and texts.</param>
    /// <param name="only">Id of the one playbook that is asked about; null = all.</param>
    /// <param name="results">The talks.</param>
    public static ImmutableArray<Covered> Of(PlaybookCatalog catalog, string? only, ImmutableArray<TalkResult> results)
    {
        var played = results.ToLookup(static result => result.Playbook, static result => result.Turns, StringComparer.Ordinal);
        var covered = ImmutableArray.CreateBuilder<Covered>();
        foreach (var playbook in catalog.Playbooks.Values.Where(playbook => only is null || playbook.Id == only).OrderBy(static playbook => playbook.Id, StringComparer.Ordinal))
        {
            TurnSeen[] seen = [.. played[playbook.Id].SelectMany(static turns => turns).Select(static turn => turn.Seen)];
            var leads = seen.Select(static turn => turn.Lead).OfType<Outcomes.Leads.LeadRecord>().ToArray();
            covered.Add(Of("questions", playbook.Id, playbook.Questions.Select(static question => question.Id), seen.Select(static turn => turn.Question)));
            covered.Add(Of("routes", playbook.Id, [.. playbook.Disqualifiers.Select(static one => one.Id), .. playbook.Routes.Select(static route => route.Id)], leads.Select(static lead => lead.Decision?.Reason)));
            covered.Add(Of("score rules", playbook.Id, playbook.Rules.Select(static rule => rule.Id), leads.SelectMany(static lead => lead.Score?.Receipts ?? []).Where(static receipt => receipt.Points != 0).Select(static receipt => receipt.Rule)));
        }

        TurnSeen[] all = [.. results.SelectMany(static result => result.Turns).Select(static turn => turn.Seen)];
        HashSet<string> said = [.. all.SelectMany(static turn => turn.Said)];
        covered.Add(Of("replies", null, Sayable(catalog, only), said));
        covered.Add(Of("interruptions", null, Spelling<Act>.Names, all.SelectMany(static turn => turn.Acts).Concat(ActsAnswered(catalog, said)).Distinct().Select(Spelling<Act>.Of)));
        return covered.ToImmutable();
    }

    private static Covered Of(string name, string? playbook, IEnumerable<string> there, IEnumerable<string?> reached)
    {
        string[] all = [.. there.Distinct(StringComparer.Ordinal)];
        return new Covered(name, playbook, all.Length, [.. all.Except(reached.OfType<string>(), StringComparer.Ordinal)]);
    }

    /// <summary>Ids of all texts that a talk can say: those that belong to one playbook only where that one is asked about.</summary>
    private static IEnumerable<string> Sayable(PlaybookCatalog catalog, string? only) =>
        from id in catalog.Texts.Values.SelectMany(static texts => texts.Ids).Concat(Answers(catalog)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let owner = id[..id.IndexOf('.', StringComparison.Ordinal)]
        where only is null ? !Unsaid.Contains(owner, StringComparer.Ordinal) && !IsOfPreset(id, owner, catalog) && IsOfASlot(id, catalog) : owner == only
        select id;

    private static IEnumerable<string> Answers(PlaybookCatalog catalog) =>
        catalog.Faqs.Values.SelectMany(static faq => faq.Entries).Where(static entry => entry.TextId is null).Select(static entry => Faq + entry.Id);

    // A question back may be known by its words alone.
    private static IEnumerable<Act> ActsAnswered(PlaybookCatalog catalog, HashSet<string> said) =>
        catalog.Faqs.Values.SelectMany(static faq => faq.Entries).Where(entry => said.Contains(entry.TextId ?? Faq + entry.Id)).Select(static entry => entry.Act).OfType<Act>();

    // A label can only be said where a playbook has the slot.
    private static bool IsOfASlot(string id, PlaybookCatalog catalog) =>
        !id.StartsWith(SlotLabel, StringComparison.Ordinal) || catalog.Playbooks.Values.Any(playbook => playbook.Slots.Any(slot => slot.Id == id[SlotLabel.Length..]));

    // Questions and buttons of playbooks that are not in use, such as the presets one may start from.
    private static bool IsOfPreset(string id, string owner, PlaybookCatalog catalog) =>
        !catalog.Playbooks.ContainsKey(owner) && owner != "spin" && (id.EndsWith(".ask", StringComparison.Ordinal) || id.EndsWith(".why", StringComparison.Ordinal));
}
