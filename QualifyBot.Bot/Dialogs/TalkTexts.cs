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
        "talk.silence", "talk.files", "talk.files_kept", "talk.files_beside", "talk.signs", "talk.code", "talk.essay", "talk.insult", "talk.wait", "back.known", "back.open", "back.none",
        "talk.why", "talk.bot", "talk.price", "talk.help", "talk.options", "talk.language", "talk.language_changed", "talk.language_unknown", "talk.smalltalk", "talk.welcome", "talk.question_noted", "talk.apology", "talk.yes", "talk.no",
        "language.name", "format.number", "format.money", "format.money_code", "format.or", "format.time", "format.slot", "format.date", "format.month", "format.first_day", "format.weekdays", "format.months",
        "talk.heard", "patience.over", "open.plan.some", "open.plan.one", "open.plan.none", "open.minute", "open.minutes", "progress.one", "progress.two", "progress.three",
        "summary.title", "summary.card", "summary.text", "summary.change", "reopen.ask", "reopen.kept", "return.holds", "return.changed", "return.all", "return.kept",
        "value.fact", "value.range", "value.at_least", "value.at_most", "value.once", "value.hour", "value.day", "value.week", "value.month", "value.quarter", "value.year",
        "book.fit", "book.contact", "book.offer", "book.which", "book.several", "book.none", "book.others", "book.taken", "book.full", "book.done", "book.link", "book.moved", "book.cancel", "book.cancelled",
        "nurture.consent", "nurture.email", "nurture.done", "nurture.declined", "nurture.withdrawn", "nurture.none",
        "hand_off.asked", "hand_off.decided", "hand_off.contact", "hand_off.done", "hand_off.done_here",
        "remind.demo", "remind.where", "follow_up.ask", "colleague.says", "colleague.says_as",
        "why.open", "why.asked", "why.book_demo", "why.nurture", "why.hand_off", "why.disqualify", "why.plus.other", "why.minus.other", "why.elsewhere", "why.correct", "why.again",
        "decline.reason", "decline.close", "farewell.open", "farewell.silent", "farewell.done", "restart.done", "erase.confirm", "erase.done", "erase.kept", "after.booked", "after.kept", "after.well", "after.done",
    ];

    /// <summary>Ids of texts that are lists, with the number of their entries.</summary>
    private static readonly ImmutableArray<(string Id, int Entries)> Lists = [("format.weekdays", 7), ("format.months", 12)];

    /// <summary>A fault for each that a language lacks, and for what stands in another form than it needs.</summary>
    public static IEnumerable<PlaybookFault> Missing(TextCatalog texts)
    {
        foreach (var id in Ids.Where(id => !texts.Has(id)))
        {
            yield return new PlaybookFault(texts.File, 1, 1, $"The text '{id}' is missing.", $"Add a line '{id}: ...' with the sentence.");
        }

        foreach (var (id, entries) in Lists.Where(list => texts.Has(list.Id) && texts.Wordings(list.Id).Length != list.Entries))
        {
            yield return Fault(texts, id, $"The text '{id}' needs {entries} entries.", "Write them all, in order.");
        }

        if (texts.Has(NumberStyle.TextId) && NumberStyle.Parse(texts.Get(NumberStyle.TextId)) is null)
        {
            yield return Fault(texts, NumberStyle.TextId, $"The text '{NumberStyle.TextId}' is no number written out.", "Write one thousand two hundred thirty-four and a half as the language does: \"1,234.5\".");
        }
    }

    private static PlaybookFault Fault(TextCatalog texts, string id, string problem, string remedy)
    {
        var (line, column) = texts.Find(id);
        return new PlaybookFault(texts.File, line, column, problem, remedy);
    }
}
