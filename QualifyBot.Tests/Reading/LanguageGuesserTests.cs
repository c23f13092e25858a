using QualifyBot.Qualification.Reading.Languages;

namespace QualifyBot.Tests.Reading;

/// <summary>The language of what visitors write to a sales bot: sentences, short answers, and what tells no language at all.</summary>
public sealed class LanguageGuesserTests
{
    private const double LeastShare = 0.75;

    private static readonly Dictionary<string, string[]> Said = new(StringComparer.Ordinal)
    {
        ["de"] =
        [
            "Hallo", "Guten Tag", "Moin, was kostet das?", "Wir machen zu viel von Hand", "Unsere Rechnungen dauern ewig", "nächsten Monat",
            "so bald wie möglich", "keine Eile", "Ich entscheide", "Das entscheidet meine Chefin", "mein Chef und ich", "etwa 15.000 € im Jahr",
            "fünfzehntausend", "kein Budget", "noch nicht entschieden", "rund 300 Mitarbeiter", "Wir sind 40 Leute", "ja gerne", "nein danke",
            "Überspringen bitte", "möchte ich nicht sagen", "Dienstag um 14 Uhr", "Mensch bitte", "ich will mit einem Menschen sprechen",
            "weiß ich nicht", "im Frühjahr", "bis Ende des Jahres", "Vertriebsleiterin", "der zweite Termin", "Wozu brauchen Sie das?",
            "Haben Sie eine Schnittstelle zu Salesforce?", "Excel-Listen überall", "Wir suchen ein CRM für unser Sales Team", "drei bis sechs Monate",
            "zwischen 20 und 30 Tausend Euro",
        ],
        ["fr"] =
        [
            "Bonjour", "Salut, combien ça coûte ?", "Nous faisons tout à la main", "on perd trop de temps avec Excel", "le mois prochain",
            "dès que possible", "rien ne presse", "C'est moi qui décide", "ma directrice décide", "mon chef et moi", "environ 15 000 € par an",
            "quinze mille", "pas de budget", "pas encore décidé", "300 salariés", "nous sommes 40", "oui volontiers", "non merci", "passer",
            "je préfère ne pas le dire", "mardi à 14h", "je veux parler à un humain", "je ne sais pas", "au printemps", "avant la fin de l'année",
            "directrice commerciale", "le deuxième créneau", "Pourquoi cette question ?", "Est-ce que ça s'intègre avec Salesforce ?",
            "trois à six mois", "entre 20 et 30 mille euros", "la facturation manuelle",
        ],
        ["es"] =
        [
            "Hola", "Buenos días", "¿cuánto cuesta?", "Hacemos todo a mano", "perdemos mucho tiempo con Excel", "el mes que viene",
            "lo antes posible", "sin prisa", "Decido yo", "lo decide mi jefa", "mi jefe y yo", "unos 15.000 € al año", "quince mil",
            "no tenemos presupuesto", "aún sin decidir", "300 empleados", "somos 40 personas", "sí, por favor", "no, gracias", "omitir",
            "prefiero no decirlo", "el martes a las 14", "quiero hablar con una persona", "no lo sé", "en primavera", "antes de fin de año",
            "directora comercial", "la segunda", "¿Por qué lo pregunta?", "¿Se integra con Salesforce?", "de tres a seis meses",
            "entre 20 y 30 mil euros", "demasiado trabajo manual",
        ],
        ["pt"] =
        [
            "Olá", "Bom dia", "quanto custa?", "Fazemos tudo à mão", "perdemos muito tempo com planilhas", "no mês que vem", "o mais rápido possível",
            "sem pressa", "Eu decido", "quem decide é a minha chefe", "meu chefe e eu", "uns 15.000 reais por ano", "quinze mil reais",
            "não temos orçamento", "ainda não decidido", "300 funcionários", "somos 40 pessoas", "sim, por favor", "não, obrigado", "pular",
            "prefiro não dizer", "na terça às 14h", "quero falar com uma pessoa", "não sei", "no segundo semestre", "antes do fim do ano",
            "diretora comercial", "o segundo horário", "Por que você pergunta?", "Vocês integram com o Salesforce?", "de três a seis meses",
            "entre 20 e 30 mil reais", "trabalho manual demais",
        ],
        ["en"] =
        [
            "Hello", "Hi there, what does it cost?", "We do everything by hand", "our onboarding takes too long", "next month", "as soon as possible",
            "no rush", "I decide", "my boss decides", "me and my boss", "about 15,000 a year", "fifteen thousand", "no budget", "not decided yet",
            "300 people", "there are 40 of us", "yes please", "no thanks", "skip", "I'd rather not say", "Tuesday at 2pm", "talk to a human",
            "I don't know", "in spring", "before the end of the year", "head of sales", "the second one", "Why do you ask?",
            "Do you integrate with Salesforce?", "three to six months", "between 20 and 30 thousand euros", "too much manual work",
            "Angela Müller from Siemens in München", "We use Excel, SAP and José's scripts",
        ],
    };

    public static TheoryData<string> Languages => [.. Said.Keys];

