using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>Talks in the visitor's language, and talks whose language changes.</summary>
public sealed class LanguageTests(SharedHost shared) : IClassFixture<SharedHost>
{
    public static TheoryData<string, string> Talks => LanguageTalks.All;

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_talk_is_held_in_the_visitors_language_and_comes_to_what_it_comes_to_in_english(string language, string playbook)
    {
        var (there, score) = await HoldAsync("en", playbook);
        Assert.Equal((there, score), await HoldAsync(language, playbook));
        shared.AssertNothingBroke();
    }

    [Fact]
    public void French_sentences_keep_a_narrow_space_before_their_high_signs()
    {
        var texts = Shipped.Catalog.Texts["fr"];
        var sentences = texts.Ids.Where(id => !id.StartsWith("words.", StringComparison.Ordinal)).SelectMany(id => texts.Wordings(id));
        Assert.All(sentences, sentence => Assert.DoesNotContain(((string[])[" ?", " !", " ;", " :", " »", "« "]), sign => sentence.Contains(sign, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Hallo", "de")]
    [InlineData("Guten Tag", "de")]
    [InlineData("Bonjour", "fr")]
    [InlineData("Hola", "es")]
    [InlineData("Buenas tardes", "es")]
    [InlineData("Olá", "pt")]
    [InlineData("Bom dia", "pt")]
    [InlineData("Hello", "en")]
    [InlineData("quanto custa?", "pt")]
    public async Task The_first_message_tells_the_language(string words, string language)
    {
        var reply = await shared.NewVisitor().SayAsync(words, "bant");
        reply.SpeaksIn(language).EndsWith("bant.need.ask");
        Assert.True(reply.Has("talk.open"), reply.ToString());
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("fr", "fr")]
    [InlineData("pt-BR", "pt")]
    [InlineData("en-GB", "en")]
    [InlineData("it-IT", "en")]
    [InlineData("\u0000💥", "en")]
    public async Task Before_any_word_the_page_tells_the_language(string locale, string language)
    {
        var visitor = shared.NewVisitor();
        var joins = visitor.Joins();
        joins["locale"] = locale;
        await visitor.PostAsync(joins);
        (await visitor.NextAsync()).SpeaksIn(language).Says("talk.open", "bant.need.ask");
        (await visitor.SayAsync("300")).SpeaksIn(language);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("300")]
    [InlineData("Jean-Pierre Dupont")]
    [InlineData("anna@exemple.fr")]
    [InlineData("Merci")]
    [InlineData("Siemens AG, München")]
    [InlineData("Head of Sales")]
    [InlineData("👍")]
    [InlineData("15.000")]
    [InlineData("Salesforce")]
    public async Task Names_figures_and_borrowed_words_change_no_language(string words)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("Wir machen zu viel von Hand");
        (await visitor.SayAsync(words)).SpeaksIn("de");
    }

    [Theory]
    [InlineData("nos factures sont saisies à la main", "fr")]
    [InlineData("no sabemos quién lo decide", "es")]
    [InlineData("ainda não temos orçamento para isso", "pt")]
    [InlineData("das entscheidet meine Chefin", "de")]
    [InlineData("yes please, what does it cost?", "en")]
    public async Task The_talk_goes_on_in_the_language_of_a_message_that_is_clearly_in_another(string words, string language)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync(language == "en" ? "Wir machen zu viel von Hand" : "We do too much by hand");
        (await visitor.SayAsync(words)).SpeaksIn(language);
        (await visitor.SayAsync("ok")).SpeaksIn(language);
    }

    [Theory]
    [InlineData("auf Deutsch bitte", "de")]
    [InlineData("¿habla español?", "es")]
    [InlineData("en français s'il vous plaît", "fr")]
    [InlineData("Podemos falar em português?", "pt")]
    [InlineData("Deutsch", "de")]
    [InlineData("can we switch to Spanish?", "es")]
    public async Task A_language_that_is_asked_for_is_spoken_and_the_question_put_again_in_it(string words, string language)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We do too much by hand");
        (await visitor.SayAsync(words)).SpeaksIn(language).Says("talk.language_changed", "bant.headcount.ask");
        (await visitor.SayAsync("can we speak English?")).SpeaksIn("en").Says("talk.language_changed", "bant.headcount.ask");
    }

    [Theory]
    [InlineData("Abbiamo bisogno di una soluzione per le nostre fatture, grazie")]
    [InlineData("Wij hebben een oplossing nodig voor onze facturen")]
    [InlineData("Dzień dobry, robimy wszystko ręcznie i mamy za mało czasu")]
    [InlineData("Здравствуйте, мы делаем всё вручную")]
    [InlineData("你好，我们手工做所有事情")]
    public async Task Who_writes_in_a_language_that_is_not_spoken_hears_once_which_are(string words)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("Wir machen zu viel von Hand");
        var reply = await visitor.SayAsync(words);
        reply.SpeaksIn("de").Says("talk.language_unknown", "bant.headcount.ask");
        Assert.Contains("English, Deutsch, español, français oder português", reply.Text, StringComparison.Ordinal);
        Assert.False((await visitor.SayAsync(words)).SpeaksIn("de").Has("talk.language_unknown"));
    }

    [Fact]
    public async Task A_language_that_is_not_spoken_is_refused_each_time_it_is_asked_for()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We do too much by hand");
        (await visitor.SayAsync("do you speak Italian?")).SpeaksIn("en").Says("talk.language_unknown", "bant.headcount.ask");
        (await visitor.SayAsync("po polsku proszę?")).SpeaksIn("en").Has("talk.language_unknown");
        (await visitor.SayAsync("300 people")).SpeaksIn("en").EndsWith("bant.timeline.ask");
    }

    [Fact]
    public async Task A_button_still_counts_after_the_language_changed()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("Wir machen zu viel von Hand", "300 Leute", "nächsten Monat", "blub");
        var shown = (await visitor.SayAsync("blah")).SpeaksIn("de").Buttons;
        (await visitor.SayAsync("can we speak English?")).SpeaksIn("en");
        (await visitor.SayAsync(shown[1])).SpeaksIn("en").EndsWith("bant.budget.ask");
        Assert.Contains("joint", (await shared.LeadAsync(visitor)).GetProperty("answers").ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_demo_is_offered_and_moved_in_the_language_of_the_moment()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. Support.Talks.Of("bant booked").SkipLast(1).Select(step => step.Says)]);
        var offer = (await visitor.SayAsync("auf Deutsch bitte")).SpeaksIn("de");
        Assert.Contains("Uhr (Europe/Berlin)", offer.Text, StringComparison.Ordinal);
        var booked = await visitor.SayAsync(offer.Buttons[1]);
        booked.SpeaksIn("de").Says("book.done");
        (await visitor.SayAsync("en français s'il vous plaît")).SpeaksIn("fr");
    }

    private async Task<(string Answered, string Score)> HoldAsync(string language, string playbook)
    {
        var visitor = shared.NewVisitor();
        var reply = await visitor.SayAsync(LanguageTalks.To(Shipped.Catalog.Playbooks[playbook].Questions[0].Id, language), playbook);
        for (var turns = 1; !reply.Has("book.done"); turns++)
        {
            reply.SpeaksIn(language);
            Assert.True(turns < 15 && !reply.Has("talk.not_understood"), reply.ToString());
            reply = await visitor.SayAsync(LanguageTalks.To(reply.EndIn(language), language));
        }

        reply.SpeaksIn(language);
        var lead = await shared.LeadAsync(visitor);
        return (string.Join(',', lead.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("slot").GetString())), lead.GetProperty("score").GetProperty("total").ToString());
    }
}
