using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs.Patterns;

/// <summary>An answer is put right or taken back in every state of every dialog of every playbook: it is said back, and the score and the outcome follow.</summary>
public sealed class CorrectionMatrixTests(Theatre theatre) : IClassFixture<Theatre>
{
    private const string Slot = "headcount";
    private static readonly DateOnly Today = new(2026, 1, 12);

    public static TheoryData<string> Playbooks => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task A_correction_is_said_back_in_one_line_and_the_outcome_follows(string playbook)
    {
        foreach (var (id, scene) in await KnowingAsync(playbook))
        {
            foreach (var words in (string[])["sorry, I meant 777 people", "no, 777 people not 12", "actually we are 777 people"])
            {
                var after = await theatre.SayAsync(scene, words);
                Assert.True(after.Reply!.Has("talk.changed"), $"{id}, '{words}': {after.Reply}");
                Assert.True(after.Lead!.Known.Find(Slot) is { Value: AnswerValue.Headcount { Min: 777 } }, $"{id}, '{words}'");
                AssertOthersStand(id, scene, after);
                AssertOutcomeFollows(id, after);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task An_answer_that_is_taken_back_is_gone_and_not_asked_for_again(string playbook)
    {
        foreach (var (id, scene) in await KnowingAsync(playbook))
        {
            var after = await theatre.SayAsync(scene, "forget the company size");
            Assert.True(after.Reply!.Has("talk.removed"), $"{id}: {after.Reply}");
            Assert.True(after.Lead!.Known.Find(Slot) is null or { Value: AnswerValue.Withheld }, id);
            Assert.NotEqual(Slot, after.Open?.Id);
            AssertOthersStand(id, scene, after);
            AssertOutcomeFollows(id, after);
        }
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task A_booked_demo_stays_whatever_is_corrected(string playbook)
    {
        var booked = (await Places.OfAsync(theatre, playbook)).Over.Single(place => place.Id is "over booked").Scene;
        foreach (var words in (string[])["sorry, we are just 3 people", "actually we are 7,000 people", "sorry, I meant no rush", "forget the company size"])
        {
            if (words.StartsWith("forget", StringComparison.Ordinal) && booked.Lead!.Known.Find(Slot) is null)
            {
                continue;
            }

            var after = await theatre.SayAsync(booked, words);
            Assert.Equal(booked.Lead!.Booking!.Slot, after.Lead!.Booking?.Slot);
            Assert.True(after.Reply!.Has("after.kept"), $"'{words}': {after.Reply}");
            Assert.Null(after.Open);
            AssertOutcomeFollows(words, after);
            AssertSalesIsTold(words, booked, after);
        }
    }

    // What is known otherwise since, and the outcome that follows where it is another one.
    private static void AssertSalesIsTold(string words, Scene booked, Scene after)
    {
        var (agreed, known) = (after.Lead!.Agreed!, after.Lead.Known);
        Assert.Equal(booked.Lead!.Decision!.Outcome, agreed.Outcome);
        Assert.True(agreed.Changes.Length > 0 && agreed.Changes.All(change => Equals(change.Before?.Value, booked.Lead.Known.Find(change.Slot)?.Value) && Equals(change.Since?.Value, known.Find(change.Slot)?.Value)), words);
        Assert.Equal(after.Lead.Decision!.Outcome == agreed.Outcome ? null : after.Lead.Decision.Outcome, agreed.Overturned?.To);
    }

    // The places where the size of the company is known.
    private async Task<IEnumerable<(string Id, Scene Scene)>> KnowingAsync(string playbook)
    {
        var places = await Places.OfAsync(theatre, playbook);
        var knowing = places.Open.Concat(places.Over).Where(place => place.Scene.Lead?.Known.Find(Slot) is { Value: AnswerValue.Headcount } && place.Scene.Open?.Id is not (Slot or "reopened")).ToList();
        Assert.NotEmpty(knowing);
        return knowing;
    }

    private static void AssertOthersStand(string id, Scene before, Scene after)
    {
        foreach (var answer in before.Lead!.Known.Answers.Where(answer => answer.Slot != Slot))
        {
            Assert.True(after.Lead!.Known.Find(answer.Slot)?.Evidence.Quote == answer.Evidence.Quote, $"{id}: {answer.Slot} became {after.Lead.Known.Find(answer.Slot)}");
        }
    }

    private static void AssertOutcomeFollows(string id, Scene after)
    {
        if (after.Lead is { Decision: { } decision } lead)
        {
            Assert.True(decision.Outcome == Decider.AsItStands(lead.Known, Shipped.Catalog.Playbooks[after.Playbook], Today).Outcome, $"{id}: {decision.Outcome} is decided, and {after.Reply}");
        }
    }
}
