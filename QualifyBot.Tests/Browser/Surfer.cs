using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace QualifyBot.Tests.Browser;

/// <summary>Somebody with a browser: their tabs share what the pages store. Minds what no page of ours should do.</summary>
internal sealed class Surfer : IAsyncDisposable
{
    // Notes each message as it enters the log, and whether a screen reader is told of it.
    private const string NoteAnnouncements =
        """
        window.announced = [];
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {
          const root = attach.call(this, options);
          new MutationObserver((records) => {
            for (const { addedNodes, target } of records) {
              const log = target.closest?.('[role=log]');
              if (!log || log.getAttribute('aria-live') === 'off') continue;
              for (const node of addedNodes) {
                const bubble = node.matches?.('.bot') ? node.querySelector('.bubble') : target.closest('.bot') && node;
                if (bubble) window.announced.push(bubble.textContent);
              }
            }
          }).observe(root, { childList: true, subtree: true });
          return root;
        };
        """;

    private readonly ConcurrentQueue<string> faults = [];
    private readonly ConcurrentQueue<string> requests = [];
    private readonly ConcurrentQueue<string> called = [];

    private Surfer(IBrowserContext context) => Context = context;

    public IBrowserContext Context { get; }

    /// <summary>Errors and warnings on the console, and what else no page of ours should do.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>The addresses of all that was asked for, without queries.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    public static async Task<Surfer> OpenAsync(IBrowser browser, string width, ColorScheme scheme)
    {
        var phone = width == "phone";
        var surfer = new Surfer(await browser.NewContextAsync(new()
        {
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            IsMobile = phone,
            HasTouch = phone,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
            TimezoneId = "Europe/Berlin",
        }));
        surfer.Watch();
        await surfer.Context.AddInitScriptAsync(NoteAnnouncements);
        return surfer;
    }

    /// <summary>A new tab with the product's page, greeted or with the talk that goes on.</summary>
    public async Task<ChatPage> VisitAsync(Uri host, string playbook = "bant")
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(new Uri(host, $"/?playbook={playbook}").ToString());
        return new(page);
    }

    /// <summary>Asserts that there was no error, no violation of the content security policy, no dialog and no request to anybody but these.</summary>
    public void AssertNothingWrong(params IEnumerable<Uri> hosts)
    {
        Assert.Empty(faults);
        Assert.Equal(hosts.Select(host => host.Authority).Order(StringComparer.Ordinal), called.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync() => await Context.CloseAsync();

    private void Watch()
    {
        Context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                faults.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        Context.WebError += (_, error) => faults.Enqueue(error.Error);
        Context.Dialog += (_, dialog) => Refuse(dialog);
        Context.Request += (_, request) => Note(request.Url);
        Context.Page += (_, page) => page.WebSocket += (_, socket) => Note(socket.Url);
    }

    private void Note(string url)
    {
        called.Enqueue(new Uri(url).Authority);
        requests.Enqueue(new Uri(url).GetLeftPart(UriPartial.Path));
    }

    private void Refuse(IDialog dialog)
    {
        faults.Enqueue($"dialog: {dialog.Message}");
        _ = dialog.DismissAsync();
    }
}
