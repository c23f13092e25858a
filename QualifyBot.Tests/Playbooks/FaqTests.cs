using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class FaqTests
{
    private const string Two = """
        price:
          note: true
          ask: [what does it cost, price]
          answer: It depends.
        safety:
          ask: [is our data safe, where is the data stored]
          answer: [Quite., Very.]
        """;

    public static TheoryData<string> Languages => [.. Shipped.Catalog.Texts.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("do you integrate with Salesforce?", "integrations")]
    [InlineData("Does it work with HubSpot?", "integrations")]
    [InlineData("do you intergrate with salesforce", "integrations")]
    [InlineData("is there an integration for SAP?", "integrations")]
    [InlineData("How much would it cost us for 50 users?", "price")]
    [InlineData("whats the price", "price")]
    [InlineData("How do you handle security?", "security")]
    [InlineData("Are you SOC2 certified?", "security")]
    [InlineData("are you GDPR compliant?", "privacy")]
    [InlineData("What do you do with my data?", "privacy")]
    [InlineData("where do you store data", "storage")]
    [InlineData("can we try it for free?", "trial")]
    [InlineData("what's the minimum contract term", "contract")]
    [InlineData("What kind of suport do you offer?", "support")]
    [InlineData("who are you?", "assistant")]
    [InlineData("are you a human?", "identity")]
    [InlineData("what happens next?", "next_steps")]
    [InlineData("how long will this take?", "duration")]
    [InlineData("are you hiring?", "jobs")]
    public void A_question_finds_its_answer_in_other_words_order_and_with_a_slip(string question, string id) =>
        Assert.Equal(id, Shipped.Catalog.Faqs["en"].Find(question)?.Id);

    [Theory]
    [InlineData("what is the capital of France?")]
    [InlineData("can you help me with my taxes?")]
    [InlineData("what time is it?")]
    [InlineData("is it going to rain tomorrow?")]
    [InlineData("who won the world cup?")]
    [InlineData("does tuesday work?")]
    [InlineData("can we start in March?")]
    [InlineData("what do you mean?")]
    [InlineData("")]
    [InlineData("? ? ?")]
    public void A_question_about_something_else_finds_none(string question) => Assert.Null(Shipped.Catalog.Faqs["en"].Find(question));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_answers_the_same_questions_and_its_own_phrasings_lead_to_them(string language)
    {
        var book = Shipped.Catalog.Faqs[language];
        Assert.Equal(Shipped.Catalog.Faqs["en"].Entries.Select(entry => entry.Id).Order(StringComparer.Ordinal), book.Entries.Select(entry => entry.Id).Order(StringComparer.Ordinal));
        Assert.All(book.Entries, entry => Assert.All(entry.Phrasings, phrasing => Assert.Equal(entry.Id, book.Find(phrasing)?.Id)));
        Assert.All(book.Entries, entry => Assert.True(entry.TextId is not null || entry.Answers.Length >= 2, $"'{entry.Id}' is said in the same words twice in a row."));
    }

    [Theory]
    [InlineData("de", "Was kostet das?", "price")]
    [InlineData("de", "Wo werden die Daten gespeichert?", "storage")]
    [InlineData("de", "Gibt es eine Schnittstelle zu SAP?", "integrations")]
    [InlineData("fr", "Où sont stockées nos données ?", "storage")]
    [InlineData("fr", "Combien de temps ça dure ?", "duration")]
    [InlineData("es", "¿Se integra con HubSpot?", "integrations")]
    [InlineData("es", "¿Dónde se guardan los datos?", "storage")]
    [InlineData("pt", "Tem um teste grátis?", "trial")]
    [InlineData("pt", "Onde ficam os servidores?", "storage")]
    public void The_other_languages_find_theirs(string language, string question, string id) => Assert.Equal(id, Shipped.Catalog.Faqs[language].Find(question)?.Id);

    [Theory]
    [InlineData("price:\n  ask: [what does it cost]\n", "The key 'answer' is missing.", 2)]
    [InlineData("price:\n  answer: It depends.\n", "The key 'ask' is missing.", 2)]
    [InlineData("price:\n  ask: []\n  answer: It depends.\n", "'ask' has no text.", 2)]
    [InlineData("price:\n  ask: ['?!']\n  answer: It depends.\n", "'?!' has no word of two letters or more.", 2)]
    [InlineData("Price:\n  ask: [price]\n  answer: It depends.\n", "'Price' is not the id of a question.", 1)]
    [InlineData("price:\n  ask: [price]\n  answer: It depends on {it}.\n", "has a brace", 3)]
    [InlineData("price:\n  ask: [price]\n  answer: It depends.\n  act: cancel\n", "'cancel' is no question that has an answer here.", 4)]
    [InlineData("price:\n  ask: [price]\n  answer: It depends.\n  anwser: No.\n", "The key 'anwser' is not known here.", 4)]
    [InlineData("price:\n  ask: [price]\n  text: talk.open\n", "'talk.open' is no text that answers a question.", 3)]
    [InlineData("price:\n  ask: [price]\n  answer: It depends.\nfee:\n  ask: [fee, price]\n  answer: None.\n", "'price' of 'fee' leads to 'price'.", 5)]
    [InlineData("price:\n  ask: [price]\n  answer: It depends.\n  act: ask_price\nfee:\n  ask: [fee]\n  answer: None.\n  act: ask_price\n", "'price' has the act 'ask_price' too.", 6)]
    public void A_fault_is_told_with_its_line(string yaml, string problem, int line)
    {
        var (book, faults) = FaqLoader.Parse("faq/en.yaml", yaml);
        Assert.Null(book);
        Assert.Contains(faults, fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Line == line);
    }

    [Fact]
    public void A_small_file_of_a_company_works_like_the_shipped_one()
    {
        var (book, faults) = FaqLoader.Parse("faq/en.yaml", Two);
        Assert.Empty(faults);
        Assert.Equal("price", book!.Find("so what will it cost?")?.Id);
        Assert.Equal("safety", book.Find("Is my data safe with you?")?.Id);
        Assert.Null(book.Find("what is the weather like?"));
        Assert.True(book.Entries[0].Note);
        Assert.Equal(["Quite.", "Very.", "Quite."], Enumerable.Range(0, 3).Select(turn => book.AnswerOf(book.Entries[1], turn)));
    }

    [Fact]
    public void A_long_text_is_looked_at_in_a_moment_and_finds_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("lorem ipsum dolor ", 20_000));
        Assert.Null(Shipped.Catalog.Faqs["en"].Find(text));
    }
}
