using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading;

public sealed class StatementTests
{
    [Theory]
    [InlineData("Our onboarding is a mess", "True | Our onboarding is a mess")]
    [InlineData("onboarding", "True | onboarding")]
    [InlineData("we lose too many leads", "True | we lose too many leads")]
    [InlineData("nothing really", "False | nothing really")]
    [InlineData("no problems at all", "False | no problems")]
    [InlineData("rather not say", "-")]
    [InlineData("why do you ask?", "-")]
    [InlineData("hello", "-")]
    [InlineData("300 people", "-")]
    [InlineData("sdfghjkl", "-")]
    public void A_need_asked_for_is_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Need));

    [Theory]
    [InlineData("our reporting takes forever", "True | our reporting takes forever")]
    [InlineData("see you tomorrow", "-")]
    [InlineData("yes please", "-")]
    public void Unasked_a_need_must_be_stated(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.Need, asked: false));

    [Fact]
    public void The_category_of_a_need_is_the_one_whose_words_it_holds()
    {
        var context = new ReadingContext { Now = Read.Now, Requested = [SlotType.Need], Needs = [new("sales", ["lead", "pipeline"]), new("hr", ["onboarding", "hiring"])] };
        var need = (AnswerValue.Need)RuleReader.Read("our onboarding is a mess", context).Candidates[0].Value;
        Assert.Equal("hr", need.Category);
    }

    [Theory]
    [InlineData("yes", "Yes")]
    [InlineData("Sure, go ahead", "Yes")]
    [InlineData("that works for me", "Yes")]
    [InlineData("nope", "No")]
    [InlineData("not really", "No")]
    [InlineData("maybe", "Unsure")]
    [InlineData("I'm not sure", "Unsure")]
    [InlineData("the blue one", "-")]
    public void Yes_and_no_are_read(string text, string expected) => Assert.Equal(expected, Read.Best(text, SlotType.YesNo));

    [Theory]
    [InlineData("can I talk to a human?", "TalkToHuman")]
    [InlineData("please start over", "Restart")]
    [InlineData("cancel", "Cancel")]
    [InlineData("delete my data", "DeleteMyData")]
    [InlineData("are you a bot?", "AreYouABot")]
    [InlineData("what does it cost?", "AskPrice")]
    [InlineData("why do you need that?", "WhyDoYouAsk")]
    [InlineData("skip", "DeclineToAnswer")]
    [InlineData("hello!", "Greet")]
    [InlineData("I'd like to book a demo", "BookMeeting")]
    [InlineData("can you repeat that?", "Repeat")]
    [InlineData("who are you?", "WhoAreYou")]
    [InlineData("we stopped using spreadsheets last year", "")]
    [InlineData("our customers cancel too often", "")]
    [InlineData("we hired a human resources person", "")]
    [InlineData("people forget to renew their contracts", "")]
    public void What_a_message_does_is_read(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read.All(text).Acts.Where(static act => act is not (Act.Yes or Act.No)).Order()));

    [Fact]
    public void One_message_fills_many_slots_each_with_its_own_words()
    {
        const string Text = "I'm head of IT at Fabrikam, 300 people, our onboarding is a mess, we have 40k and want to start in June, it@fabrikam.example";
        var reading = Read.All(Text);
        string Of(SlotType type) => reading.Candidates.First(candidate => candidate.Type == type) is var candidate ? Text.Substring(candidate.Start, candidate.Length) : "";
        Assert.Equal("head of IT", Of(SlotType.Title));
        Assert.Equal("Fabrikam", Of(SlotType.Company));
        Assert.Equal("300 people", Of(SlotType.Headcount));
        Assert.Equal("our onboarding is a mess", Of(SlotType.Need));
        Assert.Equal("40k", Of(SlotType.Money));
        Assert.Equal("June", Of(SlotType.Timeframe));
        Assert.Equal("it@fabrikam.example", Of(SlotType.Email));
    }

    [Theory]
    [InlineData(SlotType.Money, "we have 40k")]
    [InlineData(SlotType.Timeframe, "by end of March")]
    [InlineData(SlotType.Headcount, "about 300 people")]
    [InlineData(SlotType.Email, "jo@firm.example")]
    [InlineData(SlotType.Authority, "my boss decides")]
    [InlineData(SlotType.Time, "tomorrow at 3pm")]
    [InlineData(SlotType.YesNo, "that works")]
    public void Case_politeness_and_punctuation_change_nothing(SlotType type, string text)
    {
        var plain = Read.Best(text, type);
        Assert.NotEqual("-", plain, StringComparer.Ordinal);
        string[] variants = [text + ".", text + "!", " " + text + " ", "well, " + text, text + ", please", "um, " + text + " :)"];
        foreach (var said in variants)
        {
            Assert.Equal(plain, Read.Best(said, type));
        }

        Assert.Equal(plain.ToUpperInvariant(), Read.Best(text.ToUpperInvariant(), type).ToUpperInvariant());
    }
}
