using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Accounts;

/// <summary>A lead of a company.</summary>
/// <param name="Id">Its id, unique among the leads.</param>
/// <param name="Known">What is known of it.</param>
/// <param name="Playbook">The rulebook by which it is scored.</param>
/// <param name="Disqualified">Whether there is no fit: then it is listed, and counts for nothing.</param>
public sealed record AccountLead(string Id, Lead Known, Playbook Playbook, bool Disqualified);

/// <summary>A lead's place in its company's buying committee.</summary>
/// <param name="LeadId">Id of the lead.</param>
/// <param name="Role">The role and what it rests on; null where nothing known speaks of one.</param>
/// <param name="Fit">Points of fit.</param>
/// <param name="Intent">Points of intent.</param>
/// <param name="Grade">The lead's own grade.</param>
/// <param name="LastInterest">The day of the newest answer or signal; null where there is none.</param>
/// <param name="Counts">False where the lead is disqualified.</param>
public sealed record CommitteeMember(string LeadId, RoleFinding? Role, int Fit, int Intent, Grade Grade, DateOnly? LastInterest, bool Counts)
{
    /// <summary>Whether the lead counts and its intent is graded 1 or 2.</summary>
    public bool IsInterested { get; init; }

    /// <summary>The same for all leads of one person: the e-mail address, else the lead's id.</summary>
    public required string Person { get; init; }
}

/// <summary>Why an account is marketing-qualified (MQA): leads of two people in different roles, none of them a blocker, with interest at one time.</summary>
/// <param name="First">The one whose interest is older; of one day, the lesser id.</param>
/// <param name="Second">The other.</param>
/// <param name="Since">The day of the second's interest.</param>
public sealed record CoordinatedInterest(CommitteeMember First, CommitteeMember Second, DateOnly Since);

/// <summary>What a company's leads amount to together; the order in which they are given leaves no trace.</summary>
public sealed record Account
{
    /// <summary>The most points of fit, and of intent, that an account has.</summary>
    public const int MostPoints = 200;

    /// <summary>How many days lie at most between two interests that count as coordinated.</summary>
    public const int CoordinatedWithinDays = 30;

    /// <summary>The company's domain.</summary>
    public required string Domain { get; init; }

    /// <summary>The leads, by id.</summary>
    public required ImmutableArray<CommitteeMember> Committee { get; init; }

    /// <summary>The best fit of a lead that counts, 0 to <see cref="MostPoints"/>.</summary>
    public required int Fit { get; init; }

    /// <summary>The intents above 0 of the leads that count, the best of each person, together: 0 to <see cref="MostPoints"/>.</summary>
    public required int Intent { get; init; }

    /// <summary>Why the account is marketing-qualified, or null where it is not.</summary>
    public required CoordinatedInterest? Qualified { get; init; }

    /// <summary>Fit and intent together, 0 to twice <see cref="MostPoints"/>.</summary>
    public int Score => Fit + Intent;

    /// <summary>The account of a company's leads on a day.</summary>
    public static Account Of(string domain, IEnumerable<AccountLead> leads, DateOnly today)
    {
        ImmutableArray<CommitteeMember> committee = [.. leads.Select(lead => MemberOf(lead, today)).OrderBy(member => member.LeadId, StringComparer.Ordinal)];
        var counted = committee.Where(member => member.Counts).ToArray();
        return new Account
        {
            Domain = domain,
            Committee = committee,
            Fit = Math.Clamp(counted.Select(member => member.Fit).DefaultIfEmpty().Max(), 0, MostPoints),
            Intent = (int)Math.Min(counted.GroupBy(member => member.Person, StringComparer.Ordinal).Sum(person => Math.Max(0L, person.Max(member => member.Intent))), MostPoints),
            Qualified = Coordinated(committee),
        };
    }

    private static CommitteeMember MemberOf(AccountLead lead, DateOnly today)
    {
        var score = Scorer.Score(lead.Known, lead.Playbook, today);
        var role = BuyingRoles.Of(lead.Known, lead.Playbook, today);
        return new CommitteeMember(lead.Id, role, score.Fit, score.Intent, score.Grade, LastInterest(lead.Known, today), !lead.Disqualified)
        {
            Person = CompanyDomain.AddressOf(lead.Known, lead.Playbook)?.ToLowerInvariant() ?? lead.Id,
            IsInterested = !lead.Disqualified && score.Temperature == Temperature.Warm,
        };
    }

    private static DateOnly? LastInterest(Lead known, DateOnly today)
    {
        // An answer's day by UTC may be tomorrow's here.
        var answered = known.Answers.Select(answer => DateOnly.FromDateTime(answer.At.UtcDateTime)).Select(day => day < today ? day : today);
        return answered.Concat(known.Signals.Select(signal => signal.On).Where(day => day <= today)).Select(day => (DateOnly?)day).Max();
    }

    // The pair that was complete first.
    private static CoordinatedInterest? Coordinated(ImmutableArray<CommitteeMember> committee)
    {
        var interested = committee
            .Where(member => member is { IsInterested: true, LastInterest: not null, Role: { Role: not BuyingRole.Blocker } })
            .OrderBy(member => member.LastInterest).ThenBy(member => member.LeadId, StringComparer.Ordinal)
            .ToArray();
        for (var second = 1; second < interested.Length; second++)
        {
            var later = interested[second];
            var earlier = Array.Find(interested[..second], member => member.Role!.Role != later.Role!.Role && member.Person != later.Person
                && later.LastInterest!.Value.DayNumber - member.LastInterest!.Value.DayNumber <= CoordinatedWithinDays);
            if (earlier is not null)
            {
                return new CoordinatedInterest(earlier, later, later.LastInterest!.Value);
            }
        }

        return null;
    }
}