    public static TheoryData<string> Silent =>
    [
        "ok", "OK!", "15.000", "300", "anna@acme.example", "Anna Schmidt", "José García", "Jean-Pierre Dupont, jp@exemple.fr", "SAP", "CRM",
        "Salesforce", "Q3", "15/03", "2", "👍", "asdfgh", "+49 170 1234567", "www.acme.de", "Marketing Manager", "CEO", "München", "Budget", "10k",
        "Siemens AG", "Deutsche Telekom", "Banco Santander", "La Poste", "Excel", "hmm", "???", "no", "demo",
    ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_clear_guess_is_never_wrong_and_most_short_answers_are_clear(string language)
    {
        var guesses = Said[language].Select(words => (Words: words, Guess: LanguageGuesser.Guess(words))).ToList();
        Assert.All(guesses.Where(one => one.Guess.Clear), one => Assert.Equal((one.Words, language), (one.Words, one.Guess.Language)));
        Assert.True(guesses.Count(one => one.Guess.Clear) >= LeastShare * guesses.Count);
        Assert.True(guesses.Count(one => one.Guess.Language == language) >= guesses.Count - 1);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_clear_guess_is_wrong_whatever_the_language_of_the_talk(string language)
    {
        foreach (var talk in Said.Keys)
        {
            Assert.All(Said[language], words => Assert.True(LanguageGuesser.Guess(words, talk) is var guess && (!guess.Clear || guess.Language == language), $"{talk}: {words}"));
        }
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void Names_figures_addresses_and_signs_are_clear_in_no_language(string words) =>
        Assert.All(Said.Keys, talk => Assert.False(LanguageGuesser.Guess(words, talk).Clear));

    [Theory]
    [InlineData("it", "Buongiorno, vorrei sapere quanto costa")]
    [InlineData("it", "Facciamo tutto a mano e perdiamo troppo tempo")]
    [InlineData("it", "Siamo circa trecento persone")]
    [InlineData("nl", "Goedemorgen, wij doen alles met de hand")]
    [InlineData("nl", "Wij hebben ongeveer 300 medewerkers")]
    [InlineData("pl", "Dzień dobry, robimy wszystko ręcznie")]
    [InlineData("pl", "Mamy trzystu pracowników")]
    [InlineData("ru", "Здравствуйте, мы делаем всё вручную")]
    [InlineData("zh", "你好，我们手工做所有事情")]
    [InlineData("ja", "こんにちは、手作業が多すぎます")]
    [InlineData("ar", "مرحبا نحن نقوم بكل شيء يدويا")]
    [InlineData("sv", "Hej, vi gör allt för hand och det tar för mycket tid")]
    [InlineData("tr", "Merhaba, her şeyi elle yapıyoruz")]
    [InlineData("cs", "Dobrý den, všechno děláme ručně")]
    [InlineData("fi", "Hei, teemme kaiken käsin ja meillä on ongelma")]
    [InlineData("ro", "Bună ziua, facem totul manual și avem nevoie de ajutor")]
    [InlineData("hu", "Jó napot, mindent kézzel csinálunk és nem jó")]
    public void A_language_that_is_not_read_is_told_as_well(string language, string words)
    {
        var guess = LanguageGuesser.Guess(words, "en");
        Assert.Equal((language, true), (guess.Language, guess.Clear));
    }

    [Theory]
    [InlineData("auf Deutsch bitte", "de")]
    [InlineData("Deutsch", "de")]
    [InlineData("Can we speak English?", "en")]
    [InlineData("English please", "en")]
    [InlineData("¿habla español?", "es")]
    [InlineData("¿Podríamos hablar en inglés?", "en")]
    [InlineData("en français s'il vous plaît", "fr")]
    [InlineData("Parlez-vous français ?", "fr")]
    [InlineData("Podemos falar em português?", "pt")]
    [InlineData("pode ser em inglês?", "en")]
    [InlineData("Könnten wir auf Englisch weitermachen?", "en")]
    [InlineData("kein Englisch, nur Deutsch", "de")]
    [InlineData("No, in English please", "en")]
    [InlineData("do you speak Italian?", "it")]
    [InlineData("русский", "ru")]
    [InlineData("I don't speak German", null)]
    [InlineData("no hablo inglés", null)]
    [InlineData("we need support in German", null)]
    [InlineData("our English customers complain", null)]
    [InlineData("German market", null)]
    [InlineData("ok", null)]
    [InlineData("", null)]
    public void A_request_for_a_language_says_nothing_else(string words, string? language) => Assert.Equal(language, LanguageRequest.Find(words));

    [Theory]
    [InlineData("")]
    [InlineData("\0\ud800 \udfff’’''")]
    [InlineData("a'b'c'd'e'f'g'h")]
    [InlineData("....@@@@....\n\n\t")]
    public void Whatever_is_written_there_is_an_answer_and_always_the_same(string words)
    {
        Assert.Equal(LanguageRequest.Find(words), LanguageRequest.Find(words));
        var longest = string.Concat(Enumerable.Repeat(words + "x ", 50_000));
        Assert.Equal(LanguageGuesser.Guess(longest), LanguageGuesser.Guess(longest));
    }
}
