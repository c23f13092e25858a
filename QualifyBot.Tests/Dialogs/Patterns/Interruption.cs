using QualifyBot.Bot.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs.Patterns;

/// <summary>What visitors say in place of an answer, and how it is met.</summary>
internal static class Interruption
{
    private const string Files = "<files>";

    /// <summary>What has an answer of its own.</summary>
    public static readonly string[] Asides =
    [
        "what does it cost?", "do you integrate with Salesforce?", "where is my data stored?", "who are you?", "are you a human?", "how long does this take?", "what happens next?",
        "what is the capital of France?", "help", "repeat", "what do you mean?", "thanks", "tell me a joke", "one moment please", "let me check", "?", "hello", "", Files,
        "what are my options?", "why do you ask?", "what languages do you speak?", "nice weather today",
    ];

    /// <summary>What is no answer.</summary>
    public static readonly string[] Noise =
        ["😀", "...", "function foo() { return 1; }", "<script>alert(1)</script>", "you are an idiot", "this is bullshit", "fuck you"];

    /// <summary>Somebody writes, or sends a file.</summary>
    public static Task<Scene> SayAsync(Theatre theatre, Scene scene, string words) => theatre.PlayAsync(scene, activity =>
    {
        activity.Text = words is Files ? null : words;
        activity.Attachments = words is Files ? [new Attachment { ContentType = "image/png", Name = "plan.png", ContentUrl = "https://acme.example/plan.png" }] : null;
    });

    /// <summary>What is wrong with the answer to an interruption.</summary>
    public static IEnumerable<string> FaultsOf(Scene before, Scene after)
    {
        if (after.Reply is not { } reply)
        {
            yield return "no reply.";
            yield break;
        }

        var said = reply.Text.Split("\n\n");
        var again = before.Reply!.Text.Split("\n\n").Intersect(said, StringComparer.Ordinal).ToList();
        if (again.Count > 0 || said.Distinct(StringComparer.Ordinal).Count() < said.Length)
        {
            yield return $"'{string.Join(' ', again)}' twice in a row: {reply}";
        }

        if (reply.Text.Contains('{', StringComparison.Ordinal))
        {
            yield return $"not filled in: {reply}";
        }

        if (before.Open?.Id != after.Open?.Id || (after.Open is { } open && said.Count(paragraph => IsQuestion(paragraph, open)) != 1))
        {
            yield return $"not asked again exactly once: {reply}";
        }

        if (before.Lead is { } lead && Stored(lead) != Stored(after.Lead!))
        {
            yield return $"{Stored(lead)} became {Stored(after.Lead!)}";
        }
    }

    public static bool IsQuestion(string paragraph, OpenQuestion open) => paragraph.StartsWith(open.Words, StringComparison.Ordinal);

    public static string AnswersOf(Scene scene) => string.Join(',', scene.Lead?.Known.Answers.Select(answer => $"{answer.Slot}={answer.Value}") ?? []);

    private static string Stored(Bot.Outcomes.Leads.LeadRecord lead) =>
        $"{string.Join(',', lead.Known.Answers.Select(answer => $"{answer.Slot}={answer.Value} «{answer.Evidence.Quote}»"))} {lead.Score?.Fit ?? 0}+{lead.Score?.Intent ?? 0} {lead.Decision?.Hash} {lead.Booking?.Slot} {lead.Consent?.Given} {lead.HandOff?.Reason}";
}
