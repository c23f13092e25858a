using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Writes what the talks reach, and what no talk does.</summary>
internal static class CoverageReport
{
    /// <summary>The kinds over all playbooks, in one line.</summary>
    public static string Summary(ImmutableArray<Covered> covered) => string.Join(", ", covered.GroupBy(static one => one.Name, StringComparer.Ordinal).Select(static kind =>
        string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Sum(static one => one.Reached)} of {kind.Sum(static one => one.Total)}")));

    /// <summary>Writes the file: JSON where its name ends in .json, else text.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string file, ImmutableArray<Covered> covered)
    {
        if (Path.GetExtension(file) is ".json")
        {
            using var stream = File.Create(file);
            WriteJson(stream, covered);
            return;
        }

        File.WriteAllLines(file, covered.SelectMany(Lines));
    }

    private static IEnumerable<string> Lines(Covered covered)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{covered.Playbook ?? "all"}: {covered.Name} {covered.Reached} of {covered.Total}");
        foreach (var missed in covered.Missed)
        {
            yield return "  not reached: " + missed;
        }
    }

    private static void WriteJson(Stream stream, ImmutableArray<Covered> covered)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (var one in covered)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            json.WriteString("playbook", one.Playbook);
            json.WriteNumber("total", one.Total);
            json.WriteNumber("reached", one.Reached);
            json.WriteStartArray("missed");
            foreach (var missed in one.Missed)
            {
                json.WriteStringValue(missed);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
