using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Reading.Talk;

public sealed class ActsInAnyWordsTests
{
    [Theory]
    [InlineData("would it be possible to speak with an actual person", Act.TalkToHuman)]
    [InlineData("get me through to somebody in your office, could you transfer me to them", Act.TalkToHuman)]
    [InlineData("could you redirect me to the billing desk", Act.TalkToHuman)]
    [InlineData("I need to cancel my booking on Friday", Act.Cancel)]
    [InlineData("how do I terminate my subscription", Act.Cancel)]
    [InlineData("quit asking me things", Act.Cancel)]
    [InlineData("is there a way to move my appointment to Friday", Act.Change)]
    [InlineData("I'd like to alter the date of my reservation", Act.Change)]
    [InlineData("can you raise my limit", Act.Change)]
    [InlineData("could you explain that once more", Act.Repeat)]
    [InlineData("I couldn't quite catch that", Act.Repeat)]
    [InlineData("have you got any good puns?", Act.SmallTalk)]
    [InlineData("do you think it will snow on Sunday", Act.SmallTalk)]
    [InlineData("which city are you from", Act.SmallTalk)]
    [InlineData("how many years have you existed", Act.SmallTalk)]
    [InlineData("what is the purpose of existence", Act.SmallTalk)]
    [InlineData("do you have any pets", Act.SmallTalk)]
    [InlineData("may I know your name", Act.WhoAreYou)]
    [InlineData("which company built you", Act.WhoAreYou)]
    [InlineData("who is your boss", Act.WhoAreYou)]
    [InlineData("are you an actual person or a computer", Act.AreYouABot)]
    [InlineData("what topics do you know about", Act.WhatCanYouDo)]
    [InlineData("I'm not at all certain about it", Act.Unsure)]
    [InlineData("can you set up a quick call on Monday", Act.BookMeeting)]
    [InlineData("could we go on in Italian", Act.ChangeLanguage)]
    [InlineData("it was lovely chatting with you", Act.Goodbye)]
    [InlineData("I am so grateful for your help", Act.Thanks)]
    [InlineData("I said no, not yes", Act.No)]
    [InlineData("whichever you prefer", Act.NoPreference)]
    public void What_people_do_is_heard_in_any_words(string words, Act act) => Assert.Contains(act, Acts("en", words));

    [Theory]
    [InlineData("we cancel too many orders")]
    [InlineData("our customers want to talk to a real person")]
    [InlineData("we talk to our support staff all day")]
    [InlineData("I need to delete duplicates in my CRM")]
    [InlineData("I want to close more deals")]
    [InlineData("I need to update my inventory every day")]
    [InlineData("customers can change the date online")]
    [InlineData("I want to drop Excel")]
    [InlineData("our CRM is a joke")]
    [InlineData("we track temperature and humidity in our trucks")]
    [InlineData("how old is your company")]
    [InlineData("where is your company based")]
    [InlineData("is this a real offer")]
    [InlineData("our reps schedule meetings by hand")]
    [InlineData("let customers book a call online")]
    [InlineData("we speak German with our customers")]
    [InlineData("my boss knows that")]
    [InlineData("our purpose is to help small farms")]
    public void What_a_visitor_says_of_the_own_business_is_no_act(string words) => Assert.Empty(Acts("en", words));

