using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

[Collection(Chromium.Collection)]
public sealed class AttachedFileTests(Chromium chromium)
{
    private const string Text = "Onboarding takes us eleven weeks.";

    [Fact]
    public async Task A_file_is_sent_once_and_can_be_fetched_after_a_reload()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync("phone");
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await ChooseAsync(page, "notes.txt", Text.Length);
        await Expect(page.Said.Last).ToHaveTextAsync("notes.txt");
        await Expect(page.Heard).ToHaveCountAsync(2);
        await page.AssertAccessibleAsync("look-phone-attached");
        await page.Page.ReloadAsync();
        await Expect(page.Heard).ToHaveCountAsync(2);
        var link = page.Page.GetByRole(AriaRole.Link, new() { Name = "Download (notes.txt)" });
        var download = await page.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal(Text, await File.ReadAllTextAsync(await download.PathAsync()));
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_sent_and_where_none_are_taken_there_is_no_button()
    {
        await using var host = await TestHost.StartAsync(["--DirectLine:Uploads:LargestFile", "1048576"]);
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await ChooseAsync(page, "notes.txt", 1_048_577);
        await Expect(page.Page.GetByText("notes.txt is larger than 1 MB").First).ToBeVisibleAsync();
        await Expect(page.Said).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync("look-desktop-too-large");

        await using var closed = await TestHost.StartAsync(["--DirectLine:Uploads:FilesPerMessage", "0"]);
        var other = await surfer.VisitAsync(closed.Http.BaseAddress!);
        await other.GreetedAsync();
        await other.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(other.Button("Attach a file")).ToBeHiddenAsync();
        surfer.AssertNothingWrong(host.Http.BaseAddress!, closed.Http.BaseAddress!);
    }

    private static async Task ChooseAsync(ChatPage page, string name, int length)
    {
        var chooser = await page.Page.RunAndWaitForFileChooserAsync(() => page.Button("Attach a file").ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Text.PadRight(length)) });
    }
}
