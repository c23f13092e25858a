using System.Globalization;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads single values by type; what is wrong becomes a fault, and the value null. "What" names the value in the fault.</summary>
internal static class ScalarReader
{
    public static string? Text(YamlValue value, string what, FaultList faults)
    {
        if (value is YamlValue.Scalar { IsNull: false } scalar)
        {
            return scalar.Text;
        }

        faults.Add(value, $"{what} must be a text, not {value.Kind}.", "Write a word, or a text in quotes.");
        return null;
    }

    public static int? Int(YamlValue value, string what, FaultList faults)
    {
        if (value is YamlValue.Scalar { IsPlain: true } scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(value, $"{what} must be a whole number, not {value.Kind}.", "Write digits only, without quotes.");
        return null;
    }

    public static decimal? Number(YamlValue value, string what, FaultList faults)
    {
        if (value is YamlValue.Scalar { IsPlain: true } scalar
            && decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(value, $"{what} must be a number, not {value.Kind}.", "Write digits, with a point for decimals, without quotes and thousands separators.");
        return null;
    }

    public static T? Enum<T>(YamlValue value, string what, FaultList faults)
        where T : struct, Enum
    {
        if (value is YamlValue.Scalar { IsNull: false } scalar)
        {
            if (Spelling<T>.Values.TryGetValue(scalar.Text, out var known))
            {
                return known;
            }

            faults.Add(value, $"'{scalar.Text}' is not a value of {what}.", Nearest.Remedy(scalar.Text, Spelling<T>.Names));
            return null;
        }

        faults.Add(value, $"{what} must be a word, not {value.Kind}.", $"Use one of: {string.Join(", ", Spelling<T>.Names)}.");
        return null;
    }
}
