using System.Text.Json;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Tells a visitor why it was decided so: by their own words, without points, rules or what other systems know.</summary>
public static class Explanation
{
    /// <summary>Whether there is a result to explain.</summary>
    public static bool IsThere(Talk talk) => talk.Lead is { Decision: not null } or { HandOff: not null };

    /// <summary>Says it; where nothing is decided yet, says that.</summary>
    public static void Say(Talk talk)
    {
        if (talk.Lead.Decision is not { } decision)
        {
            talk.SayInTurn(talk.Lead.HandOff is null ? "why.open" : "why.asked");
            return;
        }

        var (known, day) = (decision.Known ?? talk.Lead.Known, decision.Day ?? talk.Today);
        var reasons = VisitorReasons.Of(Decider.AsItStands(known, talk.Playbook, day), known, talk.Playbook, day);
        var times = talk.Conversation.Explained;
        talk.Conversation = talk.Conversation with { Explained = times + 1 };
        if (times > 0 && !reasons.Said.IsEmpty)
        {
            talk.Reply.Add(talk.Texts.Get("why.again", times, ("words", string.Join("; ", reasons.Said.Select(static reason => reason.Quote)))));
            return;
        }

        talk.Say(TextOf(decision.Outcome));
        if (!reasons.Said.IsEmpty)
        {
            talk.Reply.Add(string.Join(' ', reasons.Said.Select(reason => talk.Texts.Get(TextOf(talk, reason), ("words", reason.Quote)))));
        }

        if (reasons.FromElsewhere)
        {
            talk.Say("why.elsewhere");
        }

        talk.Say("why.correct");
    }

    private static string TextOf(Outcome outcome) => outcome switch
    {
        Outcome.BookDemo => "why.book_demo",
        Outcome.Nurture => "why.nurture",
        Outcome.HandOff => "why.hand_off",
        _ => "why.disqualify",
    };

    private static string TextOf(Talk talk, VisitorReason reason)
    {
        var start = reason.Favours ? "why.plus." : "why.minus.";
        var type = JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.Type.ToString());
        return talk.Texts.Has(start + reason.Slot) ? start + reason.Slot : talk.Texts.Has(start + type) ? start + type : start + "other";
    }
}
