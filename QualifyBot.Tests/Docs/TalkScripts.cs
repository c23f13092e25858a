namespace QualifyBot.Tests.Docs;

/// <summary>A talk of the page docs/talks.md: what the visitor says.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Playbook">Id of the playbook.</param>
/// <param name="Locale">The language of the visitor's browser.</param>
/// <param name="Says">The visitor's messages, in order.</param>
internal sealed record TalkScript(string Title, string Playbook, string Locale, params string[] Says);

/// <summary>The talks of the page docs/talks.md.</summary>
internal static class TalkScripts
{
    public static readonly TalkScript[] OnePlaybookEach =
    [
        new("BANT: a demo is booked", "bant", "en", "Our onboarding of new hires takes too long.", "about 300 people", "next month", "I decide together with our CFO", "around $40k a year", "Anna Weber, anna@acme.example", "the second one"),
        new("CHAMP: too early, and no e-mails", "champ", "en", "We copy everything from one system into the other by hand", "my boss decides", "not really, other things come first", "no idea yet", "about 30", "no thanks"),
        new("MEDDIC: a large company goes to a colleague", "meddic", "en", "Our monthly reporting takes four people a week, and the figures are still wrong", "4,000 people", "jo.smith@northwind.example"),
        new("FAINT: no budget yet, but interest and means", "faint", "en", "Training new people takes us months", "120 people", "we decide together", "yes, gladly", "in two months", "yes, if it pays off", "info@widgets.example", "the first one"),
        new("GPCT: somebody who is no customer", "gpct", "en", "Good marks, to be honest", "I'm a student, it is for my thesis"),
    ];

    public static readonly TalkScript[] OneLanguageEach =
    [
        new("Deutsch", "bant", "de-DE", "Unsere Einarbeitung neuer Mitarbeiter dauert zu lange.", "ungefähr 300 Leute", "nächsten Monat", "das entscheide ich selbst", "etwa 40.000 Euro im Jahr", "anna@acme.example", "der zweite"),
        new("Français", "champ", "fr-FR", "Nous copions tout à la main d'un système à l'autre", "je décide moi-même", "oui", "le mois prochain", "quinze mille euros", "anna@acme.example", "le premier"),
        new("Español", "faint", "es-ES", "Formar a la gente nueva nos cuesta demasiado tiempo", "somos 120 personas", "decidimos juntos", "sí, por favor", "dentro de dos meses", "sí, si vale la pena", "ana@acme.example", "el primero"),
        new("Português", "bant", "pt-BR", "Fazemos tudo manualmente em planilhas", "somos 30 pessoas", "sem pressa", "outros decidem", "ainda não sabemos", "não, obrigado"),
    ];

    public static readonly TalkScript WithTurns = new(
        "Corrections and digressions", "bant", "en", "hi there", "before that: are you a human?", "ok. We do far too much by hand, and we are 30 people with a budget of 15k", "sorry, I meant 300 people, not 30", "why do you ask that?",
        "by summer or so", "do you integrate with Salesforce?", "rather not say", "no, the budget is 20k", "anna@acme.example", "Change start", "next month", "thanks, bye");
}
