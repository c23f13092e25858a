using Microsoft.Playwright;

namespace QualifyBot.Tests.Browser;

/// <summary>The browser of a chain of tests: Debian's Chromium, driven by Playwright. Our own pages are one chain, Microsoft's clients another beside it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    internal const string Collection = "Chromium";
    internal const string Clients = "Chromium with Microsoft's clients";

    private const string Executable = "/usr/bin/chromium";

    // A loaded machine may take its time; a test that passes does not wait for this.
    private const float PatienceInMilliseconds = 30_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",

        // Pages that a test serves itself come from no network, and may not call this machine else.
        "--disable-features=LocalNetworkAccessChecks",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A visitor with a profile of their own.</summary>
    internal Task<Surfer> NewSurferAsync(string width = "desktop", ColorScheme scheme = ColorScheme.Light) =>
        Surfer.OpenAsync(browser!, width, scheme);

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Executable), $"{Executable} is missing: run ./test.sh, which installs it.");
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }
}

[CollectionDefinition(Chromium.Collection)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;

[CollectionDefinition(Chromium.Clients)]
public sealed class ChromiumClientsCollection : ICollectionFixture<Chromium>;
