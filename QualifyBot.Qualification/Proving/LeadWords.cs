using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Leads in plain words: "budget 20,000; start 31 days ahead; pricing page: 2 times, 0 days ago".</summary>
public static class LeadWords
{
    /// <summary>A lead's answers and signals.</summary>
    public static string Of(Lead lead, Playbook playbook, DateOnly today)
    {
        var answers = lead.Answers.Select(answer => Of(answer.Slot, answer.Value, today));
        var told = lead.Signals.Where(static signal => signal.Value is not null).Select(signal => $"{Of(signal.Slot!, signal.Value!, today)} (told by a signal)");
        var came = lead.Signals.Where(static signal => signal.Value is null).GroupBy(static signal => signal.Kind, StringComparer.Ordinal)
            .Select(kind => $"{playbook.Signals.FirstOrDefault(known => known.Id == kind.Key)?.Name ?? kind.Key}: {string.Join(", ", kind.GroupBy(static signal => signal.On).OrderByDescending(static day => day.Key).Select(day => $"{Times(day.Count())} {Ago(today.DayNumber - day.Key.DayNumber)}"))}");
        var all = string.Join("; ", answers.Concat(told).Concat(came));
        return all.Length == 0 ? "nothing is known" : all;
    }

    /// <summary>A slot and its value; a start counts in days, so that it reads the same on every day.</summary>
    public static string Of(string slot, AnswerValue value, DateOnly today) => value switch
    {
        AnswerValue.Timeframe { Class: TimeframeClass.Dated, From: { } from } => $"{SlotWords.StartOf(SlotWords.NameOf(slot))} {Figures.Count(from.DayNumber - today.DayNumber, "day")} ahead",
        AnswerValue.Title { Level: var level and not TitleLevel.Other } => $"{SlotWords.NameOf(slot)} {ClassWords.Of(level)}",
        AnswerValue.Need { Present: true, Category: null, Words: "something else" } => $"{SlotWords.NameOf(slot)} of no known category",
        _ => ValueWords.Of(slot, value),
    };

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Ago(int days) => days == 0 ? "today" : $"{Figures.Count(days, "day")} ago";
}
