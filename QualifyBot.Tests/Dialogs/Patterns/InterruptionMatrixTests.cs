using QualifyBot.Bot.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs.Patterns;

/// <summary>Every interruption in every state of every dialog of every playbook: nothing is lost, and the open question is asked again exactly once.</summary>
public sealed class InterruptionMatrixTests(Theatre theatre) : IClassFixture<Theatre>
{
    public static TheoryData<string> Playbooks => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task An_interruption_is_met_and_the_open_question_asked_again_exactly_once(string playbook)
    {
        var faults = new List<string>();
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Open)
        {
            foreach (var words in Interruption.Asides)
            {
                var once = await Interruption.SayAsync(theatre, scene, words);
                faults.AddRange(Interruption.FaultsOf(scene, once).Select(fault => $"{id}, '{words}': {fault}"));
                if (IsRepeated(id, words))
                {
                    faults.AddRange(Interruption.FaultsOf(once, await Interruption.SayAsync(theatre, once, words)).Select(fault => $"{id}, '{words}' twice: {fault}"));
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
            foreach (var words in Interruption.Noise)
            {
                // Between two readings it is asked once; what is no answer brings the question back that was open before.
                var once = await Interruption.SayAsync(theatre, scene, words);
                var asked = scene.Open!.Before is { } before ? scene with { Conversation = scene.Conversation! with { Open = before } } : scene;
                faults.AddRange(Interruption.FaultsOf(asked, once).Select(fault => $"{id}, '{words}': {fault}"));
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
                Assert.Equal(Interruption.AnswersOf(scene), Interruption.AnswersOf(after));
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
            Assert.Equal(Interruption.AnswersOf(scene), Interruption.AnswersOf(kept));
            var back = await theatre.SayAllAsync(scene, "stop", "hello again");
            Assert.Equal(Interruption.AnswersOf(scene), Interruption.AnswersOf(back));
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
            foreach (var words in Interruption.Asides.Concat(Interruption.Noise))
            {
                var once = await Interruption.SayAsync(theatre, scene, words);
                faults.AddRange(Interruption.FaultsOf(scene, once).Select(fault => $"{id}, '{words}': {fault}"));
                if (IsRepeated(id, words))
                {
                    faults.AddRange(Interruption.FaultsOf(once, await Interruption.SayAsync(theatre, once, words)).Select(fault => $"{id}, '{words}' twice: {fault}"));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
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

    // Said again in a fifth of the places, another fifth for each.
    private static bool IsRepeated(string place, string words) => (place.Length + words.Length) % 5 == 0;
}
