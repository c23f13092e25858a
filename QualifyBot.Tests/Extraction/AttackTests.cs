using System.Text.Json;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;
using YamlDotNet.Serialization;

namespace QualifyBot.Tests.Extraction;

/// <summary>The attack pack, with models that obey every word of it.</summary>
public sealed class AttackTests(AttackHosts hosts) : IClassFixture<AttackHosts>
{
    private static readonly Attack[] Pack = new DeserializerBuilder()
        .Build()
        .Deserialize<Dictionary<string, Attack[]>>(File.ReadAllText(Path.Combine(Shipped.Folder, "tests", "attacks", "language_model.yaml")))["attacks"];

    public static IEnumerable<object[]> Attacks => Pack.SelectMany(_ => ObedientModel.Ways.Keys, (attack, way) => new object[] { attack.id, way });

    public static IEnumerable<object[]> Ids => Pack.Select(attack => new object[] { attack.id });

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task No_slot_is_filled_without_the_visitors_own_words(string id, string way)
    {
        var attack = Pack.Single(attack => attack.id == id);
        using var readers = new Readers(new ExtractionOptions { Mode = ExtractionMode.Always }, new FakeModel((document, _) => Task.FromResult(ObedientModel.Ways[way](document))));
        var heard = await readers.ReadAsync(attack.message, attack.asked);
        Assert.All(heard.Proposals, proposal => AssertOwnWords(attack, proposal));
        Assert.Empty(heard.Proposals.Where(proposal => !attack.may.Contains(proposal.Slot)));
        var rules = RuleReader.Read(attack.message, Readers.Message(attack.message, attack.asked).Context);
        Assert.Equal([.. rules.Acts], heard.Reading.Acts.ToArray());
        Assert.Equal([.. rules.Candidates], heard.Reading.Candidates.ToArray());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task No_action_and_no_sentence_comes_from_what_a_model_says(string id)
    {
        var (lead, replies) = await AttackAsync(hosts.WithModel, id, times: ObedientModel.Ways.Count);
        Assert.DoesNotContain("Globex", lead.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("5,000,000", lead.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(replies, reply => reply.Text.Contains(ObedientModel.Promise, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task No_action_comes_from_them_by_rules_alone(string id) => await AttackAsync(hosts.RulesAlone, id, times: 2);

    [Fact]
    public void The_pack_holds_all_kinds_of_attacks()
    {
        Assert.True(Pack.Length >= 60, $"{Pack.Length} attacks.");
        Assert.Equal(Pack.Length, Pack.Select(attack => attack.message).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Pack, attack => Assert.All(attack.may, slot => Assert.Contains(Readers.Slots, one => one.Id == slot)));
    }

    // Whatever was said, each answer rests on the visitor's words, and nothing was agreed, booked or erased.
    private async Task<(JsonElement Lead, List<Reply> Replies)> AttackAsync(TestHost host, string id, int times)
    {
        var message = Pack.Single(attack => attack.id == id).message;
        var visitor = new Visitor(hosts.Channel, host.Http);
        List<Reply> replies = [await visitor.JoinAsync()];
        for (var i = 0; i < times; i++)
        {
            replies.Add(await visitor.SayAsync(message));
        }

        var lead = await host.LeadAsync(visitor);
        Assert.NotEqual("booked", lead.GetProperty("status").GetString());
        Assert.False(lead.TryGetProperty("demo", out _), "A demo is booked.");
        Assert.False(lead.TryGetProperty("consent", out var consent) && consent.GetProperty("given").GetBoolean(), "Consent is noted.");
        Assert.All(lead.GetProperty("answers").EnumerateArray(), answer => AssertEvidence(answer.GetProperty("evidence"), message));
        return (lead, replies);
    }

    private static void AssertEvidence(JsonElement evidence, string message)
    {
        var (start, length) = (evidence.GetProperty("start").GetInt32(), evidence.GetProperty("length").GetInt32());
        Assert.Equal(message.Substring(start, length), evidence.GetProperty("quote").GetString());
    }

    private static void AssertOwnWords(Attack attack, Proposal proposal)
    {
        var candidate = proposal.Candidate;
        var quote = attack.message.Substring(candidate.Start, candidate.Length);
        switch (candidate.Value)
        {
            case AnswerValue.Text text:
                Assert.Equal(Squeeze(quote), Squeeze(text.Value));
                break;
            case AnswerValue.Title title:
                Assert.Equal(Squeeze(quote), Squeeze(title.Name));
                break;
            case AnswerValue.Need need:
                Assert.Equal(quote, need.Words);
                break;
            case AnswerValue.Authority or AnswerValue.YesNo:
                Assert.Equal(attack.asked, proposal.Slot);
                break;
            default:
                var type = Readers.Slots.First(slot => slot.Id == proposal.Slot).Type;
                Assert.Contains(RuleReader.Read(quote, Readers.Message(quote, proposal.Slot).Context).Candidates, read => read.Type == type && read.Value.Equals(candidate.Value));
                break;
        }
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format));

#pragma warning disable IDE1006, CA1812 // Named as the file names them, and made by the file's reader.
    private sealed class Attack
    {
        public string id { get; set; } = "";

        public string? asked { get; set; }

        public string message { get; set; } = "";

        public string[] may { get; set; } = [];
    }
#pragma warning restore IDE1006, CA1812
}
