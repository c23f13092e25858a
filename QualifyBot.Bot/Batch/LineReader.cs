using System.Text;

namespace QualifyBot.Bot.Batch;

/// <summary>Reads lines with a bound on their length; a carriage return before the line feed stays with the line.</summary>
internal sealed class LineReader(TextReader input)
{
    /// <summary>The longest line that is read, in characters; of a longer one only the beginning.</summary>
    public const int Longest = 1 << 20;

    private const int BufferSize = 1 << 16;

    private readonly char[] buffer = new char[BufferSize];
    private readonly StringBuilder rest = new();
    private readonly Stack<string> pushed = new();
    private int start;
    private int end;

    /// <summary>Whether the last line was longer than is read.</summary>
    public bool WasCut { get; private set; }

    /// <summary>The number of lines read so far.</summary>
    public long Count { get; private set; }

    /// <summary>The next line without its line feed, or null at the end.</summary>
    public string? Read()
    {
        Count++;
        WasCut = false;
        if (pushed.TryPop(out var line))
        {
            return line;
        }

        return ReadNew();
    }

    /// <summary>Gives lines back, to be read again.</summary>
    public void Return(IReadOnlyList<string> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            pushed.Push(lines[i]);
        }

        Count -= lines.Count;
    }

    private string? ReadNew()
    {
        var any = false;
        while (Fill())
        {
            any = true;
            var length = buffer.AsSpan(start, end - start).IndexOf('\n');
            var taken = length >= 0 ? length : end - start;
            Keep(taken);
            start += taken + (length >= 0 ? 1 : 0);
            if (length >= 0)
            {
                return TakeRest();
            }
        }

        Count -= any ? 0 : 1;
        return any ? TakeRest() : null;
    }

    private void Keep(int taken)
    {
        var room = Math.Min(taken, Longest - rest.Length);
        rest.Append(buffer, start, room);
        WasCut |= room < taken;
    }

    private string TakeRest()
    {
        var line = rest.ToString();
        rest.Clear();
        return line;
    }

    private bool Fill()
    {
        if (start < end)
        {
            return true;
        }

        (start, end) = (0, input.Read(buffer, 0, buffer.Length));
        return end > 0;
    }
}
