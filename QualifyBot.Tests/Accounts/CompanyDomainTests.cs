using QualifyBot.Qualification.Accounts;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Accounts;

public sealed class CompanyDomainTests
{
    [Theory]
    [InlineData("anna@acme.example", "acme.example")]
    [InlineData("Anna@MAIL.Acme.Example", "acme.example")]
    [InlineData("anna@a.b.c.acme.example.", "acme.example")]
    [InlineData("anna@acme.co.uk", "acme.co.uk")]
    [InlineData("anna@mail.acme.co.uk", "acme.co.uk")]
    [InlineData("anna@cardiology.trust.nhs.uk", "trust.nhs.uk")]
    [InlineData("anna@acme.com.br", "acme.com.br")]
    [InlineData("anna@mail.acme.co.jp", "acme.co.jp")]
    [InlineData("anna@acme.de", "acme.de")]
    [InlineData("anna@acme.onmicrosoft.com", "acme.onmicrosoft.com")]
    [InlineData("anna@dept.city.wa.us", "city.wa.us")]
    [InlineData("anna@münchen.example", "xn--mnchen-3ya.example")]
    [InlineData("anna@xn--mnchen-3ya.example", "xn--mnchen-3ya.example")]
    [InlineData("\"a@b\"@acme.example", "acme.example")]
    public void Leads_of_one_company_have_one_domain(string address, string domain) => Assert.Equal(domain, CompanyDomain.OfAddress(address));

    [Theory]
    [InlineData("anna@gmail.com")]
    [InlineData("anna@GMAIL.com")]
    [InlineData("anna@mail.gmail.com")]
    [InlineData("anna@yahoo.co.nz")]
    [InlineData("anna@hotmail.it")]
    [InlineData("anna@web.de")]
    [InlineData("anna@mailinator.com")]
    [InlineData("anna@comcast.net")]
    [InlineData("anna@bol.com.br")]
    [InlineData("anna@wa.us")]
    [InlineData("anna@acme-.example")]
    [InlineData("anna@ac_me.example")]
    [InlineData("anna@xn--.\ud800")]
    [InlineData("anna@co.uk")]
    [InlineData("anna@onmicrosoft.com")]
    [InlineData("anna@localhost")]
    [InlineData("anna@[10.1.2.3]")]
    [InlineData("anna@10.1.2.3")]
    [InlineData("anna@acme..example")]
    [InlineData("anna@-acme.example")]
    [InlineData("anna@ac me.example")]
    [InlineData("anna@")]
    [InlineData("@acme.example")]
    [InlineData("acme.example")]
    [InlineData("")]
    public void Free_mail_and_what_is_no_company_has_none(string address) => Assert.Null(CompanyDomain.OfAddress(address));

    [Fact]
    public void Names_are_as_long_as_DNS_allows()
    {
        var (label, domain) = (new string('a', 63), string.Concat(Enumerable.Repeat("a.", 123)));
        Assert.Equal(label + ".example", CompanyDomain.Registered(label + ".example"));
        Assert.Null(CompanyDomain.Registered(label + "a.example"));
        Assert.Equal("a.example", CompanyDomain.Registered(domain[..^4] + "a.example"));
        Assert.Null(CompanyDomain.Registered(domain + "a.example"));
    }

    [Fact]
    public void The_first_address_that_is_known_counts_and_a_signal_before_the_visitor()
    {
        var lead = Lead.Empty.With(new Answer("email", new AnswerValue.Text(" anna@mail.acme.example "), new Evidence("m1", 0, 1, "x", "test"), default));
        var playbook = Drafts.With();
        Assert.Equal(("anna@mail.acme.example", "acme.example"), (CompanyDomain.AddressOf(lead, playbook), DomainOf(lead, playbook)));
        lead = lead.With(new Signal("s1", "email", default, "crm", "email", new AnswerValue.Text("anna@new.example")));
        Assert.Equal("new.example", DomainOf(lead, playbook));
        Assert.Null(CompanyDomain.AddressOf(Lead.Empty, playbook));
        Assert.Null(DomainOf(Lead.Empty.With(new Signal("s1", "email", default, "crm", "email", new AnswerValue.Text("a@gmail.com"))), playbook));
    }

    private static string? DomainOf(Lead lead, Playbook playbook) => CompanyDomain.AddressOf(lead, playbook) is { } address ? CompanyDomain.OfAddress(address) : null;
}
