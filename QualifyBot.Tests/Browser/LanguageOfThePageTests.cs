using System.Text.RegularExpressions;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>The chat speaks the language of the page that it stands on.</summary>
[Collection(Chromium.Collection)]
public sealed partial class LanguageOfThePageTests(Chromium chromium)
{
    private const string Texts = "QualifyBot.Bot/wwwroot/widget/texts";

    [Theory]
    [InlineData("de", "Chat öffnen", "de")]
    [InlineData("fr", "Ouvrir le chat", "fr")]
    [InlineData("es", "Abrir el chat", "es")]
    [InlineData("pt", "Abrir o chat", "pt")]
    [InlineData("it", "Open chat", "en")]
    public async Task The_widget_and_the_greeting_are_in_the_pages_language(string page, string open, string language)
    {
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var chat = await site.VisitAsync(surfer, "/" + page);
        await chat.Button(open).ClickAsync();
        await Expect(chat.Page.Locator(".bot .bubble").Last).ToContainTextAsync(Shipped.Catalog.Texts[language].Wordings("bant.need.ask")[0]);
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Fact]
    public async Task Who_speaks_another_language_than_the_page_asks_for_a_human_in_it()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await page.SayAsync("Wir machen zu viel von Hand");
        await Expect(page.Heard.Last).ToContainTextAsync(Shipped.Catalog.Texts["de"].Wordings("bant.headcount.ask")[0]);
        await page.Button("Talk to a human").ClickAsync();
        await Expect(page.Said.Last).ToHaveTextAsync("Mit einem Menschen sprechen");
        await Expect(page.Heard).ToHaveCountAsync(3);
        await Expect(page.Log.Locator(".bot").Last).ToHaveAttributeAsync("lang", "de");
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public void Every_file_of_the_widgets_texts_has_the_same_texts_and_stands_in_the_list()
    {
        var files = Repository.Files(Texts).Where(file => !file.EndsWith("languages.js", StringComparison.Ordinal)).ToList();
        var ids = files.ConvertAll(file => Id().Matches(Repository.Read(file)).Select(match => match.Groups["id"].Value).ToArray());
        Assert.All(ids, one => Assert.Equal(ids[0], one));
        var listed = Code().Matches(Repository.Read(Texts + "/languages.js")).Select(match => match.Groups["code"].Value);
        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension), listed.Order(StringComparer.Ordinal));
        Assert.Equal(Shipped.Catalog.Texts.Keys.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^  (?<id>\w+): ", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("'(?<code>[a-z]{2})'", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
