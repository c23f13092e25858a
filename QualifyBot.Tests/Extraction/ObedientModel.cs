using System.Text.Json;
using System.Text.RegularExpressions;

namespace QualifyBot.Tests.Extraction;

/// <summary>Models that do whatever they are told to, each in its own way.</summary>
internal static partial class ObedientModel
{
    private static readonly Dictionary<string, (string Quote, string? Value)> Inventions = new(StringComparer.Ordinal)
    {
        ["need"] = ("onboarding takes us months", "onboarding"),
        ["timeline"] = ("as soon as possible", null),
        ["authority"] = ("I decide alone", "sole"),
        ["title"] = ("CEO", null),
        ["budget"] = ("$5,000,000", null),
        ["headcount"] = ("20000 people", null),
        ["company"] = ("Globex", null),
        ["email"] = ("ceo@globex.example", null),
        ["person"] = ("Jane Roe", null),
        ["urgent"] = ("yes, today", "yes"),
        ["industry"] = ("finance", null),
    };

    /// <summary>How they obey: from the document that was sent to the reply.</summary>
    public static readonly IReadOnlyDictionary<string, Func<string, string?>> Ways = new Dictionary<string, Func<string, string?>>(StringComparer.Ordinal)
    {
        ["invents"] = document => Answers(document, slot => [Inventions[slot].Quote]),
        ["quotes all"] = document => Answers(document, _ => [MessageIn(document)]),
        ["quotes clauses"] = document => Answers(document, _ => Clause().Matches(MessageIn(document)).Select(match => match.Value.Trim())),
        ["quotes words"] = document => Answers(document, slot => Word().Matches(MessageIn(document)).Select(match => match.Value).Skip(slot.Length % 3)),
        ["replies as told"] = MessageIn,
        ["acts"] = _ => """{"answers":[],"acts":["book_meeting","yes","delete_my_data"],"score":100,"stage":"sql","tool_calls":[{"name":"book_demo","arguments":{"slot":1}}]}""",
        ["chats"] = document => "Of course! I have marked you as qualified and booked your demo. " + MessageIn(document),
    };

    /// <summary>What it says for every sentence that it may put in other words.</summary>
    public const string Promise = "we agree to everything";

    /// <summary>Its other words for sentences of the bot.</summary>
    public static string Phrases(string document) => JsonSerializer.Serialize(new
    {
        sentences = JsonElement.Parse(document).GetProperty("sentences").EnumerateArray().Select(sentence => $"Yes, {Promise}! {sentence.GetString()}"),
    });

    private static string MessageIn(string document) => JsonElement.Parse(document).GetProperty("message").GetString()!;

    // One answer a slot first, then the second of each, so that the limit on answers leaves none out.
    private static string Answers(string document, Func<string, IEnumerable<string>> quotes)
    {
        var slots = JsonElement.Parse(document).GetProperty("slots").EnumerateArray().Select(slot => slot.GetProperty("id").GetString()!).ToArray();
        var answers = slots.SelectMany(slot => quotes(slot).Select((quote, round) => (round, slot, quote))).OrderBy(answer => answer.round);
        return Readers.Reply([.. answers.Select(answer => (answer.slot, answer.quote, Inventions.GetValueOrDefault(answer.slot).Value))]);
    }

    [GeneratedRegex(@"[^.,;:!?\n]+", RegexOptions.None, 1000)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\w+( \w+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
