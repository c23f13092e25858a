using Spectre.Console;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>A bar on standard error that grows with the work; nothing where nobody looks at a terminal.</summary>
internal static class ReplayProgress
{
    private const int Step = 50;

    /// <summary>Does the work, which calls its argument for each lead.</summary>
    /// <param name="total">How many leads there are; null = nobody knows.</param>
    /// <param name="work">The work.</param>
    public static Task RunAsync(long? total, Func<Action, Task> work)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            return work(static () => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn(Spinner.Known.Line)).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Replaying", maxValue: Math.Max(total ?? 1, 1));
            bar.IsIndeterminate = total is null;
            var done = 0L;
            await work(() =>
            {
                if (++done % Step == 0)
                {
                    bar.Value = done;
                }
            });
            bar.Value = bar.MaxValue;
        });
    }
}
