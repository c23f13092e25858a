namespace QualifyBot.Tests.Support;

/// <summary>One step of a talk: what the visitor says, and the text that the reply ends with.</summary>
internal readonly record struct Step(string Says, string EndsWith);

/// <summary>Whole talks, by the playbook and what they lead to.</summary>
internal static class Talks
{
    private static readonly Step[] BantAnswers =
    [
        new("Our onboarding of new hires takes too long.", "bant.headcount.ask"),
        new("300 people", "bant.timeline.ask"),
        new("next month", "bant.authority.ask"),
        new("I decide that myself", "bant.budget.ask"),
    ];

    private static readonly Step[] ChampAnswers =
    [
        new("We copy and paste everything by hand.", "champ.authority.ask"),
        new("I decide that myself", "champ.priority.ask"),
        new("Yes, it is", "champ.timeline.ask"),
        new("next month", "champ.budget.ask"),
    ];

    private static readonly Step[] Booking =
    [
        new("anna@acme.example", "book.offer"),
        new("the second one", "book.done"),
    ];

    private static readonly Step[] BantTooEarly =
    [
        new("We do too much by hand", "bant.headcount.ask"),
        new("about 30 people", "bant.timeline.ask"),
        new("no rush", "bant.authority.ask"),
        new("others decide", "bant.budget.ask"),
        new("not decided yet", "nurture.consent"),
    ];

    private static readonly Step[] ChampTooEarly =
    [
        new("We do too much by hand", "champ.authority.ask"),
        new("others decide", "champ.priority.ask"),
        new("No, other things come first", "champ.budget.ask"),
        new("not decided yet", "champ.headcount.ask"),
        new("about 30 people", "nurture.consent"),
    ];

    private static readonly Step[] MeddicAnswers =
    [
        new("Our reporting is done by hand in Excel and takes two days a month", "meddic.headcount.ask"),
        new("300 people", "meddic.timeline.ask"),
        new("in four months", "meddic.economic_buyer.ask"),
        new("I choose, our CFO signs", "meddic.champion.ask"),
    ];

    private static readonly Step[] FaintAnswers =
    [
        new("Our onboarding takes too long", "faint.headcount.ask"),
        new("120 people", "faint.authority.ask"),
        new("we decide together", "faint.interest.ask"),
        new("yes please", "faint.timing.ask"),
        new("in two months", "faint.funds.ask"),
    ];

    private static readonly Step[] GpctAnswers =
    [
        new("Double our leads to 200 a month", "gpct.challenge.ask"),
        new("our tools don't work together, everything is out of sync", "gpct.authority.ask"),
        new("that's my decision", "gpct.headcount.ask"),
    ];

    private static readonly Step[] TooEarly = [new("yes please", "nurture.email"), new("anna@acme.example", "nurture.done")];

    private static readonly Step[] ToSomebody = [new("anna@acme.example", "hand_off.done")];

