using System.Globalization;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Qualification.Answers;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

/// <summary>
/// Times are written "from..to/grain"; 24 November 2026 is a Tuesday. Free are Monday to Friday, 09:00-12:00 and
/// 13:00-17:00 in Berlin, without Tuesday 14:00 and all of Wednesday.
/// </summary>
public sealed class SlotMatcherTests
{
    private const string Tuesday = "2026-11-24T00:00..2026-11-25T00:00/Day";
    private const string Wednesday = "2026-11-25T00:00..2026-11-26T00:00/Day";
    private const string Thursday = "2026-11-26T00:00..2026-11-27T00:00/Day";
    private const string NextWeek = "2026-11-30T00:00..2026-12-07T00:00/Week";

    public static TheoryData<string, string, string> Wishes => new()
    {
        // One time on one day.
        { "Thursday at 3pm", "2026-11-26T15:00..2026-11-26T16:00/Hour", "exact Thu 15:00" },
        { "Thursday at 10:30", "2026-11-26T10:30..2026-11-26T10:31/Minute", "exact Thu 10:30" },
        { "Thursday + 10am", Thursday + " 2026-11-23T10:00..2026-11-23T11:00/Time", "exact Thu 10:00" },
        { "10am + Thursday", "2026-11-23T10:00..2026-11-23T11:00/Time " + Thursday, "exact Thu 10:00" },
        { "Thursday at 10, read twice", "2026-11-26T10:00..2026-11-26T11:00/Hour 2026-11-26T10:00..2026-11-26T11:00/Time", "exact Thu 10:00" },
        { "Thursday afternoon + 3pm", "2026-11-26T12:00..2026-11-26T18:00/Hour 2026-11-23T15:00..2026-11-23T16:00/Time", "exact Thu 15:00" },
        { "next week, Thursday + 9am", NextWeek + " 2026-12-03T00:00..2026-12-04T00:00/Day 2026-11-23T09:00..2026-11-23T10:00/Time", "exact Thu 09:00" },
        { "Tuesday at 2pm or Thursday at 3pm: only one is free", "2026-11-24T14:00..2026-11-24T15:00/Hour 2026-11-26T15:00..2026-11-26T16:00/Hour", "exact Thu 15:00" },

        // A choice.
        { "Tuesday afternoon", "2026-11-24T12:00..2026-11-24T18:00/Hour", "several Tue 13:00, Tue 14:30, Tue 16:00" },
        { "Tuesday + afternoon", Tuesday + " 2026-11-23T12:00..2026-11-23T18:00/Time", "several Tue 13:00, Tue 14:30, Tue 16:00" },
        { "Tuesday", Tuesday, "several Tue 09:00, Tue 10:30, Tue 13:00" },
        { "Thursday at 3pm or 4pm", "2026-11-26T15:00..2026-11-26T16:00/Hour 2026-11-23T16:00..2026-11-23T17:00/Time", "several Thu 15:00, Thu 16:00" },
        { "Tuesday or Thursday at 9", Tuesday + " " + Thursday + " 2026-11-23T09:00..2026-11-23T10:00/Time", "several Tue 09:00, Thu 09:00" },
        { "10am, any day", "2026-11-23T10:00..2026-11-23T11:00/Time", "several Mon 10:00, Tue 10:00, Thu 10:00" },
        { "afternoons", "2026-11-23T12:00..2026-11-23T18:00/Time", "several Mon 13:00, Tue 13:00, Thu 13:00" },
        { "before 11", "..2026-11-23T11:00/Time", "several Mon 09:00, Tue 09:00, Thu 09:00" },
        { "after 4pm", "2026-11-23T16:00../Time", "several Mon 16:00, Tue 16:00, Thu 16:00" },
        { "Thursday after 4pm", "2026-11-26T16:00../Hour", "several Thu 16:00, Thu 16:30" },
        { "Thursday before 10", "..2026-11-26T10:00/Hour", "several Thu 09:00, Thu 09:30" },
        { "Thursday between 10 and 11:30", "2026-11-26T10:00..2026-11-26T11:30/Minute", "several Thu 10:00, Thu 10:30, Thu 11:00" },
        { "Thursday + between 10 and 11:15", Thursday + " 2026-11-23T10:00..2026-11-23T11:15/Time", "several Thu 10:00, Thu 10:30" },
        { "from Thursday on", "2026-11-26T00:00../Day", "several Thu 09:00, Fri 13:00, Mon 09:00" },
        { "next week", NextWeek, "several Mon 09:00, Tue 13:00, Wed 09:00" },
        { "next week, Thursday", NextWeek + " 2026-12-03T00:00..2026-12-04T00:00/Day", "several Thu 09:00, Thu 10:30, Thu 13:00" },
        { "in December", "2026-12-01T00:00..2027-01-01T00:00/Month", "several Tue 09:00, Wed 13:00, Thu 09:00" },
        { "anything", "", "several Mon 09:00, Tue 13:00, Thu 09:00" },
        { "Thursday at 3, read as night", "2026-11-26T03:00..2026-11-26T04:00/Hour", "several Thu 15:00" },
        { "Thursday + at 3, read as night", Thursday + " 2026-11-23T03:00..2026-11-23T04:00/Time", "several Thu 15:00" },

        // Nothing fits: the nearest.
        { "Tuesday at 2pm is taken", "2026-11-24T14:00..2026-11-24T15:00/Hour", "none Tue 13:00, Tue 13:30, Tue 14:30" },
        { "Tuesday at 2pm is taken, in two parts", Tuesday + " 2026-11-23T14:00..2026-11-23T15:00/Time", "none Tue 13:00, Tue 13:30, Tue 14:30" },
        { "Wednesday is taken", Wednesday, "none Tue 09:00, Tue 10:30, Thu 13:00" },
        { "Thursday at 10:10", "2026-11-26T10:10..2026-11-26T10:11/Minute", "none Thu 09:30, Thu 10:00, Thu 10:30" },
        { "at 8pm", "2026-11-23T20:00..2026-11-23T21:00/Time", "none Mon 16:30, Tue 16:30, Thu 16:30" },
        { "Saturday", "2026-11-28T00:00..2026-11-29T00:00/Day", "none Fri 09:00, Fri 10:30, Fri 13:00" },
        { "last year", "2025-01-01T00:00..2026-01-01T00:00/Year", "none Mon 09:00, Mon 10:30, Mon 13:00" },
        { "a quarter of an hour is too short", "2026-11-26T10:00..2026-11-26T10:15/Minute", "none Thu 09:30, Thu 10:00, Thu 10:30" },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void What_a_visitor_wishes_leads_to_slots(string words, string wanted, string match) =>
        Assert.Equal((words, match), (words, Show(SlotMatcher.Match(Free(), Times(wanted), Berlin))));

    [Theory]
    [InlineData("Tuesday", Tuesday, "exact Tue 09:00")]
    [InlineData("10:30", "2026-11-23T10:30..2026-11-23T10:31/Time", "exact Thu 10:30")]
    [InlineData("at 3, read as night", "2026-11-23T03:00..2026-11-23T04:00/Time", "exact Thu 15:00")]
    [InlineData("Thursday", Thursday, "several Thu 10:30, Thu 15:00")]
    [InlineData("Thursday afternoon", "2026-11-26T12:00..2026-11-26T18:00/Hour", "exact Thu 15:00")]
    [InlineData("in the morning", "2026-11-23T06:00..2026-11-23T12:00/Time", "several Tue 09:00, Thu 10:30")]
    [InlineData("Wednesday", Wednesday, "none")]
    [InlineData("Tuesday at 10", "2026-11-24T10:00..2026-11-24T11:00/Hour", "none")]
    public void Words_of_time_choose_among_what_was_offered(string words, string wanted, string match)
    {
        DemoSlot[] offered = [Slot("2026-11-24T09:00+01:00"), Slot("2026-11-26T10:30+01:00"), Slot("2026-11-26T15:00+01:00")];

        Assert.Equal((words, match), (words, Show(SlotMatcher.Choose(offered, Times(wanted), Berlin)).TrimEnd()));
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-26T10:00..2026-11-26T11:00/Hour", "exact 2026-11-26T15:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-26T13:30..2026-11-26T13:31/Minute", "exact 2026-11-26T08:00Z")]
    [InlineData("Pacific/Auckland", "2026-11-27T00:00..2026-11-27T00:01/Minute", "exact 2026-11-26T11:00Z")]
    [InlineData("Mars/Olympus", "2026-11-26T10:00..2026-11-26T11:00/Hour", "exact 2026-11-26T09:00Z")]
    public void A_time_is_meant_by_the_visitors_clock(string zone, string wanted, string match)
    {
        DemoSlot[] free = [Slot("2026-11-26T09:00+01:00"), Slot("2026-11-26T10:00+01:00"), Slot("2026-11-26T12:00+01:00"), Slot("2026-11-26T16:00+01:00")];

        var exact = Assert.IsType<SlotMatch.Exact>(SlotMatcher.Match(free, Times(wanted), WallClock.For(zone, "Europe/Berlin")));

        Assert.Equal(match, "exact " + exact.Slot.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("America/Los_Angeles", "exact 2026-11-26T15:00Z")]
    [InlineData("UTC+01:00", "exact 2026-11-26T06:00Z")]
    [InlineData("business", "exact 2026-11-26T06:00Z")]
    [InlineData("Mars/Olympus", "exact 2026-11-26T12:00Z")]
    [InlineData(null, "exact 2026-11-26T12:00Z")]
    public void A_zone_that_was_said_counts_before_the_visitors_own(string? said, string match)
    {
        DemoSlot[] free = [Slot("2026-11-26T07:00+01:00"), Slot("2026-11-26T13:00+01:00"), Slot("2026-11-26T16:00+01:00")];
        AnswerValue.Time[] wanted = [.. Times("2026-11-26T07:00..2026-11-26T08:00/Hour").Select(time => time with { Zone = said })];

        var exact = Assert.IsType<SlotMatch.Exact>(SlotMatcher.Match(free, wanted, WallClock.For("America/New_York", "Europe/Berlin")));

        Assert.Equal(match, "exact " + exact.Slot.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_does_not_suit_is_not_offered()
    {
        AnswerValue.Time[] wanted = [Times(NextWeek)[0], Times("2026-11-30T00:00..2026-12-01T00:00/Day")[0] with { Except = true }, Times("2026-11-30T12:00..2026-11-30T18:00/Time")[0] with { Except = true }];

        Assert.Equal("several Tue 09:00, Wed 09:00, Thu 09:00", Show(SlotMatcher.Match(Free(), wanted, Berlin)));
    }

    [Fact]
    public void An_hour_that_comes_twice_leaves_a_choice()
    {
        DemoSlot[] free = [Slot("2026-10-25T02:30+02:00"), Slot("2026-10-25T02:30+01:00")];

        var several = Assert.IsType<SlotMatch.Several>(SlotMatcher.Match(free, Times("2026-10-25T02:30..2026-10-25T02:31/Minute"), Berlin));

        Assert.Equal(free, several.Slots);
    }

    [Fact]
    public void Where_nothing_is_free_nothing_is_offered()
    {
        var none = Assert.IsType<SlotMatch.None>(SlotMatcher.Match([], Times(Tuesday), Berlin));

        Assert.Empty(none.Nearest);
        Assert.IsType<SlotMatch.None>(SlotMatcher.Match([], [], Berlin));
    }

    [Fact]
    public void Any_times_at_all_give_a_match_of_free_slots_only()
    {
        var random = new Random(20261123);
        var free = Free();
        DateTime?[] ends = [null, DateTime.MinValue, DateTime.MaxValue, new DateTime(2026, 11, 26, 10, 0, 0), new DateTime(2026, 11, 26, 22, 0, 0), new DateTime(2026, 11, 27)];
        for (var round = 0; round < 2000; round++)
        {
            var wanted = Enumerable.Range(0, random.Next(4)).Select(_ => new AnswerValue.Time(Any(ends), Any(ends), Any(Enum.GetValues<Grain>()))).ToArray();

            var slots = SlotMatcher.Match(free, wanted, Berlin) switch
            {
                SlotMatch.Exact exact => [exact.Slot],
                SlotMatch.Several several => several.Slots,
                SlotMatch.None none => none.Nearest,
                _ => [],
            };

            Assert.InRange(slots.Count, 1, 3);
            Assert.Subset(free.ToHashSet(), slots.ToHashSet());
            Assert.Equal(slots.OrderBy(slot => slot.Start), slots);
        }

        T Any<T>(T[] values) => values[random.Next(values.Length)];
    }

    private static WallClock Berlin => WallClock.For(null, "Europe/Berlin");

    private static DemoSlot[] Free() =>
    [
        .. from day in Enumerable.Range(0, 12)
           where day % 7 < 5 && day != 2
           from hour in new[] { 9, 9.5, 10, 10.5, 11, 11.5, 13, 13.5, 14, 14.5, 15, 15.5, 16, 16.5 }
           where (day, hour) != (1, 14)
           let start = At("2026-11-23T00:00+01:00").AddDays(day).AddHours(hour)
           select new DemoSlot("Sales", start, start.AddMinutes(30)),
    ];

    private static AnswerValue.Time[] Times(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(time => time.Split("..") is [var from, var rest] ? new AnswerValue.Time(Read(from), Read(rest.Split('/')[0]), Enum.Parse<Grain>(rest.Split('/')[1])) : throw new FormatException(time))];

    private static DateTime? Read(string text) => text.Length == 0 ? null : DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static string Show(SlotMatch match) => match switch
    {
        SlotMatch.Exact exact => "exact " + Show([exact.Slot]),
        SlotMatch.Several several => "several " + Show(several.Slots),
        SlotMatch.None none => "none " + Show(none.Nearest),
        _ => throw new InvalidOperationException(),
    };

    private static string Show(IReadOnlyList<DemoSlot> slots) => string.Join(", ", slots.Select(slot => slot.Start.ToString("ddd HH:mm", CultureInfo.InvariantCulture)));
}
