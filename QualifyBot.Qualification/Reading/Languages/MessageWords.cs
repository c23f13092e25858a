using System.Globalization;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>The words of a text, in order: letters with apostrophes between them. What stands with a figure, or in an address, is none.</summary>
internal ref struct MessageWords(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int end;
    private int chunkEnd;

    /// <summary>The word in hand.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly MessageWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (end < text.Length)
        {
            if (end >= chunkEnd && !EnterChunk())
            {
                continue;
            }

            if (!char.IsLetter(text[end]))
            {
                end++;
                continue;
            }

            var start = end;
            while (end < chunkEnd && Continues(end))
            {
                end++;
            }

            Current = text[start..end];
            if (!Touches(start - 1) && !Touches(end))
            {
                return true;
            }
        }

        return false;
    }

    // Addresses of mail and web, and names of files, are no words.
    private bool EnterChunk()
    {
        if (char.IsWhiteSpace(text[end]))
        {
            end++;
            return false;
        }

        var rest = text[end..];
        var length = 0;
        var isAddress = false;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length]))
        {
            isAddress |= rest[length] is '@' or '\\' || (rest[length] is '.' && length > 0 && length + 1 < rest.Length && char.IsLetterOrDigit(rest[length - 1]) && char.IsLetterOrDigit(rest[length + 1]));
            length++;
        }

        chunkEnd = end + length;
        end = isAddress ? chunkEnd : end;
        return !isAddress;
    }

    private readonly bool Continues(int at) =>
        char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark
        || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private readonly bool Touches(int at) => at >= 0 && at < text.Length && (char.IsDigit(text[at]) || text[at] is '_');
}
