using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Accounts;

/// <summary>A person's part in their company's purchase.</summary>
[JsonConverter(typeof(SnakeCaseEnum<BuyingRole>))]
public enum BuyingRole
{
    /// <summary>Decides, alone or with others.</summary>
    Decider,

    /// <summary>Pushes for it from inside.</summary>
    Champion,

    /// <summary>Advises those who decide.</summary>
    Influencer,

    /// <summary>Would work with it, and has no part in the decision.</summary>
    User,

    /// <summary>Has a say, and sees no need.</summary>
    Blocker,
}

/// <summary>A role and what it rests on: without that answer or signal the person would not have it.</summary>
public sealed record RoleFinding(BuyingRole Role, Citation Citation);
