using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>Finds amounts of money; a number without a currency is one where money was asked for or talked about.</summary>
internal static class MoneyReader
{
    /// <summary>The rule of an amount in cents or pence of a currency that was not said.</summary>
    public const string Minor = "money.minor";

    private const int ReachOfBudget = 8;

    /// <summary>Smaller bare numbers before a noun count what it names.</summary>
    private const decimal SmallestBare = 1000;

    /// <summary>Bare figures outside of these are no years that anybody plans for.</summary>
    private const decimal FirstYear = 1900;
    private const decimal LastYear = 2100;

    /// <summary>"for", "this": a longer word may name a thing.</summary>
    private const int ShortWord = 4;

    /// <summary>A page of figures answers no question: so many bare numbers are taken for amounts, and so many amounts are read.</summary>
    private const int MostBare = 32;
    private const int Most = 128;

    /// <summary>Amounts that show by themselves that they are money.</summary>
    public static void Run(Sentence s, List<Candidate> found)
    {
        var (asked, bare) = (s.Context.Requested.Contains(SlotType.Money), 0);
        var most = found.Count + Most;
        for (var i = 0; i < s.Count && found.Count < most;)
        {
            var node = s.IsFree(i, i + 1) && (bare < MostBare || !IsPlainNumber(s, i)) ? MoneyGrammar.Read(s, i) : default;
            if (!node.Exists || !s.IsFree(i, node.End) || !IsMoney(s, i, node, asked && bare < MostBare))
            {
                i = s.Quantity(i).Exists && !s.Has(i, Tag.Currency) ? s.Quantity(i).End : i + 1;
                continue;
            }

            Add(s, i, node, found);
            bare += node.Marked ? 0 : 1;
            i = node.End;
        }
    }

    /// <summary>"Between 1500 and 2500 a month": asked for money, a range of figures that is no range of years.</summary>
    public static void RunRanges(Sentence s, List<Candidate> found)
    {
        if (s.Context.Requested is not [SlotType.Money, ..])
        {
            return;
        }

        for (var i = 0; i < s.Count; i++)
        {
            if ((s.Quantity(i).Digits || IsLinked(s, s.Quantity(i))) && s.IsFree(i, i + 1) && MoneyGrammar.Read(s, i) is { Exists: true } node && IsNoYears(node) && s.IsFree(i, node.End) && IsMoney(s, i, node, asked: true))
            {
                Add(s, i, node, found);
                return;
            }
        }
    }

    // "one, maybe two thousand", but not "four figures".
    private static bool IsLinked(Sentence s, Quantity number) => number.Exists && (s.Sign(number.End) is ',' or '-' || s.Has(number.End, Tag.To, Tag.Or) || s.Has(number.End, Tag.And, Tag.NumberAnd));

    private static bool IsNoYears(MoneyNode node) =>
        node is { Min: { } low, Max: { } high } && low < high && high is >= SmallestBare and < 10 * SmallestBare && (node.Period is not null || low < FirstYear || high > LastYear);

    private static bool IsPlainNumber(Sentence s, int index) =>
        s.Quantity(index) is { Exists: true, Multiplied: false } number && !s.Has(index - 1, Tag.Currency, Tag.Cent) && !s.Has(number.End, Tag.Currency, Tag.Cent);

    private static void Add(Sentence s, int start, MoneyNode node, List<Candidate> found)
    {
        s.Take(start, node.End);
        var rule = IsMore(s, start, node) ? MessageReading.MoreMoney : node.Minor && node.Min == node.Max ? Minor : node.Min == node.Max ? "money.amount" : node.Min is null || node.Max is null ? "money.bound" : "money.range";
        if (node.Max == 0 && (!node.Marked || s.Context.Requested.Contains(SlotType.Money)))
        {
            found.Add(new Candidate(SlotType.Money, new AnswerValue.Money(MoneyStatus.None), s.StartOf(start), s.EndBefore(node.End) - s.StartOf(start), "money.zero"));
            return;
        }

        var value = new AnswerValue.Money(MoneyStatus.Amount, Plain(node.Min), Plain(node.Max), node.Currency ?? (node.Marked ? null : s.Context.Currency), node.Period);
        found.Add(new Candidate(SlotType.Money, value, s.StartOf(start), s.EndBefore(node.End) - s.StartOf(start), rule));
    }

    // "Another 10k", "10k more": on top of what was said before.
    private static bool IsMore(Sentence s, int start, MoneyNode node) =>
        node.Min == node.Max && ((s.Try(start - 1, Tag.More, out var before) && before == 1) || (s.Try(node.End, Tag.More, out var behind) && behind == 1 && s.EndsClause(node.End + 1)));

