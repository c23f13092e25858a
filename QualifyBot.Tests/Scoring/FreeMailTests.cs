using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Scoring;

/// <summary>Which addresses are anybody's, and so tell of no company.</summary>
public sealed class FreeMailTests
{
    // One row a country or kind of provider.
    [Theory]
    [InlineData("gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com mac.com")]
    [InlineData("proton.me pm.me protonmail.com tuta.com tutanota.com fastmail.com hey.com duck.com mail.com zoho.com gmx.com")]
    [InlineData("web.de gmx.de gmx.net freenet.de t-online.de outlook.de yahoo.de gmx.at gmx.ch bluewin.ch")]
    [InlineData("free.fr orange.fr wanadoo.fr laposte.net hotmail.fr yahoo.fr libero.it uol.com.br")]
    [InlineData("hotmail.co.uk yahoo.co.uk btinternet.com bigpond.com comcast.net verizon.net")]
    [InlineData("qq.com 163.com 126.com naver.com rediffmail.com yahoo.co.in mail.ru yandex.ru yandex.com")]
    public void An_address_of_such_a_provider_is_free_mail(string providers) =>
        Assert.All(providers.Split(' '), static provider => Assert.Equal((10, 0), Points($"ann@{provider}")));

    [Theory]
    [InlineData("ann@acme.example")]
    [InlineData("ann@mygmail.com")]
    [InlineData("ann@mail.acme.com")]
    [InlineData("gmail.com@acme.example")]
    [InlineData("ann@")]
    public void Any_other_is_not(string address) => Assert.Equal((0, 10), Points(address));

    [Theory]
    [InlineData("Ann@GMAIL.com")]
    [InlineData("ann@gmail.com ")]
    public void Letters_and_spaces_make_no_difference(string address) => Assert.Equal((10, 0), Points(address));

    private static (int Free, int Company) Points(string address)
    {
        var rules = Drafts.With(
            new ScoreRule("free", Axis.Fit, null, 10, new Condition.FreeMail("email", true)),
            new ScoreRule("company", Axis.Intent, null, 10, new Condition.FreeMail("email", false)));
        var score = Scorer.Score(Of(("email", Text(address))), rules, Today);
        return (score.Fit, score.Intent);
    }
}
