using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>What a message says about deciding.</summary>
[Flags]
internal enum Said
{
    Nothing = 0,

    /// <summary>"I decide".</summary>
    SpeakerDecides = 1,

    /// <summary>"I choose": less than deciding.</summary>
    SpeakerChooses = 1 << 1,

    /// <summary>"It's not my call".</summary>
    SpeakerNot = 1 << 2,

    /// <summary>"My boss decides".</summary>
    OthersDecide = 1 << 3,

    /// <summary>"Someone above me".</summary>
    SomeoneElse = 1 << 4,

    /// <summary>"Together", "we decide".</summary>
    Together = 1 << 5,

    /// <summary>"I decide with my boss".</summary>
    TogetherWithOthers = 1 << 6,

    /// <summary>"My boss and I".</summary>
    Both = 1 << 7,

    /// <summary>"One of the decision makers".</summary>
    Member = 1 << 8,

    /// <summary>"The board has to approve".</summary>
    Approval = 1 << 9,

    /// <summary>"I don't need approval".</summary>
    Free = 1 << 10,

    /// <summary>"I only compare offers".</summary>
    Advises = 1 << 11,

    /// <summary>"I have no say".</summary>
    NoSay = 1 << 12,

    /// <summary>"Beyond that".</summary>
    Beyond = 1 << 13,

    /// <summary>"It varies".</summary>
    Unclear = 1 << 14,

    /// <summary>"The contract goes to legal": others see it, and whether they decide is not said.</summary>
    Passes = 1 << 15,
}

/// <summary>The speaker's part in a decision, from all that was said about it: whoever needs a signature does not decide alone.</summary>
internal static class DecisionPart
{
    /// <summary>The part, or null where nothing settles it.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="named">Whether anybody else is named.</param>
    /// <param name="self">Whether the speaker is named.</param>
    public static AuthorityClass? Of(Said said, bool named, bool self)
    {
        bool Is(Said any) => (said & any) != Said.Nothing;
        return true switch
        {
            _ when Is(Said.NoSay) && !Is(Said.SpeakerDecides | Said.Approval | Said.Together) => AuthorityClass.None,
            _ when Is(Said.Approval) && Is(Said.OthersDecide) && Is(Said.SpeakerNot | Said.Advises) && !(Is(Said.SpeakerDecides) && !Is(Said.SpeakerNot)) => AuthorityClass.Influencer,
            _ when Is(Said.Approval) => AuthorityClass.NeedsApproval,
            _ when Is(Said.Together | Said.TogetherWithOthers) && (self || !Is(Said.OthersDecide)) => AuthorityClass.Joint,
            _ when Is(Said.Member) && !Is(Said.SpeakerNot) => AuthorityClass.Joint,
            _ when Is(Said.OthersDecide) => Is(Said.SpeakerDecides) && !Is(Said.SpeakerNot) ? AuthorityClass.NeedsApproval : AuthorityClass.Influencer,
            _ when Is(Said.Beyond) && Is(Said.SpeakerDecides) && named => AuthorityClass.NeedsApproval,
            _ when Is(Said.SpeakerNot | Said.SomeoneElse) => AuthorityClass.Influencer,
            _ when Is(Said.SpeakerDecides | Said.Free) => AuthorityClass.Sole,
            _ when Is(Said.Advises) => AuthorityClass.Influencer,
            _ when Is(Said.SpeakerChooses) => AuthorityClass.Sole,
            _ when Is(Said.Both) => AuthorityClass.Joint,
            _ when Is(Said.Unclear) => AuthorityClass.Unclear,
            _ => null,
        };
    }
}
