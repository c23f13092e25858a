using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Makes tests of talks that were held, with what comes of them now as what must come of them.</summary>
internal sealed class Recorder(TestHouse house, string? playbook, TextWriter output, TextWriter errors)
{
    /// <summary>Records a talk, or all talks of a folder; gives the exit code.</summary>
    public async Task<int> RecordAsync(string source, string? to)
    {
        try
        {
            if (!Directory.Exists(source))
            {
                return await RecordOneAsync(source, to) ? ExitCode.Done : ExitCode.Failed;
            }

            if (to is null)
            {
                await errors.WriteLineAsync("Name the folder to write: --to FOLDER.");
                return ExitCode.Misused;
            }

            return await RecordAllAsync(source, to) ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            await errors.WriteLineAsync(problem.Message);
            return ExitCode.Failed;
        }
    }

    private async Task<bool> RecordAllAsync(string folder, string to)
    {
        var isWhole = true;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static file => Path.GetExtension(file) is ".yaml" or ".yml" or ".chat" or ".transcript").Order(StringComparer.Ordinal))
        {
            var target = Path.ChangeExtension(Path.Combine(to, Path.GetRelativePath(folder, file)), ".yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            isWhole &= await RecordOneAsync(file, target);
        }

        return isWhole;
    }

    private async Task<bool> RecordOneAsync(string source, string? to)
    {
        var (talk, problem) = await new RecordSource(house, playbook).ReadAsync(source);
        var result = talk is null ? null : await new TalkRunner(house).PlayAsync(talk, TalkRunner.PlaybooksOf(talk, house.Catalog).First(), toTheEnd: true);
        problem ??= result?.Fault ?? result?.Turns.Select(static turn => turn.Seen.Problem).FirstOrDefault(static broken => broken is not null);
        if (problem is not null || result is null)
        {
            await errors.WriteLineAsync(source + ": " + problem);
            return false;
        }

        var page = TalkWriter.Write(talk!, result.Playbook, result.Turns);
        await (to is null ? output.WriteAsync(page) : File.WriteAllTextAsync(to, page));
        return true;
    }
}
