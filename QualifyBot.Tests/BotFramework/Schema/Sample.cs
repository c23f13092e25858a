using System.Runtime.CompilerServices;

namespace QualifyBot.Tests.BotFramework.Schema;

/// <summary>Wire samples beside these tests, each in the exact bytes that the product writes.</summary>
internal static class Sample
{
    public static readonly TheoryData<string> Names = [.. Directory.GetFiles(Folder(), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder(), name)).AsSpan().TrimEnd("\n"u8).ToArray();

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Samples");
}
