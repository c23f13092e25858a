namespace QualifyBot.Tests.Reading.Talk;

public sealed class ContactInTheTalkTests
{
    [Theory]
    [InlineData("Email", "Jane Doe, jane@acme.example", "person Jane Doe; email jane@acme.example")]
    [InlineData("Email Person", "Jane Doe, jane@acme.example", "person Jane Doe; email jane@acme.example")]
    [InlineData("Email", "jane at acme dot example", "email jane@acme.example")]
    [InlineData("Email", "my mail is bob.ray@acme.example", "email bob.ray@acme.example")]
    [InlineData("Email", "it's bob@acme.example, thanks", "email bob@acme.example; thanks")]
    [InlineData("Email", "sure: bob@acme.example", "email bob@acme.example; yes")]
    [InlineData("Email", "BOB@ACME.EXAMPLE", "email BOB@ACME.EXAMPLE")]
    [InlineData("Email", "you can reach me under +49 30 123456", "phone +4930123456")]
    [InlineData("Email", "call me at +1 212 555 0147", "phone +12125550147")]
    [InlineData("Email", "I'd rather not give my mail", "decline_to_answer")]
    [InlineData("Email", "skip", "decline_to_answer")]
    [InlineData("Email", "why do you need my e-mail?", "why_do_you_ask")]
    [InlineData("Email", "no", "no")]
    [InlineData("Person", "Jane", "person Jane")]
    [InlineData("Person", "Jane Doe", "person Jane Doe")]
    [InlineData("Person", "I'm Jane from Acme", "person Jane; company Acme")]
    [InlineData("Person", "my name is ulla berg", "person ulla berg")]
    [InlineData("Person", "this is Tom", "person Tom")]
    [InlineData("Company", "Acme", "company Acme")]
    [InlineData("Company", "I work for Globex Corp", "company Globex Corp")]
    [InlineData("Company", "we are Initech GmbH", "company Initech GmbH")]
    [InlineData("Need", "I'm Jane Doe, head of sales at Acme", "person Jane Doe; title head of sales; company Acme")]
    [InlineData("YesNo", "yes please, to bob@acme.example", "yes; yes_no yes; email bob@acme.example")]
    public void Names_and_addresses_are_heard(string asked, string words, string heard) => Heard.Check(asked, words, heard);
}
