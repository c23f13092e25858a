using System.Globalization;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>How a language writes figures, told by the example of one thousand two hundred thirty-four and a half.</summary>
/// <param name="Group">What stands between thousands; empty = nothing.</param>
/// <param name="Point">What stands before tenths.</param>
public sealed record NumberStyle(string Group, string Point)
{
    /// <summary>Id of the text with the example.</summary>
    public const string TextId = "format.number";

    /// <summary>The style of a language.</summary>
    public static NumberStyle Of(TextCatalog texts) => Parse(texts.Get(TextId)) ?? new NumberStyle(",", ".");

    /// <summary>The style that the example shows, or null where it is none.</summary>
    public static NumberStyle? Parse(string example) =>
        example.Split("234") is [['1', .. var group], [.. var point, '5']] && group.Length <= 1 && point.Length == 1 && group != point && !char.IsLetterOrDigit(point[0])
            ? new NumberStyle(group, point)
            : null;

    /// <summary>A figure in this style, rounded to hundredths.</summary>
    public string Write(decimal figure)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        (format.NumberGroupSeparator, format.NumberDecimalSeparator) = (Group, Point);
        return figure.ToString("#,0.##", format);
    }
}
