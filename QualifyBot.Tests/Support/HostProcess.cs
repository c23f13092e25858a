using System.Diagnostics;
using System.Text;
using QualifyBot.Bot;

namespace QualifyBot.Tests.Support;

/// <summary>The program as a process of its own, which a test can kill.</summary>
internal sealed class HostProcess : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    public HttpClient Http { get; } = new();

    /// <summary>Starts it as a server on a free port, ready for use.</summary>
    public static async Task<HostProcess> ServeAsync(params string[] settings)
    {
        var host = new HostProcess(Start(["serve", "--urls", "http://127.0.0.1:0", .. settings], folder: null));
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                address.TrySetResult(line.Data[(at + Listening.Length)..].Trim());
            }
        };
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        host.Http.BaseAddress = new Uri(await address.Task.WaitAsync(Patience));
        return host;
    }

    /// <summary>Starts it anew, once it was killed, at the same address.</summary>
    public Task<HostProcess> AgainAsync(params string[] settings) => ServeAsync([.. settings, "--urls", Http.BaseAddress!.GetLeftPart(UriPartial.Authority)]);

    /// <summary>Runs it to its end with some input.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string input = "", string? folder = null, string? language = null)
    {
        using var running = Start(arguments, folder, language);
        await running.StandardInput.WriteAsync(input);
        running.StandardInput.Close();
        var (output, errors) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        try
        {
            await running.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            running.Kill();
        }

        return (running.ExitCode, await output, await errors);
    }

    /// <summary>Ends it as SIGKILL does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
        Http.Dispose();
    }

    private static Process Start(string[] arguments, string? folder, string? language = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        if (language is not null)
        {
            start.Environment["LANG"] = start.Environment["LC_ALL"] = language;
        }

        foreach (var argument in (string[])["exec", typeof(QualifyBotHost).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
