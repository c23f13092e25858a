using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads a YAML file into values with their places. Anchors, aliases, tags and second documents are refused: no file needs them, and aliases can blow up.</summary>
internal sealed class YamlReader
{
    /// <summary>The largest file read, in characters.</summary>
    public const int LargestFile = 1024 * 1024;

    private const int DeepestNesting = 32;

    private readonly Parser parser;
    private readonly FaultList faults;

    private YamlReader(string text, FaultList faults)
    {
        parser = new Parser(new StringReader(text));
        this.faults = faults;
    }

    /// <summary>The file's value; null after a fault that leaves nothing to read.</summary>
    public static YamlValue? Read(string text, FaultList faults)
    {
        if (text.Length > LargestFile)
        {
            faults.Add(1, 1, $"The file is larger than {LargestFile / 1024} KB.", "Split it, or remove what does not belong there.");
            return null;
        }

        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            var before = text[..nul].Split('\n');
            faults.Add(before.Length, before[^1].Length + 1, "The file holds the character 0, where it would end unseen.", "Save it as UTF-8 text.");
            return null;
        }

        var reader = new YamlReader(text, faults);
        try
        {
            return reader.ReadDocument();
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException)
        {
            // The scanner throws InvalidOperationException, without a place, for some broken texts.
            var place = (fault as YamlException)?.Start ?? reader.parser.Current?.End ?? Mark.Empty;
            faults.Add((int)place.Line, (int)place.Column, $"This is not YAML: {fault.Message.TrimEnd('.')}.", "Check indentation, colons, quotes and brackets here and just above.");
            return null;
        }
    }

    private YamlValue? ReadDocument()
    {
        Next();
        Next();
        if (parser.Current is StreamEnd)
        {
            faults.Add(1, 1, "The file is empty.", "Write its content, or remove the file.");
            return null;
        }

        Next();
        var value = ReadValue(0);
        Next();
        if (parser.MoveNext() && parser.Current is DocumentStart second)
        {
            throw new YamlException(second.Start, second.End, "a second document starts here, and only one is allowed");
        }

        return value;
    }

    /// <summary>Reads the value whose first event is the current one, and leaves its last event current.</summary>
    private YamlValue ReadValue(int depth)
    {
        var start = parser.Current!;
        if (depth > DeepestNesting)
        {
            throw new YamlException(start.Start, start.End, $"the nesting is deeper than {DeepestNesting} levels");
        }

        if (start is AnchorAlias || start is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
        {
            throw new YamlException(start.Start, start.End, "anchors (&), aliases (*) and tags (!) are not allowed, write the value out");
        }

        var (line, column) = ((int)start.Start.Line, (int)start.Start.Column);
        return start switch
        {
            YamlDotNet.Core.Events.Scalar scalar => new YamlValue.Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, line, column),
            SequenceStart => new YamlValue.List(ReadItems(depth), line, column),
            MappingStart => new YamlValue.Map(ReadEntries(depth), line, column),
            _ => throw new YamlException(start.Start, start.End, "a value is missing"),
        };
    }

    private ImmutableArray<YamlValue> ReadItems(int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        for (Next(); parser.Current is not SequenceEnd; Next())
        {
            items.Add(ReadValue(depth + 1));
        }

        return items.DrainToImmutable();
    }

    private ImmutableArray<(YamlValue.Scalar Key, YamlValue Value)> ReadEntries(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<(YamlValue.Scalar, YamlValue)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Next(); parser.Current is not MappingEnd; Next())
        {
            var key = ReadValue(depth + 1);
            Next();
            var value = ReadValue(depth + 1);
            if (key is not YamlValue.Scalar { IsNull: false } name)
            {
                faults.Add(key, $"A key must be a word, not {key.Kind}.", "Write 'key: value'.");
            }
            else if (!seen.Add(name.Text))
            {
                faults.Add(key, $"The key '{name.Text}' stands twice.", "Keep one of the two.");
            }
            else
            {
                entries.Add((name, value));
            }
        }

        return entries.DrainToImmutable();
    }

    private void Next()
    {
        if (!parser.MoveNext())
        {
            throw new YamlException("the file ends too soon");
        }
    }
}
