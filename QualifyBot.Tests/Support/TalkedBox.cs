using System.Text;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Tests.Support;

/// <summary>A store in which whole talks were held, each to its end; no host has it open any more.</summary>
internal sealed class TalkedBox : IDisposable
{
    private readonly StoreBox box;

    private TalkedBox(StoreBox box) => this.box = box;

    /// <summary>Command-line settings that name the store.</summary>
    public string[] Settings => box.Settings;

    /// <summary>The lead of each talk, by the talk's name; where a talk was held more often, by the name and a number from 2.</summary>
    public Dictionary<string, string> Leads { get; } = new(StringComparer.Ordinal);

    /// <summary>Holds these talks, by the clock of today.</summary>
    public static async Task<TalkedBox> HoldAsync(string store, params string[] talks)
    {
        var held = new TalkedBox(new StoreBox(store));
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(held.Settings, TimeProvider.System);
        foreach (var talk in talks)
        {
            var visitor = new Visitor(channel, host.Http);
            await visitor.SayAsync(Talks.Of(talk)[0].Says, Talks.PlaybookOf(talk));
            await visitor.SayAllAsync([.. Talks.Of(talk).Skip(1).Select(step => step.Says)]);
            var times = held.Leads.Keys.Count(name => name.StartsWith(talk, StringComparison.Ordinal));
            held.Leads[times == 0 ? talk : $"{talk} {times + 1}"] = visitor.Key.LeadId;
        }

        return held;
    }

    /// <summary>Runs a command of the program on this store.</summary>
    public Task<(int Code, string Output, string Errors)> RunAsync(params string[] command) => HostProcess.RunAsync([.. command, .. Settings]);

    /// <summary>Changes what is stored of a talk's lead, past the program.</summary>
    public Task TamperAsync(string talk, string stored, string changed)
    {
        var key = ConversationKey.OfLead(Leads[talk])!.Value;
        return TamperAsync(new StoreKey(key.Partition, key.Lead), text =>
        {
            Assert.Contains(stored, text, StringComparison.Ordinal);
            return text.Replace(stored, changed, StringComparison.Ordinal);
        });
    }

    /// <summary>Changes a document, past the program; null deletes it.</summary>
    public async Task TamperAsync(StoreKey place, Func<string, string?> change)
    {
        await using var store = StoreFactory.Open(OptionsOf(Settings), TimeProvider.System);
        var document = (await store.GetAsync([place], default))[0];
        StoreChange what = change(Encoding.UTF8.GetString(document!.Data.Span)) is { } text
            ? new StoreChange.Put(place.Name, Encoding.UTF8.GetBytes(text), document.Version)
            : new StoreChange.Delete(place.Name);
        Assert.True(await store.CommitAsync(place.Partition, [what], default));
    }

    public void Dispose() => box.Dispose();

    private static StorageOptions OptionsOf(string[] settings) => settings is ["--Storage:Redis", var redis, "--Storage:Prefix", var prefix]
        ? new StorageOptions { Redis = redis, Prefix = prefix }
        : new StorageOptions { Path = settings[1] };
}
