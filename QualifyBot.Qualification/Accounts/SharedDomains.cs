using System.Collections.Frozen;

namespace QualifyBot.Qualification.Accounts;

/// <summary>Domains that strangers share: endings under which anybody registers, and providers of mail for anybody.</summary>
internal static class SharedDomains
{
    /// <summary>Second labels that two-letter countries open to strangers: any of them before a country's code is an ending.</summary>
    private static readonly FrozenSet<string> SecondLabels = Set("""
        ac co com edu gen go gob gouv gov gv id ind info ltd me mil muni ne net nom or org plc press pro res sch school web
        """);

    /// <summary>Endings of one country alone, and hosts that let their customers' names stand before their own.</summary>
    private static readonly FrozenSet<string> Endings = Set("""
        nhs.uk police.uk asn.au conf.au csiro.au geek.nz iwi.nz kiwi.nz maori.nz govt.nz cri.nz health.nz parliament.nz
        ad.jp ed.jp gr.jp lg.jp firm.in nic.in law.za nis.za tm.za bel.tr pol.tr k12.tr av.tr dr.tr bbs.tr tel.tr biz.tr name.tr
        idf.il k12.il asso.fr tm.fr prd.fr biz.pl edu.pl waw.pl msk.ru spb.ru pp.ua kiev.ua kyiv.ua lviv.ua
        adv.br art.br arq.br blog.br eco.br emp.br eng.br esp.br far.br flog.br fst.br imb.br ind.br inf.br jus.br leg.br med.br mus.br odo.br
        psi.br rec.br srv.br tur.br tv.br vet.br zlg.br idv.tw game.tw ebiz.tw club.tw idv.hk ah.cn bj.cn cq.cn fj.cn gd.cn sh.cn zj.cn
        per.sg pe.kr re.kr kg.kr hs.kr ms.kr es.kr sc.kr co.it firm.co nom.co arts.ve e12.ve rec.ve store.ve
        ab.ca bc.ca gc.ca mb.ca nb.ca nf.ca nl.ca ns.ca nt.ca nu.ca on.ca pe.ca qc.ca sk.ca yk.ca
        uk.com us.com eu.com de.com gb.com jpn.com br.com cn.com ru.com sa.com za.com se.com gb.net uk.net se.net jp.net in.net us.org eu.org
        onmicrosoft.com myshopify.com github.io gitlab.io herokuapp.com azurewebsites.net cloudapp.net web.app firebaseapp.com netlify.app vercel.app
        pages.dev workers.dev blogspot.com wordpress.com wixsite.com webflow.io weebly.com tumblr.com amazonaws.com cloudfront.net duckdns.org
        """);

    /// <summary>Providers of mail for anybody that have a domain in many countries: the label before the ending tells them.</summary>
    private static readonly FrozenSet<string> MailBrands = Set("""
        aol gmail gmx googlemail hotmail icloud live msn outlook proton protonmail rocketmail tutanota yahoo yandex ymail zohomail
        mailinator guerrillamail yopmail 10minutemail tempmail temp-mail trashmail maildrop sharklasers getnada throwawaymail dispostable
        """);

    /// <summary>Further providers of mail for anybody.</summary>
    private static readonly FrozenSet<string> Mail = Set("""
        139.com 189.cn alice.it att.net bell.net bellsouth.net bk.ru bol.com.br charter.net chello.at comcast.net cox.net daum.net earthlink.net email.com
        fastmail.fm freemail.hu hanmail.net hispeed.ch hushmail.com ig.com.br inbox.com inbox.lv inbox.ru interia.pl juno.com kpnmail.nl list.ru mail.de
        mail.ee mailbox.org mailfence.com neuf.fr numericable.fr o2.pl onet.pl online.de optonline.net optusnet.com.au posteo.de rambler.ru rogers.com sapo.pt
        sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com skynet.be sohu.com sympatico.ca talktalk.net telenet.be telus.net terra.com.br tiscali.it
        tuta.io tutamail.com ukr.net verizon.net videotron.ca virgilio.it virginmedia.com vodafone.de volny.cz windstream.net wp.pl xtra.co.nz yeah.net ziggo.nl
        """);

    /// <summary>How many of the last labels, of which there are two or more, are an ending under which anybody registers: 1 or 2.</summary>
    public static int EndingOf(string[] labels)
    {
        var (second, last) = (labels[^2], labels[^1]);
        var isState = last == "us" && second.Length == 2;
        return isState || Endings.Contains($"{second}.{last}") || (last.Length == 2 && SecondLabels.Contains(second)) ? 2 : 1;
    }

    /// <summary>Whether a registered domain is of a provider of mail for anybody.</summary>
    public static bool IsFreeMail(string domain) => Mail.Contains(domain) || MailBrands.Contains(domain[..domain.IndexOf('.', StringComparison.Ordinal)]);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
