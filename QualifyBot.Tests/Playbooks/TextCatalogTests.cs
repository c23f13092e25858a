using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class TextCatalogTests
{
    private static readonly TextCatalog Texts = TextLoader.Parse("en.yaml", """
        greeting: Hello {name}, welcome to {company}!
        bant.need.ask:
          - What is the problem?
          - Which problem, {name}?
        """).Texts!;

    [Fact]
    public void Placeholders_are_filled_in()
    {
        Assert.Equal("Hello Ann, welcome to Acme!", Texts.Get("greeting", ("name", "Ann"), ("company", "Acme")));
        Assert.Equal("Which problem, Ann?", TextCatalog.Fill(Texts.Wordings("bant.need.ask")[1], ("name", "Ann")));
        Assert.Equal("What is the problem?", Texts.Get("bant.need.ask"));
    }

    [Fact]
    public void What_a_visitor_wrote_cannot_name_a_placeholder() =>
        Assert.Equal("Hello {company}{name}{, welcome to {{name}}!", Texts.Get("greeting", ("name", "{company}{name}{"), ("company", "{{name}}")));

    [Fact]
    public void A_placeholder_without_a_value_stays_as_it_is() =>
        Assert.Equal("Hello Ann, welcome to {company}!", Texts.Get("greeting", ("name", "Ann")));

    [Fact]
    public void A_text_that_does_not_exist_is_named()
    {
        Assert.False(Texts.Has("farewell"));
        Assert.Contains("farewell", Assert.Throws<KeyNotFoundException>(() => Texts.Get("farewell")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Greeting: Hello", 1, 1, "not the id of a text")]
    [InlineData("a..b: Hello", 1, 1, "not the id of a text")]
    [InlineData("greeting:", 1, 10, "must be a text, not nothing")]
    [InlineData("greeting: []", 1, 11, "has no wording")]
    [InlineData("greeting: ''", 1, 11, "empty")]
    [InlineData("greeting: [Hello, {a: b}]", 1, 19, "must be a text, not a mapping")]
    [InlineData("greeting: Hello {first name}", 1, 11, "brace")]
    [InlineData("greeting: Hello {name", 1, 11, "brace")]
    [InlineData("greeting: Hello name}", 1, 11, "brace")]
    [InlineData("greeting: Hello {na{me}}", 1, 11, "brace")]
    [InlineData("greeting: Hello\ngreeting: Hi", 2, 1, "stands twice")]
    [InlineData("", 1, 1, "is empty")]
    public void A_fault_in_the_texts_is_told_with_its_place(string text, int line, int column, string problem)
    {
        var (texts, faults) = TextLoader.Parse("en.yaml", text);
        Assert.Null(texts);
        var fault = Assert.Single(faults);
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }
}
