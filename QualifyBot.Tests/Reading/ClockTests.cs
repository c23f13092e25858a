using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

/// <summary>Times of day as seen from Wednesday, 11 March 2026, 9:30; "15:00" has no day, "12 15:00" the twelfth, "!" does not suit.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData("Let's talk at 2 45", "14:45..14:46")]
    [InlineData("I can call after 4", "16:00..")]
    [InlineData("could we do it before 11?", "..11:00")]
    [InlineData("any time after 1 30 tomorrow", "12 13:30..")]
    [InlineData("11 20 p.m. is fine", "23:20..23:21")]
    [InlineData("0 15 pm", "12:15..12:16")]
    [InlineData("between 0800 and 0945", "08:00..09:45")]
    [InlineData("at 1415", "14:15..14:16")]
    [InlineData("1415 hrs", "14:15..14:16")]
    [InlineData("at half four", "16:30..16:31")]
    [InlineData("Friday half 10", "13 10:30..13 10:31")]
    [InlineData("quarter past 11 at night", "23:15..23:16")]
    [InlineData("12 midnight", "00:00..01:00")]
    [InlineData("12 noon tomorrow", "12 12:00..12 13:00")]
    [InlineData("tomorrow, 4-ish", "12 16:00..12 17:00")]
    [InlineData("10 past nine tomorrow", "12 09:10..12 09:11")]
    [InlineData("3 to 5pm", "15:00..17:00")]
    [InlineData("this afternoon from 2 to 3:30", "11 14:00..11 15:30")]
    [InlineData("tomorrow from 9:00 to 11:30am", "12 09:00..12 11:30")]
    [InlineData("the 24th between 3 and 5", "24 15:00..24 17:00")]
    [InlineData("from one fifteen to one forty five", "13:15..13:45")]
    [InlineData("Thursday pm", "12 12:00..12 16:00")]
    [InlineData("first thing tomorrow", "12 06:00..12 09:00")]
    [InlineData("end of business Friday", "13 15:00..13 17:00")]
    [InlineData("after work", "17:00..21:00")]
    [InlineData("during the daytime", "08:00..18:00")]
    public void A_time_of_day_is_read_whatever_its_form(string text, string expected) => Assert.Equal((text, expected), (text, Times("en", text)));

    [Theory]
    [InlineData("What time suits you?", "5", "17:00..18:00")]
    [InlineData("What time suits you?", "ten thirty", "10:30..10:31")]
    [InlineData("When shall we talk?", "9.15", "09:15..09:16")]
    [InlineData("When shall we talk?", "between 3 and 5", "15:00..17:00")]
    [InlineData("When shall we talk?", "around 11", "11:00..12:00")]
    [InlineData("When shall we talk?", "tomorrow 4", "12 16:00..12 17:00")]
    [InlineData("When shall we talk?", "mornings", "08:00..12:00")]
    [InlineData("How many people are you?", "5", "")]
    [InlineData("How many people are you?", "between 3 and 5", "")]
    public void A_question_makes_a_number_an_hour(string question, string text, string expected) => Assert.Equal((text, expected), (text, Times("en", text, question)));

    [Theory]
    [InlineData("we have 5 exactly")]
    [InlineData("4 or above")]
    [InlineData("one of the tools")]
    [InlineData("we start after 2 10 minute calls")]
    [InlineData("1930 licences")]
    [InlineData("option 3")]
    [InlineData("after 5 pages I gave up")]
    [InlineData("we need 3 evening shifts")]
    public void A_number_is_no_hour_by_itself(string text) => Assert.Equal((text, ""), (text, Times("en", text)));

    [Theory]
    [InlineData("en", "Thursday 4pm EST", "12 16:00..12 17:00 America/New_York")]
    [InlineData("en", "9:30 CET tomorrow", "12 09:30..12 09:31 CET")]
    [InlineData("en", "2pm UTC-3", "14:00..15:00 UTC-03:00")]
    [InlineData("en", "10am GMT + 5:30", "10:00..11:00 UTC+05:30")]
    [InlineData("en", "11:00 UTC", "11:00..11:01 UTC")]
    [InlineData("en", "Friday between 1 and 3 Pacific", "13 13:00..13 15:00 America/Los_Angeles")]
    [InlineData("en", "tomorrow at 5pm your time", "12 17:00..12 18:00 business")]
    [InlineData("en", "tomorrow at 5pm my time", "12 17:00..12 18:00")]
    [InlineData("en", "3pm Singapore time", "15:00..16:00 Asia/Singapore")]
    [InlineData("en", "tomorrow at 8 (JST)", "12 08:00..12 09:00 Asia/Tokyo")]
    [InlineData("en", "our central office opens tomorrow", "12 00:00..13 00:00")]
    [InlineData("de", "morgen um 16 Uhr MEZ", "12 16:00..12 17:00 CET")]
    [InlineData("de", "um 10 Uhr Londoner Zeit", "10:00..11:00 Europe/London")]
    [InlineData("fr", "demain à 16h heure de Londres", "12 16:00..12 17:00 Europe/London")]
    [InlineData("es", "mañana a las 10:00 hora de México", "12 10:00..12 10:01 America/Mexico_City")]
    [InlineData("pt", "amanhã às 10h horário de Lisboa", "12 10:00..12 11:00 Europe/Lisbon")]
    public void The_zone_is_read_with_the_time(string language, string text, string expected) => Assert.Equal((text, expected), (text, Times(language, text)));

    [Theory]
    [InlineData("en", "any afternoon next week but Wednesday", "12:00..16:00; 16 00:00..23 00:00; !18 00:00..19 00:00")]
    [InlineData("en", "any day except Thursday", "!12 00:00..13 00:00")]
    [InlineData("en", "not Friday", "!13 00:00..14 00:00")]
    [InlineData("en", "Thursday doesn't work, Friday does", "13 00:00..14 00:00; !12 00:00..13 00:00")]
    [InlineData("en", "Thursday is fine but Friday is better", "12 00:00..13 00:00; 13 00:00..14 00:00")]
    [InlineData("de", "Donnerstag geht nicht", "!12 00:00..13 00:00")]
    [InlineData("fr", "tous les jours sauf jeudi", "!12 00:00..13 00:00")]
    public void What_does_not_suit_is_told_apart(string language, string text, string expected) => Assert.Equal((text, expected), (text, Times(language, text)));

    [Theory]
    [InlineData("de", "um 9 Uhr und 20", "09:20..09:21")]
    [InlineData("de", "von Donnerstag 8 Uhr bis Freitag 12 Uhr", "12 08:00..13 12:00")]
    [InlineData("fr", "neuf heures 40 minutes du matin", "09:40..09:41")]
    [InlineData("fr", "à une heure", "13:00..13:01")]
    [InlineData("fr", "dans le matin", "08:00..12:00")]
    [InlineData("es", "a la una", "13:00..14:00")]
    [InlineData("es", "entre las 3 y las 4 de la tarde", "15:00..16:00")]
    [InlineData("es", "esta tarde", "11 12:00..11 16:00")]
    [InlineData("pt", "para as 10 e 45", "10:45..10:46")]
    [InlineData("pt", "às nove e vinte", "09:20..09:21")]
    public void Other_languages_tell_the_time_in_their_own_way(string language, string text, string expected) => Assert.Equal((text, expected), (text, Times(language, text)));

    private static string Times(string language, string text, string? question = null)
    {
        var reading = RuleReader.Read(text, new ReadingContext { Now = Read.Now, Language = language, Question = question, Requested = question is "How many people are you?" ? [SlotType.Headcount] : [] });
        return string.Join("; ", reading.Candidates.Where(static candidate => candidate.Rule is not ("time.bound" or "time.half")).Select(static candidate => candidate.Value).OfType<AnswerValue.Time>().Select(static time =>
            $"{(time.Except ? "!" : "")}{Show(time.From, time.Grain)}..{Show(time.To, time.Grain)} {time.Zone}".TrimEnd()));
    }

    private static string Show(DateTime? time, Grain grain) => time?.ToString(grain == Grain.Time ? "HH:mm" : "d HH:mm", CultureInfo.InvariantCulture) ?? "";
}
