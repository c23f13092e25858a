namespace QualifyBot.BotFramework.DirectLine;

/// <summary>A file that came with an activity and is kept.</summary>
/// <param name="Id">Its id, which stands for itself in an address.</param>
/// <param name="Name">Its name, without a folder, fit to be shown.</param>
/// <param name="ContentType">One of the types that are taken.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record UploadedFile(string Id, string Name, string ContentType, long Size)
{
    /// <summary>How an attachment's contentUrl begins where it names a file that is kept; each reader is given an address of its own.</summary>
    public const string Scheme = "upload:";

    /// <summary>The contentUrl of the attachment that stands for it.</summary>
    public string Url => Scheme + Id;
}

/// <summary>Files of a conversation: how many, and their length in bytes.</summary>
public readonly record struct FileCount(int Files, long Bytes)
{
    /// <summary>Both together.</summary>
    public FileCount Plus(FileCount other) => new(Files + other.Files, Bytes + other.Bytes);

    /// <summary>Whether it is no more than <paramref name="most"/>, in both.</summary>
    public bool IsWithin(FileCount most) => Files <= most.Files && Bytes <= most.Bytes;
}