    /// <summary>The same amount without zeros at its end.</summary>
    private static decimal? Plain(decimal? amount) => amount / 1.0000000000000000000000000000m;

    private static bool IsMoney(Sentence s, int index, MoneyNode node, bool asked)
    {
        if (SimpleNumber.IsNegative(s, index - 1) && !node.Marked)
        {
            return false;
        }

        // What was asked steers: in a talk, the revenue and the price of others are no budget.
        if (!s.Context.Requested.IsEmpty && (node.Marked || asked || node.Large) && SumWords.IsOther(s, index, node.End))
        {
            return false;
        }

        if (node.Marked)
        {
            return true;
        }

        if (s.Has(node.End, Tag.PeopleWord, Tag.Percent) || s.Has(node.End, Tag.Unit, Tag.Meridiem) || s.Has(node.End, Tag.Month) || s.Has(node.End, Tag.Seat) || (s.Has(index - 1, Tag.PeopleIntro) && !IsShort(s, node) && !(asked && (node.Min ?? node.Max) >= SmallestBare && !s.Context.Requested.Contains(SlotType.Headcount))) || IsShare(s, node.End))
        {
            return false;
        }

        return (asked && IsAnswer(s, index, node)) || (node.Large && IsLikely(s, index, node)) || IsBudget(s, index, node);
    }

    // A bare number answers, unless it names something ("Office 365") or counts something else ("3 offices").
    private static bool IsAnswer(Sentence s, int index, MoneyNode node) =>
        (node.Large || !s.Has(index, Tag.Article)) && !IsPronoun(s, index, node) && !IsOfNoun(s, node.End)
        && (node.Large || node.Period is not null || !(SumWords.IsName(s, index) || ((node.Max ?? node.Min) < SmallestBare && SumWords.Counts(s, node.End))));

    // "Wir haben 30k": thousands in short are no people.
    private static bool IsShort(Sentence s, MoneyNode node) => node.Large && s.Digits(node.End - 2) > 0 && s.Glued(node.End - 1);

    // "5-10%"
    private static bool IsShare(Sentence s, int end) => s.Sign(end) is '-' or '~' && s.Quantity(end + 1) is { Exists: true } high && s.Has(high.End, Tag.Percent);

    // "We haven't set one": a small number in letters is an amount only by itself.
    private static bool IsPronoun(Sentence s, int index, MoneyNode node) =>
        index > 0 && node.Min == node.Max && node.Min < 10 && s.Token(index).Kind == Tokens.TokenKind.Word;

    // "40k" without a unit behind it, and not the start of another noun.
    private static bool IsLikely(Sentence s, int index, MoneyNode node) =>
        node.Period is not null || IsLikelyRange(s, index, node) || ((s.EndsClause(node.End) || !IsNoun(s, node.End)) && s.Digits(node.End - 2) > 0 && s.Glued(node.End - 1) && index >= 0);

    // "15k, maybe 20 if": the lower end shows that it is money.
    private static bool IsLikelyRange(Sentence s, int index, MoneyNode node) =>
        node.Min < node.Max && (s.Quantity(index) is { Digits: true, Multiplied: true } || s.Quantity(index + 1) is { Digits: true, Multiplied: true })
        && (s.EndsClause(node.End) || SumWords.Has(s, node.End, Tag.Follower));

    // "Our 20k approved vendors": what was said of the budget is said of a noun.
    private static bool IsOfNoun(Sentence s, int end) =>
        (s.Has(end, Tag.BudgetWord) || SumWords.Has(s, end, Tag.BudgetWord)) && !s.EndsClause(end + 1) && IsNounAt(s, end + 1) && s.Token(end + 1).FoldLength > ShortWord && !SumWords.Has(s, end + 1, Tag.Follower);

    private static bool IsNoun(Sentence s, int index) => s.Term(index).Entry.Meanings.Count == 0 && s.Token(index).Kind == Tokens.TokenKind.Word;

    private static bool IsBudget(Sentence s, int index, MoneyNode node)
    {
        if (node.Min is < 50 || (node.Min is null && node.Max < 50))
        {
            return false;
        }

        for (var i = Math.Max(0, index - ReachOfBudget); i < Math.Min(s.Count, node.End + 4); i++)
        {
            if (s.Has(i, Tag.BudgetWord) || SumWords.Has(s, i, Tag.BudgetWord))
            {
                return !SumWords.IsName(s, index) && !IsOfNoun(s, node.End) && (!IsNounAt(s, node.End) || s.EndsClause(node.End) || SumWords.Has(s, node.End, Tag.Follower));
            }
        }

        return false;
    }

    private static bool IsNounAt(Sentence s, int index) => index < s.Count && IsNoun(s, index);
}
