using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <summary>Sums up hundreds, multipliers and smaller parts as they stand one behind the other ("two million three hundred and five").</summary>
internal ref struct NumberRun(Sentence s)
{
    private const decimal Largest = 1e18m;

    private readonly Sentence s = s;
    private decimal total;
    private decimal current;
    private decimal multiplier = decimal.MaxValue;
    private decimal last = -1;
    private bool any;
    private bool afterMultiplier;
    private int at;

    /// <summary>The number whose first word is the term.</summary>
    public Quantity Start(int index)
    {
        at = index;
        return !s.Has(index, Tag.Number, Tag.Hundred) && !s.Has(index, Tag.Multiplier, Tag.Dozen) ? default : Finish(default);
    }

    /// <summary>A number with the parts behind it.</summary>
    public Quantity Follow(Quantity number)
    {
        (current, at, any, last) = (number.Value, number.End, true, number.Digits ? 0.1m : number.Value);
        return Finish(number);
    }

    private Quantity Finish(Quantity number)
    {
        var start = at;
        while (at < s.Count && Step())
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
        if (s.Try(next, Tag.Multiplier, out var power) || TryShort(next, out power))
        {
            return Multiply(next, power);
        }

        if (s.Has(next, Tag.Hundred) && current < 100 && (next == at || current > 0) && (any || next == at))
        {
            return Set(next + 1, (current == 0 ? 1 : current) * 100, 100);
        }

        if (s.Try(next, Tag.Dozen, out var dozen) && current < 1000)
        {
            return Set(next + 1, (current == 0 ? 1 : current) * dozen, 0.1m);
        }

        if (s.Try(next, Tag.Number, out var value) && CanAdd(value, next > at && s.Has(next - 1, Tag.NumberAnd)))
        {
            return Set(next + 1, current + value, value);
        }

        return TryHalf() || TryPoint() || TryDigits();
    }

    private bool Set(int end, decimal value, decimal size)
    {
        (at, current, last, any, afterMultiplier) = (end, value, size, true, false);
        return true;
    }

    // A hyphen or "and" between parts: "fifty-six", "one hundred and two", "treinta y uno".
    private readonly int SkipJoint()
    {
        var joint = s.Sign(at) == '-' && s.Glued(at) ? at + 1 : at;
        joint = s.Has(joint, Tag.NumberAnd) ? joint + 1 : joint;
        joint = joint > at && s.Sign(joint) == '-' ? joint + 1 : joint;
        return any && joint > at && s.Has(joint, Tag.Number, Tag.Hundred) ? joint : at;
    }

    private readonly bool CanAdd(int value, bool joined)
    {
        if (!any)
        {
            return true;
        }

        if (last is 0 or 0.1m || (current == 0 && !afterMultiplier))
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

    private readonly bool TryShort(int next, out int power)
    {
        var has = s.Try(next, Tag.ShortMultiplier, out power) && any && last == 0.1m && !afterMultiplier;
        var isWord = has && s.Token(next).FoldLength > 1;
        return has && (s.Glued(next) || isWord || s.Folded(next) is "k") && !(s.Digits(next + 1) > 0 && s.Glued(next + 1));
    }

    private bool Multiply(int next, int power)
    {
        var scale = Power(power);
        if (scale >= multiplier && !afterMultiplier)
        {
            return false;
        }

        var sum = scale >= multiplier ? total : current == 0 ? 1 : current;
        if (sum > Largest / scale || (any && current == 0 && total == 0))
        {
            return false;
        }

        total = scale >= multiplier ? sum * scale : total + (sum * scale);
        (current, multiplier, at, any, afterMultiplier, last) = (0, scale, next + 1, true, true, scale);
        return true;
    }

    // "two and a half", "one and a half million", "a million and a half".
    private bool TryHalf()
    {
        if (!any || !s.Has(at, Tag.AndHalf) || last == 0)
        {
            return false;
        }

        (total, current) = afterMultiplier ? (total + (multiplier / 2), current) : (total, current + 0.5m);
        (at, last) = (at + 1, 0);
        return true;
    }

    private bool TryPoint()
    {
        if (!any || !s.Has(at, Tag.Point) || last == 0.1m || afterMultiplier || !s.Has(at + 1, Tag.Number))
        {
            return false;
        }

        var (next, scale) = (at + 1, 0.1m);
        while (s.Try(next, Tag.Number, out var digit) && scale > 0.00001m && digit < 100)
        {
            current += digit * (digit > 9 ? scale / 10 : scale);
            scale /= digit > 9 ? 100 : 10;
            next++;
        }

        (at, last) = (next, 0.1m);
        return true;
    }

    // "1 million 200 thousand": digits go on only behind a multiplier, and only when smaller.
    private bool TryDigits()
    {
        if (!any || !afterMultiplier || s.Digits(at) is 0 or > 9)
        {
            return false;
        }

        var number = DigitNumber.Read(s, at);
        return !number.Broken && number.Value < multiplier && !s.Has(number.End, Tag.Unit, Tag.Currency) && Set(number.End, number.Value, 0.1m);
    }

    private static decimal Power(int power)
    {
        var value = 1m;
        for (var i = 0; i < power; i++)
        {
            value *= 10;
        }

        return value;
    }
}
