using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Says back in one short line what was heard, where that helps: several answers at once, or one that was changed.</summary>
public static class Acknowledgement
{
    private const int Rhythm = 4;
    private const int SaidBack = 2;
    private const int Silent = 3;
    private const int LongestSaidBack = 40;

    /// <summary>Says it; nothing for a digression, which had its own reply.</summary>
    public static void Say(Talk talk)
    {
        if (talk.Filling is not { IsEmpty: false } filling)
        {
            return;
        }

        if (!filling.Changed.IsEmpty)
        {
            talk.Say("talk.changed", ("facts", Facts(talk, filling.Changed)));
        }

        if (!filling.Removed.IsEmpty)
        {
            talk.Say("talk.removed", ("facts", string.Join(", ", filling.Removed.Select(slot => Summary.Label(talk, slot)))));
        }

        var heard = filling.Added.Where(answer => answer.Value is not AnswerValue.Withheld).ToArray();
        if (heard.Length > 1)
        {
            talk.Say("talk.noted", ("facts", Facts(talk, heard)));
        }
        else if (heard.Length == 1 && filling.Changed.IsEmpty)
        {
            SayOne(talk, heard[0]);
        }
        else if (heard.Length == 0 && !filling.Added.IsEmpty)
        {
            talk.SayFreely("talk.withheld", talk.Lead.Known.Answers.Length);
        }
    }

    // Of four answers two are thanked for, one is said back, and one is followed by the next question alone: thanks each time are no thanks.
    private static void SayOne(Talk talk, Answer answer)
    {
        var count = talk.Lead.Known.Answers.Length;
        var words = Summary.ValueOf(talk, answer);
        if (count % Rhythm == SaidBack && words.Length <= LongestSaidBack)
        {
            talk.Say("talk.heard", ("words", words));
        }
        else if (count % Rhythm != Silent)
        {
            talk.SayFreely("talk.thanks", count);
        }
    }

    private static string Facts(Talk talk, IEnumerable<Answer> answers) =>
        string.Join("; ", answers.Select(answer => talk.Texts.Get("value.fact", ("label", Summary.Label(talk, answer.Slot)), ("value", answer.Evidence.Reader is MessageReading.MoreMoney ? Summary.ValueOf(talk, answer) : answer.Evidence.Quote.Trim()))));
}
