using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Extraction;

/// <summary>Moves a standing clock on while real work goes on beside it.</summary>
internal static class TimePassing
{
    /// <summary>Moves the clock on by steps until the task is done; a test fails when it is not in time.</summary>
    public static Task UntilAsync(Task task, TestClock clock, TimeSpan step) => Eventually.TrueAsync(
        () =>
        {
            clock.Advance(step);
            return task.IsCompleted;
        },
        "the end of the task");
}
