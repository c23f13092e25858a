using System.Globalization;
using System.Text;
using QualifyBot.Bot.Batch;
using QualifyBot.Bot.Calls;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>Reads calls, a line each, and writes what came of them; a broken line is told and left out.</summary>
internal sealed class CallsJob(string file, Playbook playbook, DateOnly today, TextWriter errors)
{
    /// <summary>Runs to the end of the input; gives the exit code.</summary>
    public async Task<int> RunAsync(TextReader input, OutputFile output)
    {
        var (number, calls, broken) = (0L, 0L, 0L);
        await using var writer = new StreamWriter(output.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        while (await input.ReadLineAsync() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (call, problem) = CallLine.Parse(line);
            if (call is null)
            {
                broken++;
                await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: {problem}"));
                continue;
            }

            calls++;
            await writer.WriteLineAsync(CallReply.Write(CallReader.Read(call, playbook, today)));
        }

        await writer.FlushAsync();
        output.Finish();
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{calls} calls read, {broken} broken lines left out."));
        return broken > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
