using QualifyBot.Bot.Outcomes.Leads;

namespace QualifyBot.Bot.Dialogs;

/// <summary>When a talk that leads nowhere is better handed to a person: after so many messages that said nothing the questions need, whatever stood between them.</summary>
internal static class Patience
{
    /// <summary>From here on nothing is asked twice.</summary>
    public const int AlmostOver = 4;

    private const int Over = 5;
    private const string Reason = "not_understood";

    /// <summary>Whether the message was one too many and nothing is decided yet.</summary>
    public static bool IsOver(Talk talk) =>
        talk.Conversation.Missed >= Over && talk.Filling is null or { IsEmpty: true } && talk.Lead is { Decision: null, HandOff: null };

    /// <summary>Who takes one of the answers shown goes along: what was missed on the way to it is not held against them.</summary>
    public static void Restore(Talk talk)
    {
        if (talk.Conversation is { Missed: > 0, Open.Misses: var misses } conversation)
        {
            talk.Conversation = conversation with { Missed = Math.Max(0, conversation.Missed - misses) };
        }
    }

    /// <summary>Says so, and notes that a human takes over.</summary>
    public static void End(Talk talk)
    {
        talk.Say("patience.over");
        talk.Lead = talk.Lead with { HandOff = new HandOffRecord(Reason, talk.Now) };
    }
}
