using QualifyBot.Bot.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs.Patterns;

/// <summary>Every interruption in every state of every dialog of every playbook: nothing is lost, and the open question is asked again exactly once.</summary>
public sealed class InterruptionMatrixTests(Theatre theatre) : IClassFixture<Theatre>
{
    private const string Files = "<files>";

    /// <summary>What has an answer of its own.</summary>
    private static readonly string[] Asides =
    [
        "what does it cost?", "do you integrate with Salesforce?", "where is my data stored?", "who are you?", "are you a human?", "how long does this take?", "what happens next?",
        "what is the capital of France?", "help", "repeat", "what do you mean?", "thanks", "tell me a joke", "one moment please", "let me check", "?", "hello", "", "   ", Files,
        "what are my options?", "why do you ask?", "why do you need to know that?", "what languages do you speak?", "nice weather today",
    ];

    /// <summary>What is no answer.</summary>
    private static readonly string[] Noise =
        ["😀", "...", "function foo() { return 1; }", "<script>alert(1)</script>", "you are an idiot", "this is bullshit", "fuck you"];

    public static TheoryData<string> Playbooks => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task An_interruption_is_met_and_the_open_question_asked_again_exactly_once(string playbook)
    {
        var faults = new List<string>();
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Open)
        {
            foreach (var words in Asides)
            {
                var once = await SayAsync(scene, words);
                faults.AddRange(FaultsOf(scene, once).Select(fault => $"{id}, '{words}': {fault}"));
                if (IsRepeated(id, words))
                {
                    faults.AddRange(FaultsOf(once, await SayAsync(once, words)).Select(fault => $"{id}, '{words}' twice: {fault}"));
                }

                if (once.Open?.Misses > scene.Open!.Misses)
                {
                    faults.Add($"{id}, '{words}': counted as a miss.");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task What_is_no_answer_loses_nothing_and_the_question_comes_in_other_words(string playbook)
    {
        var faults = new List<string>();
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Open)
        {
            foreach (var words in Noise)
            {
                // Between two readings it is asked once; what is no answer brings the question back that was open before.
                var once = await SayAsync(scene, words);
                var asked = scene.Open!.Before is { } before ? scene with { Conversation = scene.Conversation! with { Open = before } } : scene;
                faults.AddRange(FaultsOf(asked, once).Select(fault => $"{id}, '{words}': {fault}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task A_human_comes_in_one_message(string playbook)
    {
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Open)
        {
            foreach (var words in (string[])["human", "can I talk to sales?", "I want to talk to a real person please"])
            {
                var after = await theatre.SayAsync(scene, words);
                Assert.True(after.Lead?.HandOff is not null, $"{id}, '{words}': {after.Reply}");
                Assert.True(after.Reply!.Has("hand_off.asked"), $"{id}, '{words}': {after.Reply}");
                Assert.Equal(AnswersOf(scene), AnswersOf(after));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task Who_stops_or_would_erase_goes_on_at_the_same_question(string playbook)
    {
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Open)
        {
            var kept = await theatre.SayAllAsync(scene, "delete my data", "no");
            Assert.True(kept.Reply!.Has("erase.kept"), $"{id}: {kept.Reply}");
            Assert.Equal(AnswersOf(scene), AnswersOf(kept));
            var back = await theatre.SayAllAsync(scene, "stop", "hello again");
            Assert.Equal(AnswersOf(scene), AnswersOf(back));
            if ((Shipped.Catalog.Playbooks[playbook].FindQuestion(id) is not null && scene.Open!.Asked == 1 && scene.Lead is not null) || id is "book.contact" or "book.time" or "nurture.consent")
            {
                Assert.Equal(id, kept.Open?.Id);
                Assert.Equal(id, back.Open?.Id);
            }

            var anew = await theatre.SayAsync(scene, "restart");
            Assert.Empty(anew.Lead!.Known.Answers);
            Assert.NotNull(Shipped.Catalog.Playbooks[playbook].FindQuestion(anew.Open!.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task After_the_talk_everything_is_met_and_nothing_asked(string playbook)
    {
        var faults = new List<string>();
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Over)
        {
            foreach (var words in Asides.Concat(Noise))
            {
                var once = await SayAsync(scene, words);
                faults.AddRange(FaultsOf(scene, once).Select(fault => $"{id}, '{words}': {fault}"));
                if (IsRepeated(id, words))
                {
                    faults.AddRange(FaultsOf(once, await SayAsync(once, words)).Select(fault => $"{id}, '{words}' twice: {fault}"));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task What_is_said_to_a_colleague_is_left_to_them_and_the_question_waits(string playbook)
    {
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Open)
        {
            var written = scene with { Conversation = scene.Conversation! with { Colleague = new Colleague("Marta", scene.Lead?.UpdatedAt.AddHours(1) ?? DateTimeOffset.MaxValue) } };
            foreach (var words in (string[])["what does it cost?", "thanks", "", "?", "human", "tell me a joke"])
            {
                var left = await SayAsync(written, words);
                Assert.True(left.Reply is null, $"{id}, '{words}': {left.Reply}");
                Assert.Equal(scene.Open?.Id, left.Open?.Id);
                Assert.Equal(AnswersOf(scene), AnswersOf(left));
            }

            var back = await SayAsync(written with { Conversation = written.Conversation! with { Colleague = new Colleague("Marta", DateTimeOffset.MinValue) } }, "what does it cost?");
            Assert.True(!FaultsOf(scene, back).Any(), $"{id}: {string.Join(' ', FaultsOf(scene, back))}");
        }
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task An_interruption_before_anything_was_said_is_met_and_the_first_question_asked_once(string playbook)
    {
        var nothing = new Scene(playbook, null, null, null);
        foreach (var words in Asides.Concat(Noise))
        {
            var first = await SayAsync(nothing, words);
            Assert.True(first.Open is { } open && Shipped.Catalog.Playbooks[playbook].Questions[0].Id == open.Id && first.Reply!.Text.Split("\n\n").Count(paragraph => IsQuestion(paragraph, open)) == 1, $"'{words}': {first.Reply}");
            Assert.True(first.Reply!.Has("talk.open"), $"'{words}': {first.Reply}");
        }
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task Each_question_of_the_playbook_and_each_dialog_has_a_place(string playbook)
    {
        var places = await Places.OfAsync(theatre, playbook);
        var open = places.Open.Select(place => place.Id).ToList();
        Assert.Empty(Shipped.Catalog.Playbooks[playbook].Questions.Select(question => question.Id).Except(open, StringComparer.Ordinal));
        Assert.Empty(((string[])["book.contact", "book.time", "nurture.consent", "nurture.email", "hand_off.contact", "erase.confirm", "book.cancel", "reopened", "doubt", "started anew",
            "return.holds", "return.changed", "reopen.ask", "reopened at a contact", "reopened after a booking", "other times", "times at a day"]).Except(open, StringComparer.Ordinal));
        Assert.Empty(((string[])["over booked", "over agreed", "over refused", "over handed off", "over declined", "over withdrawn"]).Except(places.Over.Select(place => place.Id), StringComparer.Ordinal));
    }

    // Said again in a third of the places, another third for each.
    private static bool IsRepeated(string place, string words) => (place.Length + words.Length) % 3 == 0;

    private Task<Scene> SayAsync(Scene scene, string words) => theatre.PlayAsync(scene, activity =>
    {
        activity.Text = words is Files ? null : words;
        activity.Attachments = words is Files ? [new Attachment { ContentType = "image/png", Name = "plan.png", ContentUrl = "https://acme.example/plan.png" }] : null;
    });

    private static IEnumerable<string> FaultsOf(Scene before, Scene after)
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

    private static bool IsQuestion(string paragraph, OpenQuestion open) => paragraph.StartsWith(open.Words, StringComparison.Ordinal);

    private static string AnswersOf(Scene scene) => string.Join(',', scene.Lead?.Known.Answers.Select(answer => $"{answer.Slot}={answer.Value}") ?? []);

    private static string Stored(Bot.Outcomes.Leads.LeadRecord lead) =>
        $"{string.Join(',', lead.Known.Answers.Select(answer => $"{answer.Slot}={answer.Value} «{answer.Evidence.Quote}»"))} {lead.Score?.Fit ?? 0}+{lead.Score?.Intent ?? 0} {lead.Decision?.Hash} {lead.Booking?.Slot} {lead.Consent?.Given} {lead.HandOff?.Reason}";
}
