namespace QualifyBot.Tests.Reading.Talk;

public sealed class FalseActsInTheTalkTests
{
    [Theory]
    [InlineData("Need", "we want to stop losing leads", "need we want to stop losing leads")]
    [InlineData("Need", "our human resources team is overloaded", "need our human resources team is overloaded")]
    [InlineData("Need", "restart our marketing", "need restart our marketing")]
    [InlineData("Need", "we delete data manually every month", "need (manual) we delete data manually every month")]
    [InlineData("Need", "help our sales team", "need help our sales team")]
    [InlineData("Need", "a bot answers our calls", "need a bot answers our calls")]
    [InlineData("Need", "it takes a human to check each invoice", "need it takes a human to check each invoice")]
    [InlineData("Need", "we had to cancel projects", "need we had to cancel projects")]
    [InlineData("Need", "customers cancel their contracts", "need customers cancel their contracts")]
    [InlineData("Need", "people quit because of the paperwork", "need people quit because of the paperwork")]
    [InlineData("Need", "we repeat the same work again and again", "need we repeat the same work again and again")]
    [InlineData("Need", "nobody can talk to our support agents", "need nobody can talk to our support agents")]
    [InlineData("Need", "our agents talk to customers all day", "need our agents talk to customers all day")]
    [InlineData("Need", "changes take weeks to reach production", "need changes take weeks to reach production")]
    [InlineData("Need", "we stop production twice a day", "need we stop production twice a day")]
    [InlineData("Need", "our forecast changes every day", "need (reporting) our forecast changes every day")]
    [InlineData("Need", "we need help with our reports", "need (reporting) we need help with our reports")]
    [InlineData("Need", "prices change and nobody updates them", "need prices change and nobody updates them")]
    [InlineData("Need", "customers say goodbye after a month", "need customers say goodbye after a month")]
    [InlineData("Need", "our team skips steps", "need our team skips steps")]
    [InlineData("Need", "the language barrier between our offices", "need the language barrier between our offices")]
    [InlineData("Need", "we book meetings by hand", "need (manual) we book meetings by hand")]
    [InlineData("Need", "passing on customers between teams fails", "need passing on customers between teams fails")]
    [InlineData("Authority", "my boss decides, I only help", "authority influencer + my boss")]
    [InlineData("Timeframe", "we start again in March", "timeframe 03-01..04-01")]
    [InlineData("Timeframe", "when we stop using the old tool in June", "timeframe 06-01..07-01; need when we stop using the old tool")]
    [InlineData("Money", "we want to cut costs, so 5k", "money 5000; need we want to cut costs")]
    public void Words_of_an_act_within_an_answer_are_none(string asked, string words, string heard) => Heard.Check(asked, words, heard);
}
