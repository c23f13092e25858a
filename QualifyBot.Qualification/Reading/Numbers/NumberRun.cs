using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Sums up hundreds, multipliers and smaller parts as they stand one behind the other ("two million three hundred and five").</summary>
internal ref partial struct NumberRun(Sentence s)
{
    private const decimal Largest = 1e18m;

    /// <summary>Digits or decimals came last: no number word adds to them.</summary>
    private const decimal Exact = 0.1m;

    /// <summary>A half or another fraction came last.</summary>
    private const decimal Fractional = -2;

    private readonly Sentence s = s;
    private decimal total;
    private decimal current;
    private decimal multiplier = decimal.MaxValue;

    // What stood before the parts that a larger multiplier may still take together ("455 mil 228 millones").
    private decimal outer;
    private decimal outerMultiplier = decimal.MaxValue;

    // What was added last; one of the two below where nothing smaller may follow.
    private decimal last = -1;
    private bool any;
    private bool afterMultiplier;
    private bool digits;
    private int at;

    /// <summary>The term that the number may not reach.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>The digits behind a decimal point: a whole number without a multiplier, save a first thousand.</summary>
    public bool Plain { get; init; }

    /// <summary>The number whose first word is the term.</summary>
    public Quantity Start(int index)
    {
        at = index;
        return !s.Has(index, Tag.Number, Tag.Hundred) && !s.Has(index, Tag.Multiplier, Tag.Dozen) && !s.Has(index, Tag.Vulgar) ? default : Finish(default);
    }

    /// <summary>A number with the parts behind it.</summary>
    public Quantity Follow(Quantity number)
    {
        (current, at, any, last, digits) = (number.Value, number.End, true, number.Digits ? Exact : number.Value, number.Digits);
        return Finish(number);
    }

    private Quantity Finish(Quantity number)
    {
        var start = at;
        while (at < s.Count && at < Limit && Step())
        {
        }

        if (!any || (at == start && !number.Exists))
        {
            return default;
        }

        var multiplied = multiplier != decimal.MaxValue;
        number.Weak = number.Weak ? !multiplied : !multiplied && at == start + 1 && s.Has(start, Tag.Article);
        (number.Value, number.End, number.Multiplied) = (total + current, at, multiplied);
        number.Grouped = multiplied ? 0 : number.Grouped;
        number.Multiplier = multiplied ? multiplier : 1;
        return number;
    }

    private bool Step()
    {
        var next = SkipJoint();
        if (next >= Limit)
        {
            return false;
        }

        if ((s.Try(next, Tag.Multiplier, out var power) || TryShort(next, out power)) && !(Plain && (any || power != 3)))
        {
            return Multiply(next, power);
        }

        if (s.Has(next, Tag.Hundred) && current < 100 && (next == at || current > 0 || afterMultiplier) && !(digits && (s.Has(next, Tag.Cent) || last != Exact || current != decimal.Truncate(current))))
        {
            return Set(next + 1, (current == 0 ? 1 : current) * 100, 100);
        }

        if (s.Try(next, Tag.Number, out var value) && CanAdd(value, next > at && s.Has(next - 1, Tag.NumberAnd)))
        {
            return Set(next + 1, current + value, value);
        }

        return !Plain && (TryDozen(next) || TryHalf() || TryVulgar() || TryPoint() || TryDigits());
    }

    private bool Set(int end, decimal value, decimal size)
    {
        (at, current, last, any, afterMultiplier) = (end, value, size, true, false);
        return true;
    }

    // A hyphen or "and" between parts: "fifty-six", "one hundred and two", "treinta y uno".
    private readonly int SkipJoint()
    {
        var hyphen = s.Sign(at) == '-' && (s.Glued(at) || (!digits && last is >= 20 and < 100 && s.Try(at + 1, Tag.Number, out var unit) && unit < 10 && !s.Has(at + 2, Tag.Unit)));
        var joint = hyphen ? at + 1 : at;
        joint = s.Has(joint, Tag.NumberAnd) ? joint + 1 : joint;
        joint = joint > at && s.Sign(joint) == '-' ? joint + 1 : joint;
        return any && joint > at && s.Has(joint, Tag.Number, Tag.Hundred) && !IsOtherHundreds(joint) ? joint : at;
    }

    // "Between fifteen hundred and twenty-five hundred": hundreds behind hundreds begin another number.
    private readonly bool IsOtherHundreds(int index)
    {
        if (last != 100 || !s.Has(index - 1, Tag.NumberAnd))
        {
            return false;
        }

        var next = s.Sign(index + 1) == '-' ? index + 2 : index + 1;
        return s.Has(next, Tag.Hundred) || (s.Has(next, Tag.Number) && s.Has(next + 1, Tag.Hundred));
    }

    private readonly bool CanAdd(int value, bool joined)
    {
        if (!any)
        {
            return true;
        }

        if (last is 0 or Exact or Fractional || (current == 0 && !afterMultiplier))
        {
            return false;
        }

        var (tens, hundreds) = (current % 100, current % 1000);
        var habits = s.Language.Habits;
        return tens == 0 ? value < 100 || hundreds == 0
            : habits.ScoreNumbers && tens is 60 or 80 ? value is > 0 and < 20
            : tens % 10 == 0 ? value is > 0 and < 10 && !(habits.UnitsFirst && joined)
            : habits.UnitsFirst && joined && tens < 10 && value >= 20 && value % 10 == 0;
    }

    // "5k", "5 k", "5M", "5 M", "5 m€", "five k", "three hundred cr"; a letter by itself is no million.
    private readonly bool TryShort(int next, out int power)
    {
        if (!s.Try(next, Tag.ShortMultiplier, out power) || !any || last == Fractional || afterMultiplier || (s.Digits(next + 1) > 0 && s.Glued(next + 1)))
        {
            return false;
        }

        var isWord = s.Token(next).FoldLength > 1;
        var clear = isWord ? s.Glued(next) || !s.Has(next, Tag.Unit) : s.Folded(next) is "k";
        return clear || (last == Exact && (s.Glued(next) || s.Has(next + 1, Tag.Currency) || (s.Token(next).Capital && s.EndsClause(next + 1))));
    }

    private bool Multiply(int next, int power)
    {
        var scale = Tens.Power(power);
        if (scale >= multiplier && !afterMultiplier)
        {
            return Gather(next, scale);
        }

        var sum = scale >= multiplier ? total : current == 0 ? 1 : current;
        if (sum > Largest / scale || (any && current == 0 && total == 0))
        {
            return false;
        }

        (outer, outerMultiplier) = scale >= multiplier ? (outer, outerMultiplier) : (total, multiplier);
        total = scale >= multiplier ? sum * scale : total + (sum * scale);
        (current, multiplier, at, any, afterMultiplier, last) = (0, scale, next + 1, true, true, scale);
        return true;
    }

    private bool Gather(int next, decimal scale)
    {
        var sum = total - outer + current;
        if (digits || scale == multiplier || scale >= outerMultiplier || sum > Largest / scale)
        {
            return false;
        }

        total = outer + (sum * scale);
        (current, multiplier, at, afterMultiplier, last) = (0, scale, next + 1, true, scale);
        return true;
    }
}
