using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>One amount: a number, with a currency before or behind it, cents, and figures of speech ("low six figures").</summary>
internal static class AmountGrammar
{
    /// <summary>A currency whose name several countries share.</summary>
    private const string Unnamed = "XXX";

    /// <summary>An amount as it stands: the number is kept for shared multipliers.</summary>
    internal struct Amount
    {
        public int End;
        public decimal Min;
        public decimal Max;
        public string? Currency;
        public bool Marked;
        public Quantity Number;

        public readonly bool Exists => End > 0;
    }

    public static Amount Read(Sentence s, int index)
    {
        var start = index;
        var currency = CurrencyAt(s, ref start, before: true);
        var hasBefore = start > index;
        if (!hasBefore && FiguresOf(s, index) is { Exists: true } figures)
        {
            return figures;
        }

        var number = s.Quantity(start);
        if (!number.Exists || number.Broken || number.Ordinal)
        {
            return default;
        }

        var value = number.Grouped > 0 ? number.Grouped : number.Value;
        var end = number.End;
        var after = end;
        var behind = CurrencyAt(s, ref after, before: false);
        var hasBehind = after > end && !(hasBefore && s.Quantity(after).Exists && s.Glued(after));
        if (hasBehind)
        {
            end = after;
            currency = hasBefore && currency is not null ? currency : behind;
        }

        var amount = new Amount { Min = value, Max = value, Currency = currency, Marked = hasBefore || hasBehind, End = end, Number = number };
        return amount.Marked ? WithCents(s, amount) : CentsAlone(s, amount);
    }

    // A dollar or pound sign says which currency only through the context; the common one is taken otherwise.
    private static string? CurrencyAt(Sentence s, ref int index, bool before)
    {
        var at = index;
        var negative = before && s.Sign(at) == '-' ? 1 : 0;
        if (!s.Try(at + negative, Tag.Currency, out var code))
        {
            return null;
        }

        at += negative + 1;
        var second = s.Has(at, Tag.Currency) && (s.Sign(at) != '\0' || s.Glued(at));
        index = second ? at + 1 : at;
        index = s.Sign(index) == '.' && s.Glued(index) && s.Quantity(index + 1).Exists ? index + 1 : index;
        var name = Names.TextOf(code);
        return string.Equals(name, Unnamed, StringComparison.Ordinal) ? null : name[^1] != '?' ? name : s.Context.Currency is { } own && own[^1] == name[^2] ? own : name[..^1];
    }

    // "3 dollars 50 cents", "$20 and 43c", "15 dollars and 50".
    private static Amount WithCents(Sentence s, Amount amount)
    {
        var joined = s.Has(amount.End, Tag.NumberAnd);
        var next = joined ? amount.End + 1 : amount.End;
        var cents = s.Quantity(next);
        if (!cents.Exists || cents.Broken || cents.Ordinal || cents.Multiplied || !cents.IsWhole || cents.Value is < 1 or > 99 || !amount.Number.IsWhole || amount.Number.Multiplied)
        {
            return amount;
        }

        var marked = s.Has(cents.End, Tag.Cent);
        var worded = s.EndsClause(cents.End) && (joined || !amount.Number.Digits || !cents.Digits) || (s.EndsClause(cents.End) && !s.Glued(next) && cents.Digits && cents.Value >= 10);
        return !marked && !worded || s.Has(cents.End, Tag.Currency, Tag.Unit) ? amount
            : amount with { Min = amount.Min + (cents.Value / 100), Max = amount.Max + (cents.Value / 100), End = marked ? cents.End + 1 : cents.End };
    }

    private static Amount CentsAlone(Sentence s, Amount amount)
    {
        var at = s.Sign(amount.End) == '-' ? amount.End + 1 : amount.End;
        return s.Has(at, Tag.Cent) && s.Term(at).Count == 1 && (s.Token(at).FoldLength > 1)
            ? amount with { Min = amount.Min / 100, Max = amount.Max / 100, Marked = true, End = at + 1 }
            : amount;
    }

    // "five figures", "low six figures", "mid 5-figure".
    private static Amount FiguresOf(Sentence s, int index)
    {
        var part = s.Has(index, Tag.Low) ? 1 : s.Has(index, Tag.Middle) ? 2 : s.Has(index, Tag.High) ? 3 : 0;
        var at = part > 0 ? index + 1 : index;
        at = part > 0 && (s.Sign(at) == '-' || s.Has(at, Tag.To)) ? at + 1 : at;
        var number = s.Quantity(at);
        var behind = s.Sign(number.End) == '-' ? number.End + 1 : number.End;
        if (!number.Exists || !s.Has(behind, Tag.Figures) || number.Value is < 3 or > 9 || !number.IsWhole)
        {
            return default;
        }

        var low = 1m;
        for (var i = 1; i < number.Value; i++)
        {
            low *= 10;
        }

        var (min, max) = part switch { 1 => (low, low * 3), 2 => (low * 4, low * 6), 3 => (low * 7, (low * 10) - 1), _ => (low, (low * 10) - 1) };
        return new Amount { Min = min, Max = max, Marked = true, Number = number, End = behind + 1 };
    }
}
