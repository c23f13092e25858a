using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>
/// Where words of time stand in a long message. In a short one a time is looked for at every term; in pages of figures only near
/// such words, so that pages cost no more than prose.
/// </summary>
internal ref struct TimeWords(Sentence s)
{
    private const int LongMessage = 256;
    private const int Before = 4;
    private const int Behind = 8;

    private readonly bool isLong = s.Count > LongMessage;
    private int scanned = -1;
    private int latest = -Before - 1;

    /// <summary>Whether a time may begin at a term; terms are asked about in rising order.</summary>
    public bool AreNear(int index)
    {
        for (var end = Math.Min(index + Behind, s.Count - 1); isLong && scanned < end;)
        {
            scanned++;
            latest = IsOfTime(scanned) ? scanned : latest;
        }

        return !isLong || latest >= index - Before;
    }

    // A word of time, or a sign that joins the digits of a date or a clock time.
    private readonly bool IsOfTime(int index) =>
        s.Term(index).Entry.IsOfTime || (s.Sign(index) is '/' or '.' or ':' or '-' && s.Glued(index) && s.Digits(index - 1) > 0 && s.Digits(index + 1) > 0);
}
