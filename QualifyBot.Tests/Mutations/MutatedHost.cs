using System.Globalization;
using Microsoft.Extensions.Logging;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Mutations;

/// <summary>A host on a file, to which requests are sent that are not right; each must be borne.</summary>
internal sealed class MutatedHost : IAsyncDisposable
{
    private readonly TempFolder folder;
    private readonly StorePrint print;
    private readonly RawHttp raw;

    private MutatedHost(TestHost host, TempFolder folder)
    {
        (Host, this.folder) = (host, folder);
        print = new StorePrint(folder.File("store.db"));
        raw = new RawHttp(host.Http.BaseAddress!.Port);
    }

    /// <summary>How many requests are sent by a test; the variable asks for more than the suite has time for.</summary>
    public static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("QUALIFYBOT_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count / 3 : 1000;

    public TestHost Host { get; }

    /// <summary>The host's clock, where a test may move it.</summary>
    public TestClock? Clock { get; set; }

    /// <summary>How many requests were answered with each status; 0 = the host hung up.</summary>
    public SortedDictionary<int, int> Statuses { get; } = [];

    public static async Task<MutatedHost> StartAsync(TimeProvider clock)
    {
        var place = new TempFolder();
        return new(await TestHost.StartAsync(["--Storage:Path", place.File("store.db"), "--DirectLine:ActivitiesPerMinute", "0", "--DirectLine:Uploads:PerHour", "0"], clock), place);
    }

    /// <summary>Sends a request, and asserts that it did no harm.</summary>
    public async Task SendAsync(Call call, bool isRead = false)
    {
        var before = print.Now();
        var status = await raw.SendAsync(call.ToBytes(), call.IsWhole) ?? 0;
        Statuses[status] = Statuses.GetValueOrDefault(status) + 1;
        Assert.True(status < 500 || (status == 501 && call.MayInvoke), $"{status}: {call.Note} {Host.Log.Lines.LastOrDefault(static line => line.Level >= LogLevel.Error).Line}");
        Assert.True(!call.MustBeRefused || status is >= 400 or 0, $"{status}, and should have been refused: {call.Note}");
        if (status >= 400 || isRead)
        {
            Assert.True(before == print.Now(), $"{status} changed what is stored from {before} to {print.Now()}: {call.Note}");
        }
    }

    /// <summary>Asserts that no turn failed, and that nothing was thrown as far as the server.</summary>
    public void AssertNothingBroke()
    {
        var errors = Host.Log.Lines.Where(static line => line.Level >= LogLevel.Error).Select(static line => line.Line).ToArray();
        Assert.True(errors.Length == 0, $"{errors.Length} errors: {errors.FirstOrDefault()}");
        Assert.True(Statuses.Any(static pair => pair.Key is >= 200 and < 300), "Some requests must have been good enough: " + string.Join(", ", Statuses));
    }

    public async ValueTask DisposeAsync()
    {
        raw.Dispose();
        print.Dispose();
        await Host.DisposeAsync();
        folder.Dispose();
    }
}
