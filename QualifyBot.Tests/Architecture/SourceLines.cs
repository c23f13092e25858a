using System.Reflection.Metadata;

namespace QualifyBot.Tests.Architecture;

/// <summary>File and line of an instruction, from the symbols that stand beside an assembly.</summary>
internal sealed class SourceLines(string symbols, string root) : IDisposable
{
    private readonly MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols));

    public string? Find(MethodDefinitionHandle method, int offset)
    {
        var reader = provider.GetMetadataReader();
        SequencePoint? best = null;
        foreach (var point in reader.GetMethodDebugInformation(method).GetSequencePoints().Where(point => !point.IsHidden))
        {
            best = best is null || point.Offset <= offset ? point : best;
        }

        return best is { } found
            ? $"{Path.GetRelativePath(root, reader.GetString(reader.GetDocument(found.Document).Name))}({found.StartLine})"
            : null;
    }

    public void Dispose() => provider.Dispose();
}
