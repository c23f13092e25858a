namespace QualifyBot.Bot.Batch;

/// <summary>A file that appears whole or not at all: it is written under another name and moved into its place. "-" is standard output.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string path;
    private readonly string? temporary;

    private OutputFile(string path, string? temporary, Stream stream) => (this.path, this.temporary, Stream) = (path, temporary, stream);

    /// <summary>Where to write.</summary>
    public Stream Stream { get; }

    /// <summary>Opens a file for writing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static OutputFile Open(string path)
    {
        if (path == "-")
        {
            return new OutputFile(path, null, Console.OpenStandardOutput());
        }

        var part = $"{path}.part";
        return new OutputFile(path, part, new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
    }

    /// <summary>Puts the file in its place.</summary>
    public void Finish()
    {
        Stream.Flush();
        if (temporary is not null)
        {
            Stream.Dispose();
            File.Move(temporary, path, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }
}
