using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Contacts;

/// <summary>Keeps web addresses and their numbers from being read as anything else.</summary>
internal static class WebReader
{
    public static void Run(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!IsStart(s, i))
            {
                continue;
            }

            var end = i + 1;
            while (s.Glued(end))
            {
                end++;
            }

            s.Take(i, end);
            i = end;
        }
    }

    private static bool IsStart(Sentence s, int index)
    {
        var word = s.Folded(index);
        return (word is "www" && s.Sign(index + 1) == '.') || (word is "http" or "https" or "ftp" && s.Sign(index + 1) == ':' && s.Sign(index + 2) == '/');
    }
}
