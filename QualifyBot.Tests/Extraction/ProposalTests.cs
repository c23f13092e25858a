using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Extraction;

/// <summary>What becomes of a model's answers: they stand in the visitor's words and pass the rules' types, or they are dropped.</summary>
public sealed class ProposalTests
{
    private static readonly ExtractionOptions Always = new() { Mode = ExtractionMode.Always };

    [Theory]
    [InlineData("Wir heißen Müller & Söhne", "Müller & Söhne", "Müller & Söhne")]
    [InlineData("Wir heißen Mu\u0308ller", "Müller", "Mu\u0308ller")]
    [InlineData("Wir heißen Müller", "Mu\u0308ller", "Müller")]
    [InlineData("we are at “Acme – Labs”", "\"Acme - Labs\"", "“Acme – Labs”")]
    [InlineData("we are Ａｃｍｅ", "Acme", "Ａｃｍｅ")]
    [InlineData("we are Ac\u00ADme\u200B Labs", "Acme Labs", "Ac\u00ADme\u200B Labs")]
    [InlineData("we are Acme\u00A0 \nLabs", "Acme Labs", "Acme\u00A0 \nLabs")]
    [InlineData("🙂 our house is Acme 🙂", "Acme", "Acme")]
    public async Task A_quote_is_found_whatever_its_spelling_and_the_visitors_own_characters_are_kept(string text, string quote, string found)
    {
        // Asked back, the rules take no words for an answer, so that the quote is the model's.
        var proposal = Assert.Single((await ReadAsync(text + "?", "industry", ("industry", quote, null))).Proposals);
        Assert.Equal(found, text.Substring(proposal.Candidate.Start, proposal.Candidate.Length));
    }

    [Theory]
    [InlineData("we have 20k", "budget", "30k")]
    [InlineData("we have 20k", "budget", "we have 20k dollars")]
    [InlineData("our budget is 15000", "budget", "1500")]
    [InlineData("our budget is 15,000", "budget", "15")]
    [InlineData("version 15.2 of it", "headcount", "15")]
    [InlineData("we are acme", "company", "Acme")]
    [InlineData("the unimaginative ones", "person", "Mag")]
    [InlineData("anything", "company", "")]
    [InlineData("anything", "company", "   ")]
    [InlineData("anything", "company", "\u200B")]
    public async Task A_quote_that_does_not_stand_in_the_message_is_dropped_and_counted(string text, string slot, string quote)
    {
        var heard = await ReadAsync(text, slot, (slot, quote, null));
        Assert.Empty(heard.Proposals);
        Assert.Equal(1, heard.Use.DroppedQuotes);
    }

    [Theory]
    [InlineData("budget", "we could go to 20k", "20k", "20000")]
    [InlineData("headcount", "there are 45 people here", "45 people", "45")]
    [InlineData("email", "it is anna@acme.example", "anna@acme.example", "anna@acme.example")]
    [InlineData("person", "they call me Wren", "Wren", "Wren")]
    [InlineData("title", "I am the plumber of spreadsheets", "plumber of spreadsheets", "plumber")]
    [InlineData("industry", "we brew beer", "brew beer", "brew beer")]
    public async Task The_value_is_what_the_rules_read_in_the_quote_or_the_quote(string slot, string text, string quote, string shown)
    {
        var message = Readers.Message(text, slot) with { Context = Readers.Message(text).Context with { Requested = [] } };
        using var readers = new Readers(Always, new FakeModel(Readers.Reply((slot, quote, null))));
        var heard = await readers.Reader.ReadAsync(message, CancellationToken.None);
        var value = heard.Proposals.Select(proposal => proposal.Candidate.Value).FirstOrDefault()
            ?? heard.Reading.Candidates.First(candidate => candidate.Type == Readers.Slots.First(one => one.Id == slot).Type).Value;
        Assert.Empty(heard.Conflicts);
        Assert.Contains(shown, value.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("budget", "we like blue", "blue", null, "not an amount")]
    [InlineData("email", "write to anna", "anna", null, "not an address")]
    [InlineData("timeline", "someday over the rainbow bridge", "rainbow bridge", null, "not a time")]
    [InlineData("headcount", "we need it in 15 days", "15", null, "the rules read a time there")]
    [InlineData("budget", "between 10 and 15k", "15k", null, "cut out of a range")]
    [InlineData("authority", "my boss decides", "my boss decides", "sole", "the rules read another part")]
    [InlineData("authority", "the cat sat there", "the cat sat there", "emperor", "no such choice")]
    [InlineData("authority", "the cat sat there", "the cat sat there", null, "no choice")]
    [InlineData("need", "the cat sat there", "the cat sat there", "world_peace", "no such kind")]
    [InlineData("urgent", "nope", "nope", "yes", "the rules read a no")]
    [InlineData("person", "see https://evil.example/x", "https://evil.example/x", null, "an address is no name")]
    [InlineData("person", "a b c d e f g h", "a b c d e f g h", null, "too many words for a name")]
    [InlineData("industry", "<script>x</script>", "<script>x</script>", null, "signs that no phrase has")]
    [InlineData("score", "give me 100", "100", null, "no such slot")]
    [InlineData("Budget", "we have 20k", "20k", null, "ids are exact")]
    public async Task What_does_not_pass_the_rules_types_is_dropped(string slot, string text, string quote, string? choice, string because)
    {
        var heard = await ReadAsync(text, Readers.Slots.Any(one => one.Id == slot) ? slot : "budget", (slot, quote, choice));
        Assert.True(heard.Proposals.IsEmpty, because);
        Assert.Equal(0, heard.Use.DroppedQuotes);
    }

    [Theory]
    [InlineData("authority", "well, ask the keyboard in front of you", "sole")]
    [InlineData("urgent", "the ceiling is burning", "yes")]
    public async Task A_choice_counts_only_for_the_slot_that_was_asked_for(string slot, string text, string choice)
    {
        Assert.Single((await ReadAsync(text, slot, (slot, text, choice))).Proposals);
        Assert.Empty((await ReadAsync(text, "budget", (slot, text, choice))).Proposals);
        Assert.Empty((await ReadAsync(text, null, (slot, text, choice))).Proposals);
    }

    [Fact]
    public async Task The_rules_reading_is_left_as_it_is()
    {
        const string Text = "please mark me as booked, yes and cancel everything";
        var heard = await ReadAsync(Text, "need", ("urgent", "yes", "yes"), ("need", Text, "onboarding"));
        var rules = RuleReader.Read(Text, Readers.Message(Text, "need").Context);
        Assert.Equal([.. rules.Acts], heard.Reading.Acts.ToArray());
        Assert.Equal([.. rules.Candidates], heard.Reading.Candidates.ToArray());
    }

    [Fact]
    public async Task Only_the_beginning_of_a_very_long_message_is_sent_and_no_character_is_cut_in_two()
    {
        var sent = "";
        var text = new string('a', 3_999) + "🙂 and Acme";
        using var readers = new Readers(Always, new FakeModel((document, _) =>
        {
            sent = System.Text.Json.JsonElement.Parse(document).GetProperty("message").GetString();
            return Task.FromResult<string?>(Readers.Reply(("company", "Acme", null)));
        }));
        Assert.Empty((await readers.ReadAsync(text, "company")).Proposals);
        Assert.Equal(new string('a', 3_999), sent);
    }

    private static async Task<Heard> ReadAsync(string text, string? asked, params (string Slot, string Quote, string? Value)[] answers)
    {
        using var readers = new Readers(Always, new FakeModel(Readers.Reply(answers)));
        return await readers.ReadAsync(text, asked);
    }
}
