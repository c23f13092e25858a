using System.Globalization;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Explaining;

/// <summary>A point rests on the characters that its receipt names: without them there is no point.</summary>
public sealed class MaskedSpanTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 1, 12);

    public static TheoryData<string> Names => [.. Talks.OnBothStores.Select(row => (string)row[0]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_masks_the_words_behind_a_point_takes_the_point_away(string talk)
    {
        var playbook = Shipped.Catalog.Playbooks[Talks.PlaybookOf(talk)];
        var messages = Talks.Of(talk).Select(step => step.Says).ToArray();
        var (lead, asked) = Read(messages, playbook, null);
        var score = Scorer.Score(lead, playbook, Today);
        foreach (var receipt in score.Receipts)
        {
            foreach (var words in receipt.Citations.OfType<Citation.Words>())
            {
                AssertRests(receipt.Rule, words, messages, asked, playbook);
            }
        }
    }

    // Who says a thing twice has to be masked twice; what is masked never speaks again.
    private static void AssertRests(string rule, Citation.Words words, string[] messages, List<Question?> asked, Playbook playbook)
    {
        var masked = messages.ToArray();
        for (var times = 0; times < 4; times++)
        {
            var (message, start, length, quote, _) = words.Evidence;
            var index = int.Parse(message, CultureInfo.InvariantCulture);
            Assert.Equal(quote, masked[index].Substring(start, length));
            Assert.False(string.IsNullOrWhiteSpace(quote));
            masked[index] = masked[index].Remove(start, length).Insert(start, new string(' ', length));
            var left = Scorer.Score(Read(masked, playbook, asked).Lead, playbook, Today).Receipts.FirstOrDefault(other => other.Rule == rule);
            if (left?.Citations.OfType<Citation.Words>().FirstOrDefault(other => other.Slot == words.Slot) is not { } again)
            {
                Assert.Null(left);
                return;
            }

            words = again;
        }

        Assert.Fail($"{rule} still earns: {string.Join(" / ", masked)}");
    }

    // Where questions are given, each message answers the same one as before.
    private static (Lead Lead, List<Question?> Asked) Read(string[] messages, Playbook playbook, List<Question?>? given)
    {
        var (lead, asked) = (Lead.Empty, new List<Question?>());
        foreach (var (index, text) in messages.Index())
        {
            var question = given is null ? (Decider.Next(lead, playbook, Today) as NextStep.Ask)?.Question : given[index];
            asked.Add(question);
            var words = question is null ? null : Shipped.Catalog.Texts["en"].Get($"{playbook.Id}.{question.Id}.ask");
            var reading = RuleReader.Read(text, Listening.ContextOf(playbook, Now.DateTime, question is null ? [] : [question.Slot.Type], words));
            var message = new IncomingMessage(index.ToString(CultureInfo.InvariantCulture), text, Now);
            lead = new SlotFilling(playbook, message).Fill(lead, new Heard(reading), question?.Slot.Id, insisted: false).Lead;
        }

        return (lead, asked);
    }
}
