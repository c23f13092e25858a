using System.Globalization;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Places in a list in the words of the talk's language: "der zweite Termin" is "2".</summary>
internal static class PlaceWords
{
    private const string Places = "words.places";
    private const string Around = "words.around_places";
    private const int MostWords = 8;

    /// <summary>The figure of the place that a message names and nothing else; else the message as it is.</summary>
    public static string Of(Talk talk, string words)
    {
        var said = words.ToLowerInvariant().Split([' ', ',', '.', '!', '\'', '’', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (said.Length is 0 or > MostWords || !talk.Texts.Has(Places) || !talk.Texts.Has(Around))
        {
            return words;
        }

        if (said.Except(talk.Texts.Get(Around).Split(' '), StringComparer.Ordinal).ToArray() is not [var named])
        {
            return words;
        }

        var places = talk.Texts.Wordings(Places);
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place].Split(' ').Contains(named, StringComparer.Ordinal))
            {
                return place == places.Length - 1 ? "last" : (place + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        return words;
    }
}
