using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>One amount: a number, with a currency before or behind it, cents, and figures of speech ("low six figures").</summary>
internal static class AmountGrammar
{
    /// <summary>The amount that starts at a term.</summary>
    public static Amount Read(Sentence s, int index)
    {
        var dash = s.Sign(index) == '-' && s.Has(index + 1, Tag.Currency) ? 1 : 0;
        var before = CurrencyName.Read(s, index + dash, before: true);
        if (!before.Exists && FigureOfSpeech.Read(s, index) is { Exists: true } figures)
        {
            return figures;
        }

        var start = before.Exists ? SkipMark(s, before.End) : index;
        var number = SimpleNumber.Spoken(s, start, s.Quantity(start));
        if (!number.Exists && index == 0 && s.Has(s.Count - 1, Tag.Cent) && s.Count == (s.Has(0, Tag.Article) ? 2 : 1))
        {
            number = new Quantity { Value = 1, End = s.Count - 1 };
        }

        if (!number.Exists || number.Broken || number.Ordinal)
        {
            return default;
        }

        return Coin(s, number) is { Exists: true } coins ? coins : Compose(s, before, number);
    }

    private static Amount Compose(Sentence s, CurrencyName before, Quantity number)
    {
        var value = number.Grouped > 0 ? number.Grouped : number.Value;
        var end = number.End;
        var linked = (number.Multiplied || number.Value >= 1) && (s.Has(end, Tag.Of) || s.Sign(end) == '-') && s.Has(end + 1, Tag.Currency) ? end + 1 : end;
        var behind = CurrencyName.Read(s, linked, before: false);
        var other = behind.Exists && s.Quantity(behind.End).Exists && (before.Exists || linked > end);
        behind = other || (before.Exists && !before.Shared) ? default : behind;

        behind = !before.Exists && !behind.Exists && s.Has(end - 1, Tag.Multiplier) && !IsNoun(s, end) ? CurrencyName.Read(s, end - 1, before: false) : behind;
        end = behind.Exists ? behind.End : end;
        var scale = Math.Max(before.Scale, behind.Scale);
        var said = behind.Exists && (!before.Exists || before.Shared) ? behind : before;
        var amount = new Amount { Min = value * Tens.Power(scale), Max = value * Tens.Power(scale), Currency = said.Code, Marked = before.Exists || behind.Exists, End = end, Number = number };
        amount.Number.Multiplied |= scale > 0;
        amount.Number.Multiplier = scale > 0 ? Tens.Power(scale) : number.Multiplier;
        return !amount.Marked ? CentsAlone(s, amount) : behind.Exists && s.Has(end, Tag.Multiplier) ? Multiplied(s, amount) : WithCents(s, amount);
    }

    // "ten grand" is money, "a grand opening" is none.
    private static bool IsNoun(Sentence s, int index) => !s.EndsClause(index) && s.Term(index).Entry.Meanings.Count == 0;

    // "$ . 50" is no sum, "Rs.500" and "USD:500" are.
    private static int SkipMark(Sentence s, int index) =>
        s.Sign(index) is '.' or ':' && s.Glued(index) && s.Quantity(index + 1).Exists && !s.Quantity(index).Exists ? index + 1 : index;

    // "75 USD million"
    private static Amount Multiplied(Sentence s, Amount amount)
    {
        var more = s.Quantity(amount.End);
        return amount.Number.Multiplied || !more.Exists ? amount
            : amount with { Min = amount.Min * more.Value, Max = amount.Max * more.Value, End = more.End, Number = amount.Number with { Multiplied = true, Multiplier = more.Multiplier } };
    }

    // "3 dollars 50 cents", "$20 and 43c", "15 dollars and 50", "3 euros com 99 centavos".
    private static Amount WithCents(Sentence s, Amount amount)
    {
        var joined = s.Has(amount.End, Tag.NumberAnd, Tag.With);
        var next = joined ? amount.End + 1 : amount.End;
        var cents = s.Quantity(next);
        if (!cents.Exists || cents.Broken || cents.Ordinal || cents.Multiplied || !cents.IsWhole || cents.Value is < 1 or > 99 || !amount.Number.IsWhole || amount.Number.Multiplied)
        {
            return amount;
        }

        var marked = s.Has(cents.End, Tag.Cent);
        var ends = s.EndsClause(cents.End);
        var worded = (ends && (joined || !amount.Number.Digits || !cents.Digits)) || (ends && !s.Glued(next) && cents.Digits && cents.Value >= 10);
        return (!marked && !worded) || s.Has(cents.End, Tag.Currency, Tag.Unit) ? amount
            : amount with { Min = amount.Min + (cents.Value / 100), Max = amount.Max + (cents.Value / 100), End = marked ? cents.End + 1 : cents.End };
    }

    private static Amount CentsAlone(Sentence s, Amount amount)
    {
        var at = s.Sign(amount.End) == '-' ? amount.End + 1 : amount.End;
        if (!s.Has(at, Tag.Cent) || s.Value(at, Tag.Cent) > 0 || (s.Token(at).FoldLength == 1 && s.Sign(at) == '\0'))
        {
            return amount;
        }

        var of = s.Has(at + 1, Tag.Of) ? CurrencyName.Read(s, at + 2, before: false) : default;
        return amount with { Min = amount.Min / 100, Max = amount.Max / 100, Marked = true, Minor = !of.Exists, Currency = of.Code, End = of.Exists ? of.End : at + 1 };
    }

    // Coins that have a name of their own are American.
    private static Amount Coin(Sentence s, Quantity number)
    {
        if (!s.Try(number.End, Tag.Cent, out var cents) || cents == 0)
        {
            return default;
        }

        var value = number.Value * cents / 100;
        return new Amount { Min = value, Max = value, Currency = "USD", Marked = true, Number = number, End = number.End + 1 };
    }
}
