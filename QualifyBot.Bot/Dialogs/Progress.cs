using System.Globalization;
using QualifyBot.Qualification.Deciding;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Says how far along a talk is: in the opening, and in a word near the end. What it says is what may follow at most, whatever the answers.</summary>
internal static class Progress
{
    private const int SecondsAQuestion = 20;
    private const int SecondsAMinute = 60;
    private const int Near = 3;
    private const int Apart = 2;

    /// <summary>The plan of a talk in one sentence: how many questions, how long, what for.</summary>
    public static string Plan(Talk talk)
    {
        var left = Left(talk);
        talk.Conversation = talk.Conversation with { QuestionsTold = left };
        var minutes = (left * SecondsAQuestion + SecondsAMinute - 1) / SecondsAMinute;
        return left switch
        {
            0 => talk.Texts.Get("open.plan.none"),
            1 => talk.Texts.Get("open.plan.one"),
            _ => talk.Texts.Get("open.plan.some", ("questions", Text(left)), ("time", talk.Texts.Get(minutes == 1 ? "open.minute" : "open.minutes", ("count", Text(minutes))))),
        };
    }

    /// <summary>Notes how many questions may follow, and says so where the end is near and it was not said just before.</summary>
    public static void Say(Talk talk)
    {
        var left = Left(talk);
        talk.Reply.QuestionsLeft = left;
        if (left > Near || left > talk.Conversation.QuestionsTold - Apart)
        {
            return;
        }

        talk.Conversation = talk.Conversation with { QuestionsTold = left };
        talk.Say(left switch { 1 => "progress.one", 2 => "progress.two", _ => "progress.three" });
    }

    private static int Left(Talk talk) => Decider.QuestionsLeft(talk.Lead.Known, talk.Playbook, talk.Today);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
