using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The texts that the dialogs say, besides those of the playbooks.</summary>
public static class TalkTexts
{
    /// <summary>Their ids.</summary>
    public static readonly ImmutableArray<string> Ids =
    [
        "talk.open", "talk.hello", "talk.noted", "talk.changed", "talk.removed", "talk.thanks", "talk.withheld", "talk.not_understood", "talk.move_on", "talk.doubt",
        "talk.silence", "talk.files", "talk.signs", "talk.code", "talk.essay", "talk.insult", "talk.wait", "back.known", "back.open", "back.kept", "back.none",
        "talk.why", "talk.bot", "talk.price", "talk.help", "talk.language", "talk.smalltalk", "talk.welcome", "talk.question_noted", "talk.apology", "talk.yes", "talk.no",
        "value.range", "value.at_least", "value.at_most", "value.once", "value.hour", "value.day", "value.week", "value.month", "value.quarter", "value.year",
        "book.fit", "book.contact", "book.offer", "book.which", "book.several", "book.none", "book.others", "book.taken", "book.full", "book.done", "book.link", "book.moved", "book.cancel", "book.cancelled",
        "nurture.consent", "nurture.email", "nurture.done", "nurture.declined", "nurture.withdrawn", "nurture.none",
        "hand_off.asked", "hand_off.decided", "hand_off.contact", "hand_off.done", "hand_off.done_here",
        "why.open", "why.asked", "why.book_demo", "why.nurture", "why.hand_off", "why.disqualify", "why.plus.other", "why.minus.other", "why.elsewhere", "why.correct",
        "decline.reason", "decline.close", "farewell.open", "farewell.silent", "farewell.done", "restart.done", "erase.confirm", "erase.done", "erase.kept", "after.booked", "after.kept", "after.well", "after.done",
    ];

    /// <summary>A fault for each that a language lacks.</summary>
    public static IEnumerable<PlaybookFault> Missing(PlaybookCatalog catalog) =>
        from language in catalog.Texts
        from id in Ids
        where !language.Value.Has(id)
        select new PlaybookFault($"texts/{language.Key}.yaml", 1, 1, $"The text '{id}' is missing.", $"Add a line '{id}: ...' with the sentence.");
}
