using System.Collections.Frozen;

namespace QualifyBot.Bot.Calls;

/// <summary>Tells the language of a call by its commonest words.</summary>
internal static class CallLanguage
{
    private const string Default = "en";
    private const int MostWords = 400;

    private static readonly (string Language, FrozenSet<string> Words)[] Known =
    [
        (Default, Words("the and you we our is are of to for this that have it with a i do does what no not on be there would can as my your who when how me so")),
        ("de", Words("der die das und wir sie ist nicht ein eine für mit haben uns auch ich es den dem zu bei im noch")),
        ("fr", Words("le la les et vous nous est pas un une pour avec avons notre dans ça c'est je qui des du au que ne oui non")),
        ("es", Words("el los las y nosotros es para con una tenemos nuestro que por usted muy la lo del al en de un yo mi pero eso hay se nos qué está sí no quién cuándo cómo algo")),
        ("pt", Words("o e nós é não para com uma temos nosso que por você da na em de um eu meu mas isso há se nos ao está sim vocês gente no do quem quando isso vai")),
    ];

    /// <summary>The language whose words are most; English where none are.</summary>
    public static string Of(Call call)
    {
        var words = call.Turns.SelectMany(static turn => turn.Text.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ':', ';', '¿', '¡', '\n'], StringSplitOptions.RemoveEmptyEntries)).Take(MostWords).ToArray();
        return Known.MaxBy(known => words.Count(known.Words.Contains)).Language;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
