using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Numbers;

/// <content>Parts that end a sum, or go on with digits: dozens, halves, fractions, decimals.</content>
internal ref partial struct NumberRun
{
    // "two dozen"; "three hundred and two dozen" are 324.
    private bool TryDozen(int next)
    {
        if (!s.Try(next, Tag.Dozen, out var dozen) || current >= 1000)
        {
            return false;
        }

        var rest = current > 100 && current % 100 != 0 ? current % 100 : current;
        return Set(next + 1, current == 0 ? dozen : current - rest + (rest * dozen), Exact);
    }

    // "two and a half", "one and a half million", "a million and a half"; but "a billion and a half million".
    private bool TryHalf()
    {
        if (!any || !s.Has(at, Tag.AndHalf) || last == Fractional || (afterMultiplier && s.Has(at + 1, Tag.Multiplier)))
        {
            return false;
        }

        (total, current) = afterMultiplier ? (total + (multiplier / 2), current) : (total, current + 0.5m);
        (at, last) = (at + 1, Fractional);
        return true;
    }

    private bool TryVulgar()
    {
        if (!s.Try(at, Tag.Vulgar, out var parts) || current != decimal.Truncate(current))
        {
            return false;
        }

        (at, current, last, any) = (at + 1, current + (parts / 100 / (decimal)(parts % 100)), Fractional, true);
        return true;
    }

    private bool TryPoint()
    {
        var whole = any && last != Fractional && !afterMultiplier && current == decimal.Truncate(current);
        var behind = whole && s.Has(at, Tag.Point, Tag.With) ? PointNumber.Read(s, at) : default;
        if (!behind.Exists)
        {
            return false;
        }

        (at, current, last) = (behind.End, current + behind.Value, Exact);
        return true;
    }

    // "1 million 200 thousand", "treinta y 3": digits go on behind a multiplier when smaller, and as the unit behind tens.
    private bool TryDigits()
    {
        if (!any)
        {
            return false;
        }

        var joined = s.Has(at, Tag.NumberAnd);
        var unit = joined ? at + 1 : at;
        if (!digits && !afterMultiplier && last is >= 20 and < 100 && last % 10 == 0 && s.Digits(unit) == 1 && !s.Glued(unit) && !s.Glued(unit + 1) && (joined || s.EndsClause(unit + 1)) && s.Language.Habits.DecimalComma)
        {
            return Set(unit + 1, current + s.DigitValue(unit), Exact);
        }

        if (!afterMultiplier || s.Digits(at) is 0 or > 9)
        {
            return false;
        }

        var number = DigitNumber.Read(s, at);
        digits = true;
        return !number.Broken && number.Value < multiplier && !s.Has(number.End, Tag.Unit, Tag.Currency) && Set(number.End, number.Value, Exact);
    }
}
