using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>One number as it is said: signed, a ratio, digit by digit; and what is a number only by itself ("a few", "half of them").</summary>
internal static class SimpleNumber
{
    /// <summary>The number at a term. <paramref name="led"/>: words before it say that a number follows.</summary>
    public static Quantity Read(Sentence s, int index, bool led)
    {
        var at = led && s.Has(index, Tag.The, Tag.About) && !s.Quantity(index).Exists ? index + 1 : index;
        var negative = IsNegative(s, at);
        var start = negative ? at + 1 : at;
        var quantity = Spoken(s, start, s.Quantity(start));
        quantity = quantity.Exists ? Ratio(s, quantity, led) : Part(s, start, led);
        if (!quantity.Exists || quantity.Broken || (quantity.Weak && !IsAlone(s, start, quantity.End)))
        {
            return default;
        }

        return negative ? quantity with { Value = -quantity.Value } : quantity;
    }

    /// <summary>"one twenty two" is 122, "two fifty thousand" 250,000, "zero five" 5.</summary>
    public static Quantity Spoken(Sentence s, int index, Quantity number)
    {
        if (!number.Exists || number.Digits || number.Broken || number.Ordinal || number.Multiplied || number.Value is < 0 or > 9 || !number.IsWhole || number.End != index + 1)
        {
            return number;
        }

        var next = s.Quantity(number.End);
        var joins = next is { Exists: true, Digits: false, Ordinal: false, Broken: false, Weak: false } && s.Has(number.End, Tag.Number) && !s.Has(next.End, Tag.Unit);
        var small = joins ? next.Value / next.Multiplier : 0;
        var fits = number.Value == 0 ? small is > 0 and < 10 : small is >= 20 and < 100 && !s.Language.Habits.DecimalComma;
        return fits && small == decimal.Truncate(small) ? next with { Value = ((number.Value * 100) + small) * next.Multiplier } : number;
    }

    /// <summary>True where a minus stands before a number and no number before the minus.</summary>
    public static bool IsNegative(Sentence s, int index)
    {
        var dash = s.Sign(index) == '-' && s.Quantity(index + 1).Exists && !EndsNumber(s, index) && (index == 0 || !s.Glued(index) || s.Sign(index - 1) is '(' or '<' or '>' or '=' or ':');
        return dash || (s.Has(index, Tag.Negative) && !s.Quantity(index).Exists);
    }

    private static bool EndsNumber(Sentence s, int index) => s.Digits(index - 1) > 0 || s.Has(index - 1, Tag.Number, Tag.Multiplier);

    // "1 over 20", "two out of five", "1 in 3".
    private static Quantity Ratio(Sentence s, Quantity top, bool led)
    {
        var plain = top is { Broken: false, Ordinal: false } && (s.Has(top.End, Tag.Ratio) || (!led && s.Has(top.End, Tag.In)));
        var bottom = plain ? s.Quantity(top.End + 1) : default;
        var fits = bottom is { Exists: true, Broken: false, Ordinal: false, Value: > 0 } && s.IsFree(top.End, bottom.End) && (s.Has(top.End, Tag.Ratio) || (bottom.Value > top.Value && bottom.Value <= 100));
        return fits ? top with { Value = top.Value / bottom.Value, End = bottom.End, Weak = false } : top;
    }

    // "more than half", "half of them", "a third of it"; alone only where nothing else is said.
    private static Quantity Part(Sentence s, int index, bool led)
    {
        var at = s.Has(index, Tag.Article, Tag.The) ? index + 1 : index;
        if (!s.Try(at, Tag.Fraction, out var parts) || parts < 2 || (s.Has(at, Tag.Unit) && !(led && (s.EndsClause(at + 1) || s.Has(at + 1, Tag.Of)))))
        {
            return default;
        }

        var told = led || s.Has(at + 1, Tag.Of) || IsAlone(s, index, at + 1);
        return told ? new Quantity { Value = 1m / parts, End = at + 1 } : default;
    }

    private static bool IsAlone(Sentence s, int start, int end) => start == 0 && s.EndsClause(end) && end + 1 >= s.Count;
}
