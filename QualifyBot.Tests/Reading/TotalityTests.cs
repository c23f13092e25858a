using System.Diagnostics;
using System.Text;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

public sealed class TotalityTests
{
    private const int Longest = 10_000;
    private const int Rounds = 2000;

    private static readonly string[] Languages = ["en", "de", "fr", "es", "pt", "xx", ""];

    private static readonly string[] Pieces =
    [
        "3", "15", "2026", "31", "0", "999999999999999999999", "1.2.3.4", "10,000", "$", "€", "k", "million", "and", "to", "-", "/", ":", ".", ",", "@", "at", "dot", "com",
        "March", "may", "Monday", "next", "last", "week", "month", "of", "the", "in", "half", "quarter", "past", "from", "between", "until", "before", "after", "end", "a", "few",
        "I'm", "not", "yes", "no", "boss", "decides", "need", "problem", "(", ")", "'", "\"", "+49", "😀", "\uD83D", "\uDE00", "\u202E", "مرحبا", "日本語", "\0", "\u200B", "é", "E\u0301",
        "ein", "und", "zwanzig", "tausend", "halb", "vor", "d'", "l'", "quatre-vingt", "moins", "mañana", "y", "media", "às", "que", "vem", "century", "decades", "9999", "1500", "2999",
    ];

    public static TheoryData<string> Monotonous =>
    [
        "1", "1 ", "1,", "1.", "1-", "1/", "1:", "a", "a ", "the ", "next ", "of ", "from 1 to ", "between ", "a@", "@", "a.b@c.", " at ", "dot ", "(", "((", "+", "+1", "\"", "'", "…", "😀",
        "march ", "march 1 ", "half ", "half a ", "million ", "one hundred ", "million and ", "not ", "no ", "what * ", "talk to ", "I need ", "my boss ", "Acme ", "Acme & ", "Mr. ", "twenty-", "- ", "in 1 ", "1 day ", "1 day and ",
        "und", "ein", "zweiundzwanzig", "quatre-", "l'", "\n", "\u202E", "\uD83D", "ß", "\u0301", "before after ", "until ", "week of ", "end of ", "last day of ", "$1-", "10-", "10k-", "can you ", "the first 2 weeks of ",
    ];

    [Fact]
    public void Any_mixture_of_words_and_signs_gives_a_reading_whose_spans_are_in_the_text()
    {
        var chance = new Random(20260311);
        for (var round = 0; round < Rounds; round++)
        {
            var text = Mix(chance, chance.Next(1, 40));
            var context = new ReadingContext { Now = Read.Now, Language = Languages[chance.Next(Languages.Length)], Requested = [(SlotType)chance.Next(15)], DayFirst = chance.Next(2) == 0 };
            Check(text, RuleReader.Read(text, context));
        }
    }

    [Fact]
    public void Any_random_characters_give_a_reading()
    {
        var chance = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var text = new StringBuilder();
            var length = chance.Next(0, 300);
            for (var i = 0; i < length; i++)
            {
                text.Append((char)(chance.Next(3) == 0 ? chance.Next(0x10000) : chance.Next(0x20, 0x180)));
            }

            Check(text.ToString(), Read.In(Languages[round % Languages.Length], text.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Monotonous))]
    public void Ten_thousand_characters_of_one_thing_are_read_in_time_linear_in_their_number(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Longest / piece.Length));
        foreach (var language in Languages.Take(5))
        {
            Check(text, Read.In(language, text));
        }

        // Four times the text costs four times the time; a square would cost sixteen times. A busy machine gets more tries.
        var linear = false;
        for (var attempt = 0; attempt < 8 && !linear; attempt++)
        {
            linear = Fastest(text, "en") < (Fastest(text[..(text.Length / 4)], "en") * 10) + TimeSpan.FromMilliseconds(1);
        }

        Assert.True(linear);
    }

    [Fact]
    public void The_years_at_the_edge_of_the_calendar_do_no_harm()
    {
        foreach (var now in new[] { DateTime.MinValue, DateTime.MaxValue, new DateTime(9999, 12, 31, 23, 59, 0, DateTimeKind.Unspecified) })
        {
            foreach (var text in new[] { "next year", "in 300 years", "last century", "tomorrow", "next 3 decades", "Easter", "March 3", "by end of Q4" })
            {
                Check(text, RuleReader.Read(text, new ReadingContext { Now = now }));
            }
        }
    }

    private static TimeSpan Fastest(string text, string language)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Read.In(language, text);
            var took = Stopwatch.GetElapsedTime(start);
            fastest = took < fastest ? took : fastest;
        }

        return fastest;
    }

    private static string Mix(Random chance, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(Pieces[chance.Next(Pieces.Length)]).Append(chance.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    private static void Check(string text, MessageReading reading)
    {
        foreach (var candidate in reading.Candidates)
        {
            Assert.InRange(candidate.Start, 0, text.Length - 1);
            Assert.InRange(candidate.Length, 1, text.Length - candidate.Start);
            Assert.NotEmpty(candidate.Rule);
        }
    }
}
