using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>What a candidate that was read in a lead's turn means in a call: sums in thousands, problems denied, committees without the lead.</summary>
internal sealed class MeantInCalls(CallFilling filling, CallCues cues, Likeness? likeness)
{
    private const int ShortDenial = 40;
    private const float LikelyPain = 0.6f;

    /// <summary>The candidate as it is meant.</summary>
    public Candidate Of(LeadTurn heard, Candidate candidate, SellerTurn? seller) => NotBefore(heard, Funds(heard, seller, Compared(ByOthers(heard, Denied(heard, Scaled(heard, candidate, seller))))));

    /// <summary>Whether words say that something is wrong: how things are is no problem by itself.</summary>
    public bool TellsTrouble(LeadTurn heard) => cues.Holds("trouble", heard.Turn.Text) || cues.Holds("said_need", heard.Turn.Text)
        || Spoken.In(heard.Turn.Text).Exists(sentence => likeness?.Of(sentence.Of(heard.Turn.Text)) is [{ Kind: "pain", Share: > LikelyPain }, ..]);

    // "So it's 50k?" - "No, more like 20": the seller's figure says what the lead's counts.
    private Candidate Scaled(LeadTurn heard, Candidate candidate, SellerTurn? seller)
    {
        if (candidate.Value is not AnswerValue.Money { Status: MoneyStatus.Amount } money || heard.SpanOf(candidate) is not { } span)
        {
            return candidate;
        }

        var words = heard.Turn.Text.AsSpan(span.Start, span.Length);
        return Sums.IsBare(words, cues) && (money.Max ?? money.Min) < Sums.Thousand && Said(heard, seller) is { } said
            ? candidate with { Value = money with { Min = money.Min * Sums.Thousand, Max = money.Max * Sums.Thousand, Currency = said.Currency } }
            : Sums.InThousands(candidate, words, cues);
    }

    // "They quoted 48,000. We can go up to 30": the lead's own figure says so too.
    private static AnswerValue.Money? Said(LeadTurn heard, SellerTurn? seller) =>
        seller?.Proposals.Select(static proposal => proposal.Value as AnswerValue.Money).FirstOrDefault(static money => money is not null && (money.Min ?? money.Max) >= Sums.Thousand)
        ?? heard.Reading.Candidates.Select(static candidate => candidate.Value switch
        {
            AnswerValue.Money { Status: MoneyStatus.Amount } money => money,
            AnswerValue.Number(var least, var most) => new AnswerValue.Money(MoneyStatus.Amount, least, most),
            _ => null,
        }).FirstOrDefault(static money => money is not null && (money.Max ?? money.Min) >= Sums.Thousand);

    // "There's no problem we need to solve" names a problem to say that there is none.
    private Candidate Denied(LeadTurn heard, Candidate candidate) =>
        candidate.Value is AnswerValue.Need { Present: true } need && heard.SpanOf(candidate) is { } span
        && (cues.Opens("no_need", heard.Turn.Text.AsSpan(span.Start, span.Length)) || (candidate.Rule is "need.answer" && heard.Reply == Reply.No && span.Length < ShortDenial && !TellsTrouble(heard)))
            ? candidate with { Value = need with { Present = false, Category = null } }
            : candidate;

    // "Would there be a budget?" - "We don't have one": none, rather than not settled yet. "There is, but I can't say how much" tells that there is money.
    private Candidate Funds(LeadTurn heard, SellerTurn? seller, Candidate candidate) => candidate.Value switch
    {
        AnswerValue.Money { Status: MoneyStatus.Undecided } when cues.Holds("no_funds", heard.Turn.Text) || (heard.Reply == Reply.No && seller is { IsPolar: true } && !cues.Holds("not_yet", heard.Turn.Text)) =>
            candidate with { Value = new AnswerValue.Money(MoneyStatus.None) },
        AnswerValue.Money { Status: MoneyStatus.Declined } when heard.Reply == Reply.Yes && seller is { IsPolar: true } => candidate with { Value = new AnswerValue.Money(MoneyStatus.Vague) },
        _ => candidate,
    };

    // "Nothing will happen before next autumn": that is the start, not the end.
    private Candidate NotBefore(LeadTurn heard, Candidate candidate) =>
        candidate.Value is AnswerValue.Timeframe { Class: TimeframeClass.Dated, From: null, To: { } day } && heard.SpanOf(candidate) is { } span && cues.Holds("not_before", heard.SentenceAt(span.Start))
            ? candidate with { Value = new AnswerValue.Timeframe(TimeframeClass.Dated, day, null) }
            : candidate;

    // "The committee" decides together, but not with the lead, where the lead is not named in it.
    private Candidate ByOthers(LeadTurn heard, Candidate candidate) =>
        candidate.Value is AnswerValue.Authority { Class: AuthorityClass.Joint } part && heard.SpanOf(candidate) is { } span && !cues.Holds("we_all", heard.SentenceAt(span.Start))
            ? candidate with { Value = part with { Class = AuthorityClass.Influencer } }
            : candidate;

    // A sum in a currency that the playbook cannot convert says that there is money, and not how much by its measure.
    private Candidate Compared(Candidate candidate) =>
        candidate.Value is AnswerValue.Money { Status: MoneyStatus.Amount, Currency: { } currency } && !string.Equals(currency, filling.Playbook.Currency, StringComparison.Ordinal) && filling.Playbook.Rates.All(rate => !string.Equals(rate.Currency, currency, StringComparison.Ordinal))
            ? candidate with { Value = new AnswerValue.Money(MoneyStatus.Vague) }
            : candidate;
}
