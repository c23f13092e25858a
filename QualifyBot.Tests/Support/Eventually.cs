using System.Diagnostics;

namespace QualifyBot.Tests.Support;

/// <summary>Waits for what another process or thread brings about; a test fails when it does not come in time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(10);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null)
    {
        var limit = within ?? TimeSpan.FromSeconds(60);
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Often);
        while (!await condition())
        {
            Assert.True(watch.Elapsed < limit, $"Waited {limit.TotalSeconds:0} s in vain: {what}");
            await timer.WaitForNextTickAsync();
        }
    }

    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? within = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, within);
}
