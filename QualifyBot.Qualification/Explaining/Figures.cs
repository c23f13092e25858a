using System.Globalization;

namespace QualifyBot.Qualification.Explaining;

/// <summary>Numbers and days as they are written in every culture alike.</summary>
internal static class Figures
{
    public static string Of(decimal figure) => figure.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>"1 March 2027".</summary>
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"+10", "-5", "0".</summary>
    public static string Signed(int points) => points.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    /// <summary>"1 day", "3 days".</summary>
    public static string Count(long number, string one) => number == 1 ? $"1 {one}" : $"{Of(number)} {one}s";
}
