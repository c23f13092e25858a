using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Accounts;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Accounts;

/// <summary>An account with its leads as they are stored.</summary>
/// <param name="Account">What the leads amount to today.</param>
/// <param name="Leads">The leads of the committee, by id.</param>
/// <param name="LeadCount">How many leads the company has; more than the committee where there are very many.</param>
public sealed record StoredAccount(Account Account, IReadOnlyDictionary<string, LeadRecord> Leads, int LeadCount);

/// <summary>
/// Companies and their leads. Nothing of an account is stored but each lead's place in an index of its own partition, which is written in the
/// same commit as the lead: so an account can lose none, hold none twice, and forgets with the lead. What it amounts to is worked out on reading.
/// </summary>
public sealed class StoredAccounts(LeadGroups groups, StoredLeads stored, LeadChanges leads)
{
    private const int LargestCommittee = 200;
    private const int Batch = 200;

    /// <summary>The account of a domain; null where no lead is of it.</summary>
    public async ValueTask<StoredAccount?> FindAsync(string domain, CancellationToken cancellation) =>
        await OpenAsync(domain, await groups.LeadsOfAsync(ConversationKey.AccountsIndex, domain, cancellation), cancellation);

    /// <summary>Accounts by domain, and the domain behind which the next page starts (null where this is the last).</summary>
    /// <param name="after">Only those behind this domain; null = all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public async ValueTask<(IReadOnlyList<StoredAccount> Accounts, string? Next)> PageAsync(string? after, int limit, CancellationToken cancellation)
    {
        var all = await Task.WhenAll(ConversationKey.AllPartitions().Select(partition => BehindAsync(partition, after, limit, cancellation)));
        var domains = all.SelectMany(places => places).GroupBy(place => place.Group, StringComparer.Ordinal).OrderBy(places => places.Key, StringComparer.Ordinal).Take(limit).ToArray();
        var accounts = new List<StoredAccount>();
        foreach (var domain in domains)
        {
            if (await FindAsync(domain.Key, cancellation) is { } account)
            {
                accounts.Add(account);
            }
        }

        return (accounts, domains.Length == limit ? domains[^1].Key : null);
    }

    // Places until there are as many domains as wanted; those of one beginning stand together and are read as a whole.
    private async Task<IReadOnlyList<GroupPlace>> BehindAsync(string partition, string? after, int limit, CancellationToken cancellation)
    {
        var found = new List<GroupPlace>();
        var index = new StoreKey(partition, ConversationKey.AccountsIndex);
        var from = after is null ? 0 : GroupPlace.ScoreOf(after);
        while (true)
        {
            var page = await groups.RangeAsync(index, from, double.MaxValue, Batch, cancellation);
            var last = page.Count < Batch ? double.MaxValue : page[^1].Score;
            var together = last < double.MaxValue ? await groups.RangeAsync(index, last, last, int.MaxValue, cancellation) : [];
            found.AddRange(page.Where(entry => entry.Score < last).Concat(together).Select(entry => entry.Place).Where(place => after is null || string.CompareOrdinal(place.Group, after) > 0));
            if (last == double.MaxValue || found.Select(place => place.Group).Distinct(StringComparer.Ordinal).Count() >= limit)
            {
                return found;
            }

            from = last + 1;
        }
    }

    // A place may outlive its lead, whose time to live is the store's own.
    private async ValueTask<StoredAccount?> OpenAsync(string domain, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var found = await stored.FindAllAsync([.. ids.Take(LargestCommittee)], cancellation);
        var members = found.Select(place => place.Lead).OfType<LeadRecord>().Where(lead => lead.Domain == domain).ToDictionary(lead => lead.Id, StringComparer.Ordinal);
        if (members.Count == 0)
        {
            return null;
        }

        var account = Account.Of(domain, members.Values.Select(LeadOf), leads.Today);
        return new StoredAccount(account, members, ids.Count <= LargestCommittee ? members.Count : ids.Count);
    }

    private AccountLead LeadOf(LeadRecord lead)
    {
        var now = lead.Under(leads.PlaybookOf(lead), leads.Today);
        return new AccountLead(lead.Id, now.Known, leads.PlaybookOf(lead), LeadProgress.StageOf(lead) is LeadStage.Disqualified);
    }
}
