using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading.Talk;

/// <summary>What puts right the words that the bot had just said, as seen from Wednesday, 11 March 2026; nothing was asked for.</summary>
public sealed class AmendmentsInTheTalkTests
{
    [Theory]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "No, on Monday please", "Monday")]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "make it 3:30pm", "3:30pm")]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "the 20th would suit me better", "the 20th")]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "No, Friday at 4pm", "4pm")]
    [InlineData("Please confirm: 12 seats for the team in Boston.", "No, we need 15 seats", "15")]
    [InlineData("Please confirm: 12 seats for the team in Boston.", "Actually it's for the team in Denver", "Denver")]
    [InlineData("Please confirm: the monthly plan for 12 people.", "Sorry, the yearly plan", "yearly")]
    [InlineData("I'll send the offer to Martin.", "please send it to Beatrice Long instead", "Beatrice Long")]
    [InlineData("I'll send it to 14 Mill Lane.", "no, to 9 Harbour Street", "9 Harbour Street")]
    [InlineData("We'll meet in Lyon on March 20th.", "how about March 24th?", "March 24th")]
    [InlineData("To confirm: a call at 10 am.", "I changed my mind, in the afternoon at 2", "afternoon at 2")]
    [InlineData("I'll name the project Spring launch, right?", "No, I want it called Harbour clearance please", "Harbour clearance")]
    [InlineData("We'll send the brochure Pride of Place, is that right?", "No, send House by the Lake", "House by the Lake")]
    [InlineData("You'd like a call on March 20th, correct?", "No, the day after tomorrow", "day after tomorrow")]
    [InlineData("Which city shall we meet in?", "in Leeds please, on the 24th", "the 24th")]
    [InlineData("How many of you will join?", "three people, at Harbour House", "Harbour House")]
    [InlineData("What kind of workshop would you like?", "a training in Antwerp", "Antwerp")]
    [InlineData("The room holds 20 people.", "can you find me something in Dublin for April 7th?", "Dublin")]
    [InlineData("I'll show it on the garden screen, right?", "No, on the lobby device", "lobby")]
    [InlineData("Please confirm 4 seats at First Bank.", "No, it has to be for 1 person", "1")]
    public void A_new_value_for_what_the_bot_said_is_a_correction(string said, string words, string corrected) =>
        Assert.Equal((words, corrected), (words, First(said, words)));

    [Theory]
    [InlineData("How many people would use it?", "12 people")]
    [InlineData("How many people would use it?", "about twenty")]
    [InlineData("What time suits you?", "3pm")]
    [InlineData("When would you like to start?", "in May")]
    [InlineData("Which city are you in?", "Boston")]
    [InlineData("What is your name?", "Martin Keller")]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "yes")]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "Yes, Friday at 2pm")]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "2 pm on Friday, perfect")]
    [InlineData("So you'd like a demo on Friday at 2pm, correct?", "Friday the 13th is great")]
    [InlineData("Please confirm: 12 seats for the team in Boston.", "12 seats, yes")]
    [InlineData("The demo takes half an hour.", "thank you")]
    [InlineData("The demo takes half an hour.", "Our office is in Boston")]
    [InlineData("The demo takes half an hour.", "sounds good")]
    [InlineData("We are a team in Berlin.", "We sell shoes")]
    [InlineData("Is there anything else?", "no")]
    [InlineData("Is there anything else?", "no, thanks a lot")]
    [InlineData("What does your team struggle with?", "our reports are late")]
    [InlineData("What budget did you have in mind?", "around 20k")]
    [InlineData("May I have your e-mail address?", "anna@acme.example")]
    [InlineData("Who decides about this?", "my boss and I")]
    [InlineData("What is your company called?", "Mill & Sons")]
    public void An_answer_is_no_correction(string said, string words) => Assert.Equal((words, "-"), (words, First(said, words)));

    [Theory]
    [InlineData("de", "Also am Freitag um 14 Uhr, richtig?", "Nein, am Montag", "Montag")]
    [InlineData("fr", "Je confirme : vendredi à 14h, c'est correct ?", "non, lundi", "lundi")]
    [InlineData("es", "Entonces el viernes a las 14:00, ¿es correcto?", "no, el lunes", "lunes")]
    [InlineData("pt", "Então sexta-feira às 14h, está correto?", "não, segunda-feira", "segunda-feira")]
    public void Other_languages_put_it_right_too(string language, string said, string words, string corrected) =>
        Assert.Equal((words, corrected), (words, First(said, words, language)));

    [Fact]
    public void An_answer_to_a_question_of_the_playbook_is_read_by_what_was_asked()
    {
        var reading = RuleReader.Read("no, 300", new ReadingContext { Now = Read.Now, Question = "You have 30 people, is that right?", Requested = [SlotType.Headcount] });
        Assert.Equal(SlotType.Headcount, Assert.Single(reading.Corrections).Type);
    }

    private static string First(string said, string words, string language = "en") =>
        RuleReader.Read(words, new ReadingContext { Now = Read.Now, Question = said, Language = language }).Corrections.Select(static correction => correction.New).FirstOrDefault() ?? "-";
}