    [Theory]
    [InlineData("de", "könnten Sie mich mit dem Vertrieb verbinden", Act.TalkToHuman)]
    [InlineData("de", "wir müssen die Demo leider stornieren", Act.Cancel)]
    [InlineData("de", "können wir den Termin auf Montag verschieben", Act.Change)]
    [InlineData("de", "das hab ich nicht ganz verstanden", Act.Repeat)]
    [InlineData("de", "kannst du mir einen Witz erzählen", Act.SmallTalk)]
    [InlineData("de", "wer hat dich programmiert", Act.WhoAreYou)]
    [InlineData("de", "bist du ein echter Mensch", Act.AreYouABot)]
    [InlineData("de", "ich bin mir da nicht ganz sicher", Act.Unsure)]
    [InlineData("de", "geht klar", Act.Yes)]
    [InlineData("de", "mir egal", Act.NoPreference)]
    [InlineData("fr", "est-ce que je peux parler à quelqu'un ?", Act.TalkToHuman)]
    [InlineData("fr", "je dois annuler mon rendez-vous", Act.Cancel)]
    [InlineData("fr", "peut-on déplacer le rendez-vous à lundi", Act.Change)]
    [InlineData("fr", "je n'ai pas bien compris", Act.Repeat)]
    [InlineData("fr", "quel âge as-tu", Act.SmallTalk)]
    [InlineData("fr", "pour qui travailles-tu", Act.WhoAreYou)]
    [InlineData("fr", "est-ce que je parle à un humain", Act.AreYouABot)]
    [InlineData("fr", "ça marche pas", Act.No)]
    [InlineData("fr", "peu importe", Act.NoPreference)]
    [InlineData("es", "¿puedo hablar con alguien de ventas?", Act.TalkToHuman)]
    [InlineData("es", "necesito cancelar mi cita", Act.Cancel)]
    [InlineData("es", "me gustaría cambiar la hora de la demo", Act.Change)]
    [InlineData("es", "puedes repetir la pregunta", Act.Repeat)]
    [InlineData("es", "de dónde eres", Act.SmallTalk)]
    [InlineData("es", "quién te creó", Act.WhoAreYou)]
    [InlineData("es", "eres un robot", Act.AreYouABot)]
    [InlineData("es", "ni idea", Act.Unsure)]
    [InlineData("es", "me da igual", Act.NoPreference)]
    [InlineData("pt", "pode me passar para um atendente", Act.TalkToHuman)]
    [InlineData("pt", "preciso cancelar minha reunião", Act.Cancel)]
    [InlineData("pt", "podemos mudar a reunião para segunda", Act.Change)]
    [InlineData("pt", "não entendi bem", Act.Repeat)]
    [InlineData("pt", "conta uma piada", Act.SmallTalk)]
    [InlineData("pt", "como você se chama", Act.WhoAreYou)]
    [InlineData("pt", "você é um robô", Act.AreYouABot)]
    [InlineData("pt", "não faço a menor ideia", Act.Unsure)]
    [InlineData("pt", "tanto faz", Act.NoPreference)]
    public void The_other_languages_hear_them_too(string language, string words, Act act) => Assert.Contains(act, Acts(language, words));

    [Theory]
    [InlineData("de", "unsere Kunden stornieren ständig Bestellungen")]
    [InlineData("de", "wir müssen den Vertrag mit unserem Anbieter kündigen")]
    [InlineData("fr", "nos clients annulent trop de commandes")]
    [InlineData("fr", "nous devons changer notre logiciel")]
    [InlineData("es", "hablamos con clientes todo el día")]
    [InlineData("es", "nuestros vendedores agendan las citas a mano")]
    [InlineData("pt", "nossos clientes cancelam muitos pedidos")]
    [InlineData("pt", "repetimos sempre o mesmo trabalho")]
    public void Nor_do_they_take_a_business_for_an_act(string language, string words) => Assert.Empty(Acts(language, words));

    [Theory]
    [InlineData("cancel my appointment, I mean it ")]
    [InlineData("what are you to me and how old do you want to be ")]
    public void A_long_message_of_cues_is_read_as_quickly_as_any(string piece)
    {
        var words = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        Acts("en", words);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Acts("en", words);
        Assert.True(watch.ElapsedMilliseconds < 500);
    }

    private static IEnumerable<Act> Acts(string language, string words) =>
        RuleReader.Read(words, new ReadingContext { Now = new(2026, 1, 12, 10, 0, 0, DateTimeKind.Unspecified), Language = language }).Acts;
}
