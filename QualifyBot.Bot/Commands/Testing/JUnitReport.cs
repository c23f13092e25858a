using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Writes results as JUnit XML, which build servers read: a suite for each folder, a case for each talk and playbook.</summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Layout = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string file, ImmutableArray<TalkResult> results, TimeSpan took)
    {
        using var xml = XmlWriter.Create(file, Layout);
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, "qualifybot", results, took);
        foreach (var suite in results.GroupBy(static result => SuiteOf(result.File), StringComparer.Ordinal))
        {
            ImmutableArray<TalkResult> own = [.. suite];
            xml.WriteStartElement("testsuite");
            WriteCounts(xml, suite.Key, own, own.Aggregate(TimeSpan.Zero, static (sum, result) => sum + result.Took));
            foreach (var result in own)
            {
                WriteCase(xml, suite.Key, result);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string suite, TalkResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"{suite}.{result.Playbook}");
        xml.WriteAttributeString("name", Path.GetFileNameWithoutExtension(result.File).Replace('_', ' ') + (result.Variant is { } variant ? ", " + variant : ""));
        xml.WriteAttributeString("file", Clean(result.File));
        xml.WriteAttributeString("time", Seconds(result.Took));
        if (!result.IsRight)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(FailurePage.Summary(result)));
            xml.WriteAttributeString("type", "talk");
            xml.WriteString(Clean(FailurePage.Of(result)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, string name, ImmutableArray<TalkResult> results, TimeSpan took)
    {
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", results.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", results.Count(static result => !result.IsRight).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", "0");
        xml.WriteAttributeString("time", Seconds(took));
    }

    private static string SuiteOf(string file) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) is { Length: > 0 } folder ? folder : "talks";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML knows no control characters, nor halves of character pairs.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF) || rune.Value is '\t' or '\n' ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }
}
