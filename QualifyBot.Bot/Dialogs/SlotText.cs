using System.Globalization;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The time of a demo in words.</summary>
public static class SlotText
{
    /// <summary>By the visitor's clock and in the talk's language: "Tuesday 24 November, 14:00-14:30 (Europe/Berlin)".</summary>
    public static string Describe(Talk talk, DemoSlot slot) => Describe(slot, talk.Clock, talk.Texts);

    /// <summary>By a clock and in a language.</summary>
    public static string Describe(DemoSlot slot, WallClock clock, TextCatalog texts)
    {
        var (start, end) = (clock.At(slot.Start), clock.At(slot.End));
        return texts.Get(
            "format.slot",
            ("weekday", DateText.Weekday(start.DayOfWeek, texts)),
            ("day", DateText.Day(start.Day, texts)),
            ("month", DateText.Month(start.Month, texts)),
            ("from", Time(start, texts)),
            ("to", Time(end, texts)),
            ("zone", clock.Zone));
    }

    /// <summary>Whether words are the time in any language: a button stays on the page when the talk's language changes.</summary>
    public static bool IsSaid(Talk talk, DemoSlot slot, string words) =>
        talk.Languages.All.Any(texts => Describe(slot, talk.Clock, texts).Equals(words, StringComparison.OrdinalIgnoreCase));

    private static string Time(DateTime time, TextCatalog texts) => texts.Get(
        "format.time", ("hour", time.Hour.ToString("00", CultureInfo.InvariantCulture)), ("minute", time.Minute.ToString("00", CultureInfo.InvariantCulture)));
}
