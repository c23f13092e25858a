using System.Buffers;
using System.Globalization;
using System.Text;

namespace QualifyBot.Tests.Architecture;

/// <summary>Mentions types in all the ways there are, for the tests of <see cref="AssemblyUses"/>.</summary>
internal sealed class Sample : IComparable<Uri>, IFormattable
{
    private readonly Version field = new();
    private readonly Dictionary<string, StringBuilder[]> nested = [];

    public int CompareTo(Uri? other) => nested.Count;

    public string ToString(string? format, IFormatProvider? formatProvider) => $"{field}";

    [Obsolete("An attribute.")]
    public static Half? Signature(UriBuilder uri) => uri is null ? null : Half.One;

    public static Func<string> Closure(int number) => () => TimeZoneInfo.Utc.Id + number.ToString(CultureInfo.InvariantCulture);

    public static async Task<int> AsyncBody()
    {
        await Task.Yield();
        return ArrayPool<byte>.Shared.Rent(1).Length;
    }

    public static IEnumerable<bool> Iterator()
    {
        yield return Int128.One > 0;
    }

    public static int Caught(int number)
    {
        try
        {
            return 1 / number;
        }
        catch (DivideByZeroException)
        {
            return 0;
        }
    }

    public static string Token() => typeof(Lazy<>).Name + Generic<GCMemoryInfo>() + Inner.Deep;

    private static string Generic<T>() => typeof(T).Name;

    private static class Inner
    {
        public static readonly string Deep = UInt128.One.ToString(CultureInfo.InvariantCulture);
    }
}
