using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>Amounts by the number of their digits: "five figures", "low six figures", "mid to high 5-figure", "sechsstellig".</summary>
internal static class FigureOfSpeech
{
    /// <summary>The amounts that the words at a term allow.</summary>
    public static Amount Read(Sentence s, int index)
    {
        if (s.Try(index, Tag.Round, out var scale))
        {
            return Rounded(s, index, scale);
        }

        var from = PartAt(s, index);
        var at = from > 0 ? index + 1 : index;
        var link = from > 0 && (s.Sign(at) == '-' || s.Has(at, Tag.To, Tag.Or));
        var to = link && PartAt(s, at + 1) is > 0 and var high ? high : from;
        at = link ? (to != from || PartAt(s, at + 1) > 0 ? at + 2 : at + 1) : at;
        at = from > 0 && s.Sign(at) == '-' ? at + 1 : at;
        var number = s.Quantity(at);
        var behind = s.Sign(number.End) == '-' ? number.End + 1 : number.End;
        if (!number.Exists || !s.Has(behind, Tag.Figures) || number.Value is < 3 or > 9 || !number.IsWhole)
        {
            return default;
        }

        // "im unteren fünfstelligen Bereich", "cinco cifras bajas": the part may stand behind.
        var tail = from == 0 ? PartAt(s, behind + 1) : 0;
        from = tail > 0 ? tail : from;
        to = tail > 0 ? tail : to;
        var low = Tens.Power((int)number.Value - 1);
        return new Amount { Min = Lower(from, low), Max = Upper(to, low), Marked = true, Number = number, End = behind + (tail > 0 ? 2 : 1) };
    }

    // "tens of thousands", "hundreds of thousands of euros"
    private static Amount Rounded(Sentence s, int index, int scale)
    {
        var number = s.Has(index + 1, Tag.Of) && s.Has(index + 2, Tag.Multiplier) ? s.Quantity(index + 2) : default;
        if (!number.Exists)
        {
            return default;
        }

        var name = CurrencyName.Read(s, s.Has(number.End, Tag.Of) ? number.End + 1 : number.End, before: false);
        return new Amount { Min = scale * number.Value, Max = (scale * 10 * number.Value) - 1, Currency = name.Code, Marked = name.Exists, Number = number, End = name.Exists ? name.End : number.End };
    }

    private static int PartAt(Sentence s, int index) => s.Has(index, Tag.Low) ? 1 : s.Has(index, Tag.Middle) ? 2 : s.Has(index, Tag.High) ? 3 : 0;

    private static decimal Lower(int part, decimal low) => part switch { 2 => low * 4, 3 => low * 7, _ => low };

    private static decimal Upper(int part, decimal low) => part switch { 1 => low * 3, 2 => low * 6, _ => (low * 10) - 1 };
}
