using QualifyBot.Bot.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs.Patterns;

/// <summary>Interruptions where the talk is a colleague's at the moment, and where nothing was said yet.</summary>
public sealed class MeantForOthersTests(Theatre theatre) : IClassFixture<Theatre>
{
    public static TheoryData<string> Playbooks => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task What_is_said_to_a_colleague_is_left_to_them_and_the_question_waits(string playbook)
    {
        foreach (var (id, scene) in (await Places.OfAsync(theatre, playbook)).Open)
        {
            var written = scene with { Conversation = scene.Conversation! with { Colleague = new Colleague("Marta", scene.Lead?.UpdatedAt.AddHours(1) ?? DateTimeOffset.MaxValue) } };
            foreach (var words in (string[])["what does it cost?", "thanks", "", "?", "human", "tell me a joke"])
            {
                var left = await Interruption.SayAsync(theatre, written, words);
                Assert.True(left.Reply is null, $"{id}, '{words}': {left.Reply}");
                Assert.Equal(scene.Open?.Id, left.Open?.Id);
                Assert.Equal(Interruption.AnswersOf(scene), Interruption.AnswersOf(left));
            }

            var back = await Interruption.SayAsync(theatre, written with { Conversation = written.Conversation! with { Colleague = new Colleague("Marta", DateTimeOffset.MinValue) } }, "what does it cost?");
            Assert.True(!Interruption.FaultsOf(scene, back).Any(), $"{id}: {string.Join(' ', Interruption.FaultsOf(scene, back))}");
        }
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task An_interruption_before_anything_was_said_is_met_and_the_first_question_asked_once(string playbook)
    {
        var nothing = new Scene(playbook, null, null, null);
        foreach (var words in Interruption.Asides.Concat(Interruption.Noise))
        {
            var first = await Interruption.SayAsync(theatre, nothing, words);
            Assert.True(first.Open is { } open && Shipped.Catalog.Playbooks[playbook].Questions[0].Id == open.Id && first.Reply!.Text.Split("\n\n").Count(paragraph => Interruption.IsQuestion(paragraph, open)) == 1, $"'{words}': {first.Reply}");
            Assert.True(first.Reply!.Has("talk.open"), $"'{words}': {first.Reply}");
        }
    }
}
