using System.Collections.Concurrent;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs.Patterns;

/// <summary>One scene for each question of a playbook and for each state of the other dialogs, found along whole talks and by talking on with every answer to click.</summary>
internal sealed class Places(Theatre theatre, string playbook)
{
    // Each question is gone on from in so many talks at most; otherwise they would be countless.
    private const int MostVisits = 8;

    private static readonly ConcurrentDictionary<string, Lazy<Task<Places>>> Explored = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Scene> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> visits = new(StringComparer.Ordinal);

    /// <summary>Scenes in which a question is open, by its id.</summary>
    public IEnumerable<(string Id, Scene Scene)> Open => found.Where(place => place.Value.Open is not null).Select(place => (place.Key, place.Value));

    /// <summary>Scenes in which the talk is over, by how.</summary>
    public IEnumerable<(string Id, Scene Scene)> Over => found.Where(place => place.Value.Open is null).Select(place => (place.Key, place.Value));

    private IEnumerable<Question> Missing => Shipped.Catalog.Playbooks[playbook].Questions.Where(question => !found.ContainsKey(question.Id));

    /// <summary>The places of a playbook; they are found once.</summary>
    public static Task<Places> OfAsync(Theatre theatre, string playbook) => Explored.GetOrAdd(playbook, static (id, stage) => new Lazy<Task<Places>>(async () =>
    {
        var places = new Places(stage, id);
        await places.ExploreAsync();
        return places;
    }), theatre).Value;

    private async Task ExploreAsync()
    {
        var waiting = new Queue<Scene>();
        var joined = await theatre.JoinAsync(playbook);
        Take(joined, waiting);
        foreach (var talk in Talks.Of(playbook, "booked", "nurture yes", "hand-off decided", "disqualified").Concat(Talks.ToSeldomQuestions(playbook)))
        {
            var scene = joined;
            foreach (var step in talk)
            {
                Take(scene = await theatre.SayAsync(scene, step.Says), waiting);
                if (scene.Open?.Id is "nurture.consent")
                {
                    Take(await theatre.SayAsync(scene, "no thanks"), waiting);
                }
            }
        }

        while (Missing.Any() && waiting.TryDequeue(out var next))
        {
            foreach (var words in AnswersTo(next))
            {
                Take(await theatre.SayAsync(next, words), waiting);
            }
        }

        await AddOthersAsync();
    }

    private async Task AddOthersAsync()
    {
        var midst = found.Values.First(scene => scene.Lead is { Known.Answers.Length: > 1, Decision: null } && scene.Open is not null);
        found["hand_off.contact"] = await theatre.SayAsync(midst, "I want to talk to a human");
        found["erase.confirm"] = await theatre.SayAsync(midst, "delete my data");
        found["reopened"] = await theatre.SayAsync(midst, "go back");
        found["book.cancel"] = await theatre.SayAsync(found["over booked"], "cancel");
        found["doubt"] = Doubted(midst);
        found["started anew"] = await theatre.SayAsync(midst, "restart");
        found["return.holds"] = await theatre.SayAsync(midst with { Lead = midst.Lead! with { UpdatedAt = midst.Lead.UpdatedAt.AddDays(-3) } }, "hello again");
        found["return.changed"] = await theatre.SayAsync(found["return.holds"], "no");
        found["reopen.ask"] = await theatre.SayAsync(found["book.time"], "change e-mail");
        found["reopened at a contact"] = await theatre.SayAsync(found["book.contact"], Reopening(found["book.contact"]));
        found["reopened after a booking"] = await theatre.SayAsync(found["over booked"], Reopening(found["over booked"]));
        found["other times"] = await theatre.SayAsync(found["book.time"], "none of these");
        found["times at a day"] = await theatre.SayAsync(found["book.time"], "on Thursday");
        found["over withdrawn"] = await theatre.SayAsync(found["over agreed"], "stop writing to me");
    }

    // What the button of the summary says.
    private static string Reopening(Scene scene) => $"Change {Shipped.Catalog.Texts["en"].Get("slot." + scene.Lead!.Known.Answers[0].Slot)}";

    // Two readings of one message, as if a model had read it otherwise than the rules.
    private Scene Doubted(Scene scene)
    {
        var open = scene.Open!;
        var slot = Shipped.Catalog.Playbooks[playbook].FindSlot("headcount")!;
        var known = new Answer(slot.Id, new AnswerValue.Headcount(30, 30), new Evidence("m", 0, 2, "30", "headcount"), scene.Lead!.UpdatedAt);
        var doubt = new Doubt(known, known with { Value = new AnswerValue.Headcount(50, 50), Evidence = new Evidence("m", 6, 2, "50", "model") });
        var (without, today) = (scene.Lead.Known.Without(slot.Id), new DateOnly(2026, 1, 12));
        var words = Shipped.Catalog.Texts["en"].Get("talk.doubt", ("one", "30"), ("other", "50"));
        return scene with
        {
            Lead = scene.Lead with { Known = without, Score = ScoreRecord.Of(Scorer.Score(without, Shipped.Catalog.Playbooks[playbook], today), today) },
            Conversation = scene.Conversation! with { Open = new OpenQuestion("doubt", slot.Id, [slot.Type], words, ["30", "50"]) { Doubts = [doubt], Before = open } },
            Reply = new Reply(words, ["30", "50"], []),
        };
    }

    private IEnumerable<string> AnswersTo(Scene scene)
    {
        var question = scene.Open is { } open ? Shipped.Catalog.Playbooks[playbook].FindQuestion(open.Id) : null;
        return question is not null
            ? question.Choices.Select(choice => Shipped.Catalog.Texts["en"].Get($"{playbook}.{question.Id}.choice.{choice.Id}")).Append("skip")
            : [];
    }

    private void Take(Scene scene, Queue<Scene> waiting)
    {
        var id = scene.Open?.Id ?? "over " + StatusOf(scene);
        found.TryAdd(id, scene);
        visits[id] = visits.GetValueOrDefault(id) + 1;
        if (visits[id] <= MostVisits)
        {
            waiting.Enqueue(scene);
        }
    }

    private static string StatusOf(Scene scene) => scene.Lead switch
    {
        { Booking: not null } => "booked",
        { HandOff: not null } => "handed off",
        { Consent: { } consent } => consent.Given ? "agreed" : "refused",
        _ => "declined",
    };
}
