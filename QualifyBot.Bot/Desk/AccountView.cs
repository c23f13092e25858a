using System.Collections.Immutable;
using QualifyBot.Bot.Accounts;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Accounts;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Desk;

/// <summary>What a company's leads amount to together.</summary>
public sealed record AccountView
{
    public required string Domain { get; init; }

    /// <summary>Fit and intent together, 0 to 400.</summary>
    public required int Score { get; init; }

    /// <summary>The best fit of a lead, 0 to 200.</summary>
    public required int Fit { get; init; }

    /// <summary>The leads' intents together, 0 to 200.</summary>
    public required int Intent { get; init; }

    /// <summary>Whether the account is marketing-qualified (MQA).</summary>
    public required bool MarketingQualified { get; init; }

    /// <summary>Why it is; null where it is not.</summary>
    public QualifiedView? Because { get; init; }

    /// <summary>How many leads the company has.</summary>
    public required int LeadCount { get; init; }

    /// <summary>The buying committee: the leads, by id; at most 200 of them.</summary>
    public required ImmutableArray<MemberView> Committee { get; init; }

    /// <summary>The view of an account.</summary>
    public static AccountView Of(StoredAccount stored)
    {
        var account = stored.Account;
        return new AccountView
        {
            Domain = account.Domain,
            Score = account.Score,
            Fit = account.Fit,
            Intent = account.Intent,
            MarketingQualified = account.Qualified is not null,
            Because = account.Qualified is { } qualified ? QualifiedView.Of(qualified) : null,
            LeadCount = stored.LeadCount,
            Committee = [.. account.Committee.Select(member => MemberView.Of(member, stored.Leads[member.LeadId]))],
        };
    }
}

/// <summary>Two leads in different roles with interest at one time.</summary>
public sealed record QualifiedView(string First, BuyingRole FirstRole, string Second, BuyingRole SecondRole, DateOnly Since)
{
    /// <summary>The view of a qualification.</summary>
    public static QualifiedView Of(CoordinatedInterest interest) =>
        new(interest.First.LeadId, interest.First.Role!.Role, interest.Second.LeadId, interest.Second.Role!.Role, interest.Since);
}

/// <summary>A lead in its company's buying committee.</summary>
public sealed record MemberView
{
    public required string Lead { get; init; }

    public BuyingRole? Role { get; init; }

    /// <summary>The words that the role rests on, where the visitor wrote them.</summary>
    public EvidenceView? Evidence { get; init; }

    /// <summary>The signal that the role rests on, where one tells or settles it.</summary>
    public Signal? Signal { get; init; }

    public required LeadStage Stage { get; init; }

    public required string Grade { get; init; }

    public required int Fit { get; init; }

    public required int Intent { get; init; }

    /// <summary>Whether its intent is graded 1 or 2, and it is not disqualified.</summary>
    public required bool Interested { get; init; }

    /// <summary>The day of its newest answer or signal.</summary>
    public DateOnly? LastInterest { get; init; }

    /// <summary>The view of a member.</summary>
    public static MemberView Of(CommitteeMember member, LeadRecord lead) => new()
    {
        Lead = member.LeadId,
        Role = member.Role?.Role,
        Evidence = member.Role?.Citation is Citation.Words words ? EvidenceView.Of(words.Slot, words.Evidence) : null,
        Signal = member.Role?.Citation switch { Citation.Told told => told.By, Citation.Words said => said.By, _ => null },
        Stage = LeadProgress.StageOf(lead),
        Grade = member.Grade.ToString(),
        Fit = member.Fit,
        Intent = member.Intent,
        Interested = member.IsInterested,
        LastInterest = member.LastInterest,
    };
}

/// <summary>A page of accounts, by domain.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Next">The value of "after" for the next page; null where there is none.</param>
public sealed record AccountPage(ImmutableArray<AccountView> Accounts, string? Next);