    private static readonly Dictionary<string, Step[]> All = new(StringComparer.Ordinal)
    {
        ["bant booked"] = [.. BantAnswers, new("about $40k a year", "book.contact"), .. Booking],
        ["bant nurture yes"] = [.. BantTooEarly, new("yes please", "nurture.email"), new("anna@acme.example", "nurture.done")],
        ["bant nurture no"] = [.. BantTooEarly, new("no thanks", "nurture.declined")],
        ["bant hand-off decided"] = [BantAnswers[0], new("We are 4,000 people", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["bant hand-off asked"] = [BantAnswers[0], new("I want to talk to a human", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["bant disqualified"] = [new("I'm a student, it is for my thesis", "decline.close")],
        ["champ booked"] = [.. ChampAnswers, new("around 40,000 euros", "book.contact"), .. Booking],
        ["champ nurture yes"] = [.. ChampTooEarly, new("yes please", "nurture.email"), new("anna@acme.example", "nurture.done")],
        ["champ nurture no"] = [.. ChampTooEarly, new("no", "nurture.declined")],
        ["champ hand-off decided"] =
            [.. ChampAnswers, new("$250k", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["champ hand-off asked"] = [ChampAnswers[0], new("human please", "hand_off.contact"), new("anna@acme.example", "hand_off.done")],
        ["meddic booked"] = [.. MeddicAnswers, new("Yes, I would", "book.contact"), .. Booking],
        ["meddic nurture yes"] = [MeddicAnswers[0], new("about 40 people", "meddic.timeline.ask"), new("no rush", "nurture.consent"), .. TooEarly],
        ["meddic hand-off decided"] = [MeddicAnswers[0], new("We are 4,000 people", "hand_off.contact"), .. ToSomebody],
        ["meddic disqualified"] = [new("nothing, all is fine", "decline.close")],
        ["faint booked"] = [.. FaintAnswers, new("Yes, it could be found", "book.contact"), .. Booking],
        ["faint nurture yes"] = [FaintAnswers[0], new("30", "faint.authority.ask"), new("others decide", "nurture.consent"), .. TooEarly],
        ["faint hand-off decided"] = [FaintAnswers[0], new("We are 4,000 people", "hand_off.contact"), .. ToSomebody],
        ["faint disqualified"] = [FaintAnswers[0], new("just the two of us", "faint.authority.ask"), FaintAnswers[2], FaintAnswers[3], FaintAnswers[4], new("No, not for now", "decline.close")],
        ["gpct booked"] = [.. GpctAnswers, new("80 people", "gpct.timeline.ask"), new("in three months", "book.contact"), .. Booking],
        ["gpct nurture yes"] =
        [
            new("grow a little", "gpct.challenge.ask"), new("too much manual work", "gpct.authority.ask"), new("others decide", "gpct.headcount.ask"), new("30", "nurture.consent"), .. TooEarly,
        ],
        ["gpct hand-off decided"] = [.. GpctAnswers, new("We are 4,000 people", "hand_off.contact"), .. ToSomebody],
        ["gpct disqualified"] = [new("I'm a student, it is for my thesis", "decline.close")],
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

    /// <summary>Talks that come to the questions which are worth asking only where much is open.</summary>
    public static IEnumerable<IReadOnlyList<Step>> ToSeldomQuestions(string playbook) => playbook switch
    {
        "meddic" =>
        [
            [
                MeddicAnswers[0], new("25 people", "meddic.timeline.ask"), new("in ten months", "meddic.economic_buyer.ask"), new("I choose, our CFO signs", "meddic.champion.ask"), new("perhaps", "meddic.metrics.ask"),
                new("ten hours saved a week", "meddic.decision_criteria.ask"), new("how well it fits our CRM", "meddic.decision_process.ask"),
            ],
        ],
        "gpct" =>
        [
            [GpctAnswers[0], GpctAnswers[1], new("we decide together", "gpct.headcount.ask"), new("12 people", "gpct.timeline.ask"), new("in ten months", "gpct.plan.ask")],
        ],
        _ => [],
    };

    /// <summary>The talks of a playbook that lead to these ends.</summary>
    public static IEnumerable<IReadOnlyList<Step>> Of(string playbook, params IEnumerable<string> ends) => ends.Select(end => All[$"{playbook} {end}"]);

    public static string PlaybookOf(string name) => name[..name.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The text of the question that a talk opens with.</summary>
    public static string FirstQuestionOf(string name) => PlaybookOf(name) switch
    {
        "bant" => "bant.need.ask",
        "champ" => "champ.challenge.ask",
        "meddic" => "meddic.pain.ask",
        "faint" => "faint.need.ask",
        _ => "gpct.goal.ask",
    };

    /// <summary>The status that the desk shows in the end.</summary>
    public static string StatusOf(string name) =>
        name.EndsWith("booked", StringComparison.Ordinal) ? "booked"
        : name.Contains("nurture", StringComparison.Ordinal) ? "nurtured"
        : name.Contains("hand-off", StringComparison.Ordinal) ? "handed_off"
        : "disqualified";
}
