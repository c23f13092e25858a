namespace QualifyBot.Tests.Support;

/// <summary>One step of a talk: what the visitor says, and the text that the reply ends with.</summary>
internal readonly record struct Step(string Says, string EndsWith);

/// <summary>Whole talks, by the playbook and what they lead to.</summary>
internal static class Talks
{
    private static readonly Step[] BantAnswers =
    [
        new("Our onboarding of new hires takes too long.", "bant.timeline.ask"),
        new("next month", "bant.authority.ask"),
        new("I decide that myself", "bant.budget.ask"),
        new("about $40k a year", "bant.headcount.ask"),
    ];

    private static readonly Step[] ChampAnswers =
    [
        new("We copy and paste everything by hand.", "champ.authority.ask"),
        new("I decide that myself", "champ.budget.ask"),
        new("around 40,000 euros", "champ.priority.ask"),
        new("Yes, it is", "champ.timeline.ask"),
    ];

    private static readonly Step[] Booking =
    [
        new("anna@acme.example", "book.offer"),
        new("the second one", "book.done"),
    ];

    private static readonly Step[] BantTooEarly =
    [
        new("We do too much by hand", "bant.timeline.ask"),
        new("no rush", "bant.authority.ask"),
        new("others decide", "bant.budget.ask"),
        new("not decided yet", "bant.headcount.ask"),
        new("about 30 people", "nurture.consent"),
    ];

    private static readonly Step[] ChampTooEarly =
    [
        new("We do too much by hand", "champ.authority.ask"),
        new("others decide", "champ.budget.ask"),
        new("not decided yet", "champ.priority.ask"),
        new("No, other things come first", "champ.headcount.ask"),
        new("about 30 people", "nurture.consent"),
    ];

    private static readonly Dictionary<string, Step[]> All = new(StringComparer.Ordinal)
    {
        ["bant booked"] = [.. BantAnswers, new("300 people", "book.contact"), .. Booking],
        ["bant nurture yes"] = [.. BantTooEarly, new("yes please", "nurture.email"), new("anna@acme.example", "nurture.done")],
        ["bant nurture no"] = [.. BantTooEarly, new("no thanks", "nurture.declined")],
        ["bant hand-off decided"] = [.. BantAnswers, new("We are 4,000 people", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["bant hand-off asked"] = [BantAnswers[0], new("I want to talk to a human", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["bant disqualified"] = [new("I'm a student, it is for my thesis", "decline.close")],
        ["champ booked"] = [.. ChampAnswers, new("next month", "book.contact"), .. Booking],
        ["champ nurture yes"] = [.. ChampTooEarly, new("yes please", "nurture.email"), new("anna@acme.example", "nurture.done")],
        ["champ nurture no"] = [.. ChampTooEarly, new("no", "nurture.declined")],
        ["champ hand-off decided"] =
            [.. ChampAnswers[..2], new("$250k", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["champ hand-off asked"] = [ChampAnswers[0], new("human please", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["champ disqualified"] = [new("We have no problem at all", "decline.close")],
    };

    public static TheoryData<string, string> OnBothStores
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in All.Keys)
            {
                data.Add(name, "sqlite");
                data.Add(name, "redis");
            }

            return data;
        }
    }

    public static IReadOnlyList<Step> Of(string name) => All[name];

    public static string PlaybookOf(string name) => name[..name.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The status that the desk shows in the end.</summary>
    public static string StatusOf(string name) =>
        name.EndsWith("booked", StringComparison.Ordinal) ? "booked"
        : name.Contains("nurture", StringComparison.Ordinal) ? "nurtured"
        : name.Contains("hand-off", StringComparison.Ordinal) ? "handed_off"
        : "disqualified";
}
