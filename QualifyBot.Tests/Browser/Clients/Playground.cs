using System.Diagnostics;
using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>Microsoft's Agents Playground, in a Node process, with its page in the browser.</summary>
internal sealed class Playground : IAsyncDisposable
{
    private const string Script = "QualifyBot.Tests/Browser/node_modules/@microsoft/m365agentsplayground/cli.js";
    private const string Listening = "Listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TempFolder folder;
    private IPage? page;

    private Playground(Process process, TempFolder folder) => (this.process, this.folder) = (process, folder);

    /// <summary>The page.</summary>
    public IPage Page => page!;

    /// <summary>What stands in the chat and beside it, the bot's and the visitor's words included.</summary>
    public ILocator Body => Page.Locator("body");

    private ILocator Field => Page.Locator("[role=textbox][contenteditable=true]").First;

    /// <summary>Starts it on a free port, towards a host, without credentials, and opens its page.</summary>
    public static async Task<Playground> StartAsync(Surfer surfer, Uri host, string channel)
    {
        var script = Path.Combine(Repository.Root, Script);
        Assert.True(File.Exists(script), $"{Script} is missing: run ./test.sh, which installs it.");
        var files = new TempFolder();
        string[] arguments = [script, "start", "-e", new Uri(host, "/api/messages").ToString(), "-c", channel, "-p", $"{FreePort()}", "--dt"];
        var start = new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = files.Root };
        // It would open a browser of its own.
        start.Environment["BROWSER"] = "none";
        var playground = new Playground(Process.Start(start)!, files);
        var port = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        playground.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Listening, StringComparison.Ordinal) == true)
            {
                port.TrySetResult(line.Data[Listening.Length..].Trim());
            }
        };
        playground.process.BeginOutputReadLine();
        playground.process.BeginErrorReadLine();
        var address = await port.Task.WaitAsync(Patience);
        playground.page = await surfer.Context.NewPageAsync();
        // Its fonts and sounds come from elsewhere, and are not missed.
        await playground.page.RouteAsync(url => !new Uri(url).IsLoopback, route => route.AbortAsync());
        await playground.page.GotoAsync($"http://localhost:{address}/");
        return playground;
    }

    /// <summary>Says something and waits for the words of the reply.</summary>
    public async Task SayAsync(string text, string reply)
    {
        await Field.ClickAsync();
        await Page.Keyboard.TypeAsync(text);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Body).ToContainTextAsync(reply);
    }

    public ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
