using System.Buffers;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;
using QualifyBot.Qualification.Reading.Languages;

namespace QualifyBot.Bot.Dialogs;

/// <summary>In which language the talk goes on, and in which a message is read, by what the visitor has just written.</summary>
internal static class LanguageChoice
{
    // One word may be borrowed, as "merci" or "okay" are; a title such as "Head of Sales" has several.
    private const int WordsToSwitch = 2;
    private const int WordsToSwitchAtNames = 4;
    private const int WordsOfForeign = 3;
    private const int ShortestOfName = 4;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789@");

    private static readonly SlotType[] Names =
        [SlotType.Title, SlotType.Person, SlotType.Company, SlotType.Email, SlotType.Phone, SlotType.Web, SlotType.Technology, SlotType.Competitor, SlotType.Industry, SlotType.Geography];

    /// <summary>Takes up the language of a message, or the one that it asks for.</summary>
    /// <returns>True where the message asks for a language and says nothing else.</returns>
    public static bool Hear(Talk talk)
    {
        if (LanguageRequest.Find(talk.Words) is { } wanted)
        {
            Take(talk, wanted);
            talk.Reading = MessageReading.Nothing with { Acts = [Act.ChangeLanguage] };
            return true;
        }

        var guess = talk.Guess = LanguageGuesser.Guess(talk.Words, talk.Language);
        if (guess is not { Clear: true, Language: { } language })
        {
            return false;
        }

        if (talk.Languages.Find(language) is null)
        {
            talk.IsForeign = IsUnspoken(talk) && !talk.Conversation.LanguagesTold;
        }
        else if (language == talk.Language || !talk.Conversation.LanguageHeard || guess.Words >= (MayBeName(talk) ? WordsToSwitchAtNames : WordsToSwitch))
        {
            Speak(talk, language);
        }

        return false;
    }

    /// <summary>Answers a request for a language, in the one that is spoken from now on.</summary>
    public static void Answer(Talk talk)
    {
        var named = LanguageRequest.Find(talk.Words) ?? LanguageRequest.FindName(talk.Words);
        if (named is not null)
        {
            Take(talk, named);
        }

        if (talk.IsForeign)
        {
            SayWhatIsSpoken(talk);
        }
        else if (named is not null)
        {
            talk.SayInTurn("talk.language_changed");
        }
        else
        {
            talk.SayInTurn("talk.language", ("languages", talk.Languages.Names(talk.Texts)));
        }
    }

    /// <summary>Says which languages the bot speaks, to somebody who writes in another.</summary>
    public static void SayWhatIsSpoken(Talk talk)
    {
        talk.Say("talk.language_unknown", ("languages", talk.Languages.Names(talk.Texts)));
        talk.Conversation = talk.Conversation with { LanguagesTold = true };
    }

    /// <summary>The language to read a message in: its own where its words show it, else the talk's.</summary>
    public static string ToRead(Talk talk) =>
        talk.Guess is { Likely: true, Language: { } likely } && RuleReader.Languages.Contains(likely, StringComparer.Ordinal) ? likely : talk.Language;

    /// <summary>What the rules of the talk's language may have seen in words of one that they do not know: figures and addresses, and that a question for free words was answered.</summary>
    public static MessageReading Trusted(Talk talk, MessageReading reading)
    {
        if (!IsUnspoken(talk) || RuleReader.Languages.Contains(talk.Guess.Language!, StringComparer.Ordinal))
        {
            return reading;
        }

        var asked = talk.Conversation.Open?.Requested ?? [];
        return MessageReading.Nothing with
        {
            Candidates = [.. reading.Candidates.Where(candidate => talk.Words.AsSpan(candidate.Start, candidate.Length).IndexOfAny(Figures) >= 0
                || (candidate.Type is SlotType.Need or SlotType.Text && asked.Contains(candidate.Type)))],
        };
    }

    private static bool IsUnspoken(Talk talk) =>
        talk.Guess is { Clear: true, Words: >= WordsOfForeign, Language: { } language } && talk.Languages.Find(language) is null;

    private static void Take(Talk talk, string wanted)
    {
        if (talk.Languages.Find(wanted) is { } spoken)
        {
            talk.IsForeign = false;
            Speak(talk, spoken);
        }
        else
        {
            talk.IsForeign = true;
        }
    }

    private static void Speak(Talk talk, string language)
    {
        var before = talk.Texts;
        talk.Conversation = talk.Conversation with { Language = language, LanguageHeard = true };
        if (talk.Conversation.Open is { } open && before.Language != language)
        {
            talk.Conversation = talk.Conversation with { Open = Translation.Of(open, before, talk.Texts) };
        }
    }

    private static bool MayBeName(Talk talk) => (talk.Conversation.Open is { Requested: [var asked, ..] } && Names.Contains(asked))
        || talk.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(static word => word.Length < ShortestOfName || char.IsUpper(word[0]));
}
